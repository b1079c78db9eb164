/** Characters of a name at most, with room for a number behind it. */
const LONGEST = 40;

/**
 * The name of a field from what people call it: `Budget 2027 (net)` is `budget2027Net`. A label in another script than
 * the Latin one gives `field`; a name that is taken gets a number.
 */
export function fieldNameFrom(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word[0]?.toLowerCase() : word[0]?.toUpperCase()) + word.slice(1))
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, LONGEST);
  const name = joined === '' ? 'field' : (joined[0]?.toLowerCase() ?? '') + joined.slice(1);
  const isTaken = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}${number}`;
    if (!isTaken.has(tried.toLowerCase())) return tried;
  }
}

/** The value of a new option from its label, as rows will hold it: the label itself, or with a number where it is taken. */
export function optionValueFrom(label: string, taken: readonly string[]): string {
  const value = label.trim().slice(0, 180) || 'option';
  for (let number = 1; ; number++) {
    const tried = number === 1 ? value : `${value} ${number}`;
    if (!taken.includes(tried)) return tried;
  }
}
