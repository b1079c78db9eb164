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

/** What a row is, of several alike: a person's e-mail addresses, say. */
export interface OneOfSeveral {
  /** What it can be for, as the row is called then; and what it is for now. */
  readonly purposes: readonly Choice[];
  readonly purpose: string;
  /** The row that another one is written into. */
  readonly another?: EditableField | undefined;
  /** Whether it is that row: it stands there only while it is open. */
  readonly isSpare?: boolean | undefined;
}

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
  /** While it is edited, what it is for can be chosen, it can be removed, and another added. */
  readonly several?: OneOfSeveral | undefined;
  /**
   * Takes what was typed, and of one of several what it is for now, if that was chosen; answers why not, in a sentence to show
   * under the field. Without it the row is only shown.
   */
  readonly save?: ((text: string, purpose?: string) => Promise<string | undefined>) | undefined;
}
