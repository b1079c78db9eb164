/** " Did you mean …?" with the nearest of the names, or nothing when none is near. */
export function suggest(
  given: string,
  names: readonly string[],
  otherNames: Readonly<Record<string, string>> = {},
): string {
  const name = (Object.hasOwn(otherNames, given) && otherNames[given]) || nearest(given, names);
  return name ? ` Did you mean "${name}"?` : '';
}

function nearest(given: string, names: readonly string[]): string | undefined {
  if (given.length > 40) return undefined;
  const [best] = names
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= name.length / 3)
    .sort((a, b) => a.distance - b.distance);
  return best?.name;
}

/** How many letters to add, drop or change (Levenshtein 1966). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++)
      next.push(Math.min((row[j] ?? 0) + (letter === to[j] ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[to.length] ?? 0;
}
