/**
 * The names nearest to what somebody wrote, best first: at most three, and none that differs in more than a third of
 * its letters. It is for a person to choose from; nothing is ever matched by nearness.
 */
export function nearNames(written: string, names: Iterable<string>): readonly string[] {
  const sought = plain(written);
  const limit = Math.max(1, Math.floor(sought.length / 3));
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(names)) {
    const candidate = plain(name);
    if (Math.abs(candidate.length - sought.length) > limit) continue;
    const distance = editDistance(sought, candidate);
    if (distance <= limit) near.push({ name, distance });
  }
  return near
    .sort((left, right) => left.distance - right.distance || (left.name < right.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Without case, accents, spaces and punctuation: `GTXPro` and `GTX Pro` are one. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{P}\p{Z}]/gu, '');

/** Levenshtein distance (1966), by the two-row method of Wagner & Fischer (1974). */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const swap = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
