import { builtInEntities } from '@kith/core/fields';
import { learn, type Messages, type Words } from '../../packages/elements/src/base/locale.js';

/** The language that is lengthened: its own words are not asked for meanwhile. */
export const LENGTHENED = 'es';

const modules = import.meta.glob<Readonly<Record<string, Partial<Messages<unknown>>>>>(
  '../../packages/elements/src/**/*messages.ts',
  { eager: true },
);

const ACCENTED: Readonly<Record<string, string>> = { a: 'å', e: 'é', i: 'î', o: 'ö', u: 'û' };

/** A piece of text in letters with accents, every vowel twice: longer by two fifths, and still to be read. */
const lengthen = (text: string): string =>
  text.replace(/[aeiou]/gi, (vowel) => {
    const accented = ACCENTED[vowel.toLowerCase()] ?? vowel;
    return vowel === vowel.toLowerCase() ? accented.repeat(2) : accented.toUpperCase() + accented;
  });

/** A sentence with all that stands in it lengthened, but for what it was asked with. */
function lengthened(value: unknown): unknown {
  if (typeof value === 'string') return lengthen(value);
  if (typeof value === 'function')
    return (...given: readonly unknown[]): unknown => {
      const said: unknown = value(...given);
      if (typeof said !== 'string') return lengthened(said);
      const kept = given.flatMap((each) => (typeof each === 'string' && each ? [each] : []));
      const pieces = kept.reduce<readonly string[]>(
        (all, each) => all.flatMap((piece) => (kept.includes(piece) ? [piece] : split(piece, each))),
        [said],
      );
      return pieces.map((piece) => (kept.includes(piece) ? piece : lengthen(piece))).join('');
    };
  if (Array.isArray(value)) return value.map(lengthened);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, lengthened(part)]));
  return value;
}

const split = (text: string, by: string): readonly string[] =>
  text.split(by).flatMap((piece, index) => (index === 0 ? [piece] : [by, piece]));

const labels = builtInEntities.flatMap((entity) => [
  entity.labels,
  entity.plural,
  ...entity.fields.flatMap((field) => [field.labels, ...(field.options ?? []).map((option) => option.labels)]),
]);

/** Makes a pseudo-locale known in the place of {@link LENGTHENED}: all that Kith says, in longer words. */
export function learnLengthened(): void {
  const all = Object.values(modules).flatMap((module) => Object.values(module));
  const words: Words = {
    problems: {},
    labels: Object.fromEntries(labels.flatMap((label) => (label?.en ? [[label.en, lengthen(label.en)]] : []))),
    sentences: Object.fromEntries(
      all.flatMap(({ name, en }) => (name && en ? [[name, (format: never) => lengthened(en(format))]] : [])),
    ),
  };
  learn(LENGTHENED, words);
}
