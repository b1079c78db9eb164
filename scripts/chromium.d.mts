/** The path of a Chromium, Chrome or Edge, or undefined when there is none. */
export function findChromium(): string | undefined;
/** Like findChromium, but throws with what to do when there is none. */
export function requireChromium(): string;
export const CHROMIUM_FLAGS: string[];
