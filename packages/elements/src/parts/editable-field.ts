import type { Choice } from './choice.js';
import type { SearchChoices } from './combobox-source.js';

/** How a fact is typed. `choice` and `choices` need `choices`, `reference` needs them or `search`. */
export type EditableKind =
  | 'text'
  | 'lines'
  | 'email'
  | 'phone'
  | 'url'
  | 'number'
  | 'money'
  | 'day'
  | 'moment'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'words'
  | 'address'
  | 'switch';

/** A fact about something, shown in a row and edited in its place. */
export interface EditableField {
  /** Unique among the rows of one element. */
  readonly name: string;
  readonly label: string;
  /** Text when left out. */
  readonly kind?: EditableKind | undefined;
  readonly choices?: readonly Choice[] | undefined;
  /** Finds the rows that a reference may point at. */
  readonly search?: SearchChoices | undefined;
  /** What a reference, `choices` or `words` hold now. */
  readonly chosen?: readonly Choice[] | undefined;
  /** Whether it cannot be taken back to nothing; the label says so. */
  readonly isRequired?: boolean | undefined;
  /** What editing starts from; empty when there is nothing. An amount as `36000.00 EUR`, several values one to a line, an address as `addressAsText` writes it. */
  readonly text: string;
  /** What stands in the row; the text itself when left out. */
  readonly shown?: unknown;
  /** What a text that is on its way to the store looks like; the text itself when left out. */
  readonly preview?: ((text: string) => unknown) | undefined;
  /** Before or after the field while it is typed: a currency sign, a unit. */
  readonly affix?: string | undefined;
  readonly unit?: string | undefined;
  /** What an amount is written in where there is none yet. */
  readonly currency?: string | undefined;
  /** ISO 3166-1: where a telephone number without a code is dialled, and where an address is that says no country. */
  readonly country?: string | undefined;
  /** Behind the label: how delicate the value is, or how it comes about. */
  readonly mark?: unknown;
  /** Below the field while it is typed. */
  readonly help?: string | undefined;
  /** Takes what was typed; answers why not, in a sentence to show under the field. Without it the row is only shown. */
  readonly save?: ((text: string) => Promise<string | undefined>) | undefined;
}
