import type { Day, Money } from '@kith/core';
import { type FieldDefinition } from '@kith/core/fields';
import { html } from 'lit';
import type { KithElement } from '../base/element.js';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { readNumber } from '../base/read-number.js';
import { checkbox } from '../parts/checkbox.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { input, select, textarea } from '../parts/controls.js';
import { CURRENCIES } from '../parts/currencies.js';
import { KithDayInput } from '../parts/day-input.js';
import { type FieldOptions, field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { KithMoneyInput } from '../parts/money-input.js';

/** A value of a custom field, as a form holds it. */
export type FieldValue = FieldDefinition['default'];

/** How a field is asked for. */
export interface FieldControlOptions extends FieldOptions {
  /** What it holds; left out, the control keeps what is typed into it. */
  readonly value?: FieldValue;
  /** The words for a choice that is not made. */
  readonly none: string;
  readonly isRequired?: boolean | undefined;
  readonly onChange?: ((value: FieldValue) => void) | undefined;
}

/** The options of a choice that can be chosen now, in the reader's words. */
export const choicesOf = ({ options = [] }: FieldDefinition, locale: Locale): readonly Choice[] =>
  options
    .filter(({ retired }) => !retired)
    .map(({ value, labels }) => ({ value, label: labelOf({ labels, name: value }, locale) }));

/** The control of a field with its label and help, as forms show it. Needs fieldStyles and checkStyles. */
export function fieldControl(host: KithElement, definition: FieldDefinition, options: FieldControlOptions): unknown {
  const { lang } = host.locale;
  const { value, onChange, isRequired = false } = options;
  const tell = (next: FieldValue): void => onChange?.(next);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const typed = { ...options, isRequired, value: onChange ? (text ?? '') : undefined };
  switch (definition.type) {
    case 'longText':
      return field(options, textarea({ ...typed, onChange: (next) => tell(next || undefined) }));
    case 'email':
    case 'url':
      return field(options, input({ ...typed, type: definition.type, onChange: (next) => tell(next || undefined) }));
    case 'phone':
      return field(options, input({ ...typed, type: 'tel', onChange: (next) => tell(next || undefined) }));
    case 'number':
    case 'percent': {
      const onNumber = (next: string): void => {
        const plain = readNumber(next, lang);
        tell(plain === undefined ? undefined : Number(plain));
      };
      const after = definition.type === 'percent' ? '%' : undefined;
      return field(options, input({ ...typed, mode: 'decimal', after, onChange: onNumber }));
    }
    case 'money':
      return field(
        options,
        nest(
          host,
          KithMoneyInput,
          wired(options, {
            currency: definition.currency ?? host.locale.currency,
            currencies: definition.currency ? [] : CURRENCIES,
            required: isRequired,
            ...(onChange && { value: value as Money | undefined }),
            onchange: ({ target }: Event) => tell((target as KithMoneyInput).value),
          }),
        ),
      );
    case 'day':
    case 'instant':
      return field(
        options,
        nest(
          host,
          KithDayInput,
          wired(options, {
            required: isRequired,
            ...(onChange && { value: value as Day | undefined }),
            onchange: ({ target }: Event) => tell((target as KithDayInput).value),
          }),
        ),
      );
    case 'boolean':
      return html`<div class="field">${checkbox({ label: options.label, isOn: value === true, note: options.help, isRequired, ...(onChange && { onChange: tell }) })}</div>`;
    case 'choice':
      return field(
        options,
        select({
          ...typed,
          none: options.none,
          choices: choicesOf(definition, host.locale),
          onChange: (next) => tell(next || undefined),
        }),
      );
    case 'choices': {
      const choices = choicesOf(definition, host.locale);
      const chosen = Array.isArray(value) ? choices.filter((choice) => value.includes(choice.value)) : [];
      return field(
        options,
        nest(
          host,
          KithCombobox,
          wired(options, {
            choices,
            isMultiple: true,
            required: isRequired,
            ...(onChange && { chosen }),
            onchange: ({ target }: Event) => tell((target as KithCombobox).chosen.map((choice) => choice.value)),
          }),
        ),
      );
    }
    case 'reference':
    case 'user':
      return field(
        options,
        nest(host, KithCombobox, wired(options, { search: nobody, required: isRequired, placeholder: options.none })),
      );
    case 'formula':
    case 'rollUp':
      return field(options, input({ ...typed, isReadOnly: true, value: '…' }));
    case 'text':
      return field(options, input({ ...typed, onChange: (next) => tell(next || undefined) }));
  }
}

/** A preview looks nobody up. */
const nobody = async (): Promise<readonly Choice[]> => [];
