import type { Format } from '../../base/format.js';

/** A noun as Arabic counts it: none, one and two without a figure, the others after one. */
export interface Noun {
  readonly none: string;
  readonly one: string;
  readonly two: string;
  /** After 3 to 10: the plural. */
  readonly few: string;
  /** After 11 to 99: the accusative of the singular. */
  readonly many: string;
  /** After 100 and other hundreds, and after fractions: the singular. */
  readonly other: string;
}

/** A number of things in the form that belongs to it. */
export function counted(format: Format, count: number, noun: Noun): string {
  const figure = format.number(count);
  return format.plural(count, {
    zero: noun.none,
    one: noun.one,
    two: noun.two,
    few: `${figure} ${noun.few}`,
    many: `${figure} ${noun.many}`,
    other: `${figure} ${noun.other}`,
  });
}

/** Days, as after a preposition. */
export const DAYS: Noun = {
  none: 'أقل من يوم',
  one: 'يوم واحد',
  two: 'يومين',
  few: 'أيام',
  many: 'يومًا',
  other: 'يوم',
};

/** Rows, as after a preposition or in an iḍāfa. */
export const ROWS: Noun = {
  none: 'أي صف',
  one: 'صف واحد',
  two: 'صفين',
  few: 'صفوف',
  many: 'صفًا',
  other: 'صف',
};
