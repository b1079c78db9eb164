/** How deep a filter may be that was put together in code: parsed ones are far less, also with permissions around them. */
const DEEPEST = 500;

/** The level below one in a filter. Throws a RangeError with the code `filters/too-deep` before the stack would run out. */
export function below(depth: number): number {
  if (depth >= DEEPEST) throw Object.assign(RangeError(tooDeep(DEEPEST)), { code: 'filters/too-deep' });
  return depth + 1;
}

/** What to say of a filter that is deeper than it may be. */
export const tooDeep = (deepest: number): string =>
  `Conditions are nested more than ${deepest} levels deep. Take a level out.`;
