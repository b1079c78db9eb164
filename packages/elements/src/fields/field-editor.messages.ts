import type { FieldType, Sensitivity } from '@kith/core/fields';
import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What the page of an entity's fields says. */
export const fieldEditorMessages = translated('fieldEditor', (format: Format) => ({
  loading: 'Reading the fields',
  title: (things: string) => `Fields of ${things.toLowerCase()}`,
  own: 'Your fields',
  builtIn: 'Built in',
  builtInText: 'These come with Kith, and stay as they are.',
  inCode: 'Declared in code',
  inCodeText: 'The page’s own code declares it. It is changed there.',
  add: 'Add field',
  remove: (label: string) => `Remove ${label}`,
  undo: 'Undo',
  undoThis: (what: string) => `Undo: ${what}`,
  emptyTitle: 'No fields of your own yet',
  emptyText: (things: string) => `Add what you want to know about ${things.toLowerCase()} and Kith has no field for.`,
  unknownTitle: 'There is no such kind',
  unknownText: 'Nothing with fields goes by this name. Check the “of” of the element.',
  withoutTitle: 'This store has no custom fields',
  withoutText: 'Open it with fields: customFields().',
  deniedTitle: 'You may not see this',
  deniedText: 'Fields are set up by administrators. Ask one of them.',
  readOnly: 'You may look at the fields, not change them. Ask an administrator.',
  failedTitle: 'The fields cannot be read',
  failedText: 'Nothing is lost. Try again, or load the page anew.',
  again: 'Try again',
  offline: 'There is no connection. Changes are kept here and sent when it is back.',
  required: 'Required',
  sometimes: 'Required at times',
  unique: 'Unique',
  options: (count: number) =>
    format.plural(count, { one: `${format.number(count)} option`, other: `${format.number(count)} options` }),
  only: (roles: string) => `Seen by ${roles} only`,
  types: {
    text: 'Text',
    longText: 'Long text',
    number: 'Number',
    money: 'Money',
    percent: 'Percentage',
    day: 'Day',
    instant: 'Moment',
    boolean: 'Yes or no',
    choice: 'One choice',
    choices: 'Several choices',
    email: 'E-mail address',
    phone: 'Phone number',
    url: 'Web address',
    reference: 'Link to a record',
    user: 'Person of the team',
    formula: 'Formula',
    rollUp: 'Roll-up',
  } as Readonly<Record<FieldType, string>>,
  sensitivities: {
    none: 'Ordinary',
    personal: 'About somebody',
    health: 'Health, belief or the like',
  } as Readonly<Record<Sensitivity, string>>,
  added: (label: string) => `${label} was added`,
  changed: (label: string) => `${label} was changed`,
  removed: (label: string) => `${label} was removed`,
  moved: (label: string) => `${label} was moved`,
  undone: 'Undone',
  working: 'Bringing the rows up to it…',
  misfits: (label: string, count: number) =>
    format.plural(count, {
      one: `${label}: ${format.number(count)} row has a value that does not fit. It is kept until somebody edits it.`,
      other: `${label}: ${format.number(count)} rows have values that do not fit. They are kept until somebody edits them.`,
    }),
  duplicates: (label: string, count: number) =>
    format.plural(count, {
      one: `${label}: ${format.number(count)} row has a value that another one has, too.`,
      other: `${label}: ${format.number(count)} rows have a value that another one has, too.`,
    }),
  dismiss: 'Dismiss',
  erased: (count: number) =>
    format.plural(count, {
      one: `The values of ${format.number(count)} row are gone`,
      other: `The values of ${format.number(count)} rows are gone`,
    }),
}));

/** The sentences of {@link fieldEditorMessages}. */
export type FieldEditorSentences = ReturnType<typeof fieldEditorMessages.en>;
