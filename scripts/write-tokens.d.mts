/** Every file written from the design tokens by its path from the root, formatted. */
export function tokenFiles(): Promise<Readonly<Record<string, string>>>;
