const SHAPE = /^P(?:(\d{1,6})W|(\d{1,6})D|T(\d{1,6})H|T(\d{1,7})M)$/;
const MILLIS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000];

/** Milliseconds of a length of time such as `P90D`, `P2W`, `PT12H` or `PT30M`; undefined for anything else: months and years have no fixed length, see `reachOf`. */
export function durationMillis(text: string): number | undefined {
  const amounts = SHAPE.exec(text)?.slice(1);
  const at = amounts?.findIndex((amount) => amount !== undefined) ?? -1;
  return amounts && at >= 0 ? Number(amounts[at]) * (MILLIS[at] ?? 0) : undefined;
}
