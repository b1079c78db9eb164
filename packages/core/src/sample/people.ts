import type { Chance } from './chance.js';
import { itemsOf, type Tongue } from './tongue.js';

/** A person's names. */
export interface Person {
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Letters for an address, such as `zofia.zareba`. */
  readonly account: string;
}

/** Somebody who speaks a language, named as people there are named. */
export function personOf(tongue: Tongue, chance: Chance): Person {
  const isWoman = chance.isBelow(0.5);
  const given = splitItem(chance.pick(itemsOf(isWoman ? tongue.feminine : tongue.masculine)), isWoman);
  const family = splitItem(chance.pick(itemsOf(tongue.families)), isWoman);
  return {
    name: filled(tongue.fullName, { given: given.name, family: family.name }),
    givenName: given.name,
    familyName: family.name,
    account: `${latin(given.letters)}.${latin(family.letters)}`,
  };
}

const templates = new Map<string, readonly string[]>();

/** A text with `{names}` in it, filled in. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  const parts = templates.get(template) ?? template.split(/[{}]/);
  templates.set(template, parts);
  // Every other part stood between braces.
  return parts.reduce((text, part, index) => text + (index % 2 === 0 ? part : (values[part] ?? '')), '');
}

/** A text with a digit for each `#`. */
export const digits = (pattern: string, chance: Chance): string =>
  pattern.replaceAll('#', () => String(chance.between(0, 9)));

/** What stands before the bar of an item, and the letters behind it. */
export interface Item {
  readonly name: string;
  readonly letters: string;
}

const forms = new Map<string, readonly [masculine: Item, feminine: Item]>();

/** Splits an item at its bar; of two forms, parted by a slash, the feminine comes second. */
export function splitItem(item: string, isFeminine = false): Item {
  const both = forms.get(item) ?? bothForms(item);
  forms.set(item, both);
  return both[isFeminine ? 1 : 0];
}

function bothForms(item: string): readonly [masculine: Item, feminine: Item] {
  const [name = '', letters = name] = item.split('|');
  const form = (place: 0 | 1): Item => ({
    name: name.split('/')[place] ?? name,
    letters: letters.split('/')[place] ?? letters,
  });
  return [form(0), form(1)];
}

const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  å: 'a',
  ł: 'l',
  đ: 'd',
};
const known = new Map<string, string>();

/** In the letters of an e-mail address or a domain: `Łęgi sp. z o.o.` → `legi-sp-z-o-o`. */
export function latin(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const plain = text
    .toLowerCase()
    .replaceAll(/[äöüßøæåłđ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (known.size < 5_000) known.set(text, plain);
  return plain;
}
