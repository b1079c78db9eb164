/** The forms of a name that the templates need: `price-list` → PriceList, priceList, price list, price-lists … */
export function wordsOf(name) {
  const words = name.split('-');
  const plural = [...words.slice(0, -1), pluralOf(words.at(-1))];
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const joined = (list) => list.map(capital).join('');
  const spoken = words.join(' ');
  return {
    kebab: name,
    type: joined(words),
    value: words[0] + joined(words.slice(1)),
    spoken,
    article: /^[aeiou]/.test(spoken) ? 'an' : 'a',
    title: capital(spoken),
    folder: plural.join('-'),
    plural: plural[0] + joined(plural.slice(1)),
    spokenPlural: plural.join(' '),
    titlePlural: capital(plural.join(' ')),
  };
}

function pluralOf(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Puts a statement among the sorted `… from '…'` statements of a file: before the first that comes after it, or behind the last. */
export function insertExport(text, statement, pattern = /^export [^;]*? from '([^']+)';\n/gm) {
  const own = /from '([^']+)'/.exec(statement)[1];
  const statements = [...text.matchAll(pattern)];
  const next = statements.find(([, from]) => from > own);
  const last = statements.at(-1);
  const at = next?.index ?? (last ? last.index + last[0].length : 0);
  return `${text.slice(0, at)}${statement}\n${text.slice(at)}`;
}

/** The statements by which a file imports. */
export const IMPORTS = /^import [^;]*? from '([^']+)';\n/gm;
