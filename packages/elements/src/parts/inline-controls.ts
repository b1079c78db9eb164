import type { Day } from '@kith/core';
import { nest } from '../base/nest.js';
import { KithAddressInput } from './address-input.js';
import type { Choice } from './choice.js';
import { KithCombobox } from './combobox.js';
import { KithDayInput } from './day-input.js';
import type { EditableField } from './editable-field.js';
import { FormControl } from './form-control.js';
import { KithMoneyInput } from './money-input.js';
import { KithPhoneInput } from './phone-input.js';
import { addressAsText, addressFromText, amountAsText, amountFromText, linesOf } from './typed-values.js';

/** What a control holds, as its own properties. Given again as it is, it changes nothing in a control. */
export type Held = Partial<KithDayInput | KithMoneyInput | KithPhoneInput | KithAddressInput | KithCombobox>;

/** What a control needs of its row. */
export interface InlineControlOptions {
  /** Where a label or a form has to find it. */
  readonly id?: string;
  readonly field: EditableField;
  /** What it starts from. */
  readonly held: Held;
  readonly isInvalid: boolean;
  /** The id of what is said below it. */
  readonly note: string | null;
}

/** The control of a row whose value no native control can hold: `parts/inline-edit.ts` fetches it when such a row is opened. */
export function inlineControl(parent: HTMLElement, options: InlineControlOptions): unknown {
  const { id, field, held, isInvalid, note } = options;
  const wiring = { ...held, ...(id && { id }), className: 'control', label: field.label, invalid: isInvalid, note };
  switch (field.kind) {
    case 'day':
      return nest(parent, KithDayInput, wiring as Partial<KithDayInput>);
    case 'money':
      return nest(parent, KithMoneyInput, wiring as Partial<KithMoneyInput>);
    case 'phone':
      return nest(parent, KithPhoneInput, wiring as Partial<KithPhoneInput>);
    case 'address':
      return nest(parent, KithAddressInput, wiring as Partial<KithAddressInput>);
    default:
      return nest(parent, KithCombobox, {
        ...(wiring as Partial<KithCombobox>),
        isMultiple: field.kind !== 'reference',
        choices: field.choices ?? NONE,
        search: field.search,
        create: field.kind === 'words' ? createWord : undefined,
      });
  }
}

/** What the control of a row starts from. */
export function heldOf(field: EditableField): Held {
  const { kind, text, currency = 'EUR', country = '' } = field;
  switch (kind) {
    case 'day':
      return { value: (text || undefined) as Day | undefined };
    case 'money': {
      const value = amountFromText(text);
      return { currency: value?.currency ?? currency, value };
    }
    case 'phone':
      return { value: text, country };
    case 'address':
      return { value: addressFromText(text), country } as Held;
    case 'words':
      return { chosen: linesOf(text).map(wordChoice) };
    default:
      return { chosen: linesOf(text).map((value) => choiceOf(value, field)) };
  }
}

/** What a control holds, also as the text of its field; or what is wrong with it, in words. */
export function readInlineControl(
  control: HTMLElement,
): { readonly text: string; readonly held: Held } | { readonly wrong: string } {
  if (!(control instanceof FormControl)) return { text: '', held: {} };
  if (!control.validity.valid && !control.validity.customError) return { wrong: control.validationMessage };
  if (control instanceof KithMoneyInput) {
    const { value, currency } = control;
    return { text: value ? amountAsText(value) : '', held: { value, currency } };
  }
  if (control instanceof KithAddressInput) {
    const { value } = control;
    return { text: value ? addressAsText(value) : '', held: { value } as Held };
  }
  if (control instanceof KithCombobox) {
    const { chosen } = control;
    return { text: chosen.map(({ value }) => value).join('\n'), held: { chosen } };
  }
  const { value } = control as KithDayInput | KithPhoneInput;
  return { text: value ?? '', held: { value } as Held };
}

const NONE: readonly Choice[] = [];
const createWord = async (word: string): Promise<Choice> => wordChoice(word);
const wordChoice = (word: string): Choice => ({ value: word, label: word });

const choiceOf = (value: string, { choices = [], chosen = [] }: EditableField): Choice =>
  [...chosen, ...choices].find((choice) => choice.value === value) ?? { value, label: value };
