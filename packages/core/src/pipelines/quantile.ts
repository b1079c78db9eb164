/**
 * The value below which a share (0–1) of sorted numbers lies, between two of them in proportion (type 7 of Hyndman & Fan
 * 1996, the default of R). Undefined for none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | undefined {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at));
}
