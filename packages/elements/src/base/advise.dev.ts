const told = new Set<string>();

/**
 * Tells a developer about a misuse that neither the types nor the screen show: `look` answers what to do instead, or
 * false. Once for each sentence. `#advise` means this file under the `development` condition of bundlers; it is the only
 * place in the packages that writes to the console.
 */
export function advise(look: () => string | false | undefined): void {
  const advice = look();
  if (!advice || told.has(advice)) return;
  told.add(advice);
  // biome-ignore lint/suspicious/noConsole: for developers alone; in production #advise is a function that does nothing
  console.warn(`Kith: ${advice}`);
}
