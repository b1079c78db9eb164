import { html } from 'lit';
import type { EditableField, EditableKind } from './editable-field.js';
import type { Held } from './inline-controls.js';

/** A row that is open, or whose new value is on its way. */
export interface OpenRow {
  readonly name: string;
  /** The record that it is a row of. */
  readonly record: string | undefined;
  field: EditableField;
  /** What it was when it was opened: what it is now tells whether somebody else has changed it meanwhile. */
  base: string;
  text: string;
  /** What one of several was chosen to be for. */
  purpose?: string | undefined;
  /** The row before it: where the focus goes once it is gone. */
  near?: string | undefined;
  /** What a fetched control starts from: the value of the row, or what was typed and refused. */
  held: Held;
  isTouched: boolean;
  isRemoved?: boolean;
  isSaving: boolean;
  refusal?: string | undefined;
}

/** Kinds whose controls are fetched when a row of theirs is opened. */
const FETCHED: readonly EditableKind[] = ['day', 'money', 'phone', 'choices', 'reference', 'words', 'address'];

/** A row as it is when it is opened. */
export const opened = (field: EditableField, record: string | undefined): OpenRow => ({
  name: field.name,
  record,
  field,
  base: field.text,
  text: field.text,
  held: {},
  isTouched: false,
  isSaving: false,
});

/** Whether the control of a row is fetched. */
export const isFetched = ({ kind }: EditableField): boolean => kind !== undefined && FETCHED.includes(kind);

/** How a value looks that is on its way to the store. */
export const previewOf = ({ choices = [], chosen = [], preview }: EditableField, text: string): unknown => {
  if (preview) return preview(text);
  const known = [...choices, ...chosen].find(({ value }) => value === text);
  return known && html`<bdi>${known.label}</bdi>`;
};

/** Whether nothing was done to a row, or all of it taken back. What nothing is for nobody keeps. */
export const isUnchanged = ({ field, isTouched, purpose }: OpenRow, text: string): boolean =>
  !isTouched || (text === field.text && (text === '' || purpose === undefined || purpose === field.several?.purpose));
