import type { Day } from '@kith/core';
import { nest } from '../base/nest.js';
import type { Choice } from './choice.js';
import { KithCombobox } from './combobox.js';
import { KithDayInput } from './day-input.js';
import type { EditableField } from './editable-field.js';
import { FormControl } from './form-control.js';
import { KithMoneyInput } from './money-input.js';
import { KithPhoneInput } from './phone-input.js';
import { amountAsText, amountFromText, linesOf } from './typed-values.js';

/** What a control needs of its row. */
export interface InlineControlOptions {
  readonly field: EditableField;
  /** What it starts from. */
  readonly text: string;
  readonly isInvalid: boolean;
  /** The id of what is said below it. */
  readonly note: string | null;
}

/** The control of a row whose value no native control can hold: `parts/inline-edit.ts` fetches it when such a row is opened. */
export function inlineControl(parent: HTMLElement, options: InlineControlOptions): unknown {
  const { field, text, isInvalid, note } = options;
  const wiring = { className: 'control', label: field.label, invalid: isInvalid, note };
  switch (field.kind) {
    case 'day':
      return nest(parent, KithDayInput, { ...wiring, value: (text || undefined) as Day | undefined });
    case 'money':
      return nest(parent, KithMoneyInput, { ...wiring, ...amountOf(text, field.currency) });
    case 'phone':
      return nest(parent, KithPhoneInput, { ...wiring, value: text });
    case 'words':
      return nest(parent, KithCombobox, {
        ...wiring,
        isMultiple: true,
        choices: field.choices ?? [],
        chosen: linesOf(text).map(wordChoice),
        create: async (word) => wordChoice(word),
      });
    default:
      return nest(parent, KithCombobox, {
        ...wiring,
        isMultiple: field.kind === 'choices',
        choices: field.choices ?? [],
        search: field.search,
        chosen: linesOf(text).map((value) => choiceOf(value, field)),
      });
  }
}

/** What a control holds, as the text of its field; or what is wrong with it, in words. */
export function readInlineControl(control: HTMLElement): { readonly text: string } | { readonly wrong: string } {
  if (!(control instanceof FormControl)) return { text: '' };
  if (!control.validity.valid && !control.validity.customError) return { wrong: control.validationMessage };
  if (control instanceof KithMoneyInput) return { text: control.value ? amountAsText(control.value) : '' };
  if (control instanceof KithCombobox) return { text: control.chosen.map(({ value }) => value).join('\n') };
  return { text: (control as KithDayInput | KithPhoneInput).value ?? '' };
}

function amountOf(text: string, currency = 'EUR'): Partial<KithMoneyInput> {
  const value = amountFromText(text);
  return { currency: value?.currency ?? currency, value };
}

const wordChoice = (word: string): Choice => ({ value: word, label: word });

const choiceOf = (value: string, { choices = [], chosen = [] }: EditableField): Choice =>
  [...chosen, ...choices].find((choice) => choice.value === value) ?? { value, label: value };
