import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What editing a cell says. */
export const editMessages = translated('listEdit', (format: Format) => ({
  editing: (label: string, name: string) => `${label} of ${name}`,
  notHere: (label: string) => `${label} is not changed here`,
  none: 'None',
  saved: (label: string) => `${label} saved`,
  changedMeanwhile: (value: string) =>
    `Somebody has made it “${value}” meanwhile. Enter keeps yours, Escape takes theirs.`,
  failed: 'It could not be saved. Try again.',
  wrong: {
    number: `Write a number, such as ${format.number(1250)}.`,
    money: `Write an amount, such as ${format.number(1250)}.`,
    format: 'This is not in the form the field takes.',
    bounds: 'This is more or less than the field takes.',
    required: 'This cannot be empty.',
  },
}));
