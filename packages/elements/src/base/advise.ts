/**
 * Looks for misuse while somebody develops; `#advise` means this file in production, where nothing is looked at. Bundlers
 * take the calls away together with what they would say.
 */
/* @__NO_SIDE_EFFECTS__ */
export function advise(_look: () => string | false | undefined): void {}
