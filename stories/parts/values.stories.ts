import type { Day } from '@kith/core';
import {
  dayRange,
  type FieldOptions,
  field,
  KithDayInput,
  KithMoneyInput,
  KithPhoneInput,
  wired,
} from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { nest } from '../../packages/elements/src/base/nest.js';
import { guidance, type PartsSurface, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Money, day, phone',
  parameters: guidance(
    'Values that no native field can hold: amounts in whole minor units, days without a time, telephone numbers as E.164. Each is typed as people of the page’s language write it.',
    [
      'Give one currency where there is one; several make a choice at the end of the field.',
      'Bound a day (`min`, `max`) rather than refuse it afterwards.',
      'Give `country` where the form knows the address.',
    ],
    [
      'An amount as a plain number: 0.1 + 0.2 is not 0.3 there.',
      'A day as a moment: it would be another one for somebody else.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const day = (value: string) => value as Day;
const amount = (parent: PartsSurface, of: FieldOptions, properties: Partial<KithMoneyInput>) =>
  field(of, nest(parent, KithMoneyInput, wired(of, properties)));
const onDay = (parent: PartsSurface, of: FieldOptions, properties: Partial<KithDayInput>) =>
  field(of, nest(parent, KithDayInput, wired(of, properties)));
const number = (parent: PartsSurface, of: FieldOptions, properties: Partial<KithPhoneInput>) =>
  field(of, nest(parent, KithPhoneInput, wired(of, properties)));

/** Filled, empty, of several currencies, wrong and disabled. */
export const States: Story = {
  render: () =>
    surface(
      (parent) => html`
        <div class="fields">
          ${amount(parent, { id: 'amount', label: 'Amount' }, { value: { minor: 3_600_000, currency: 'EUR' } })}
          ${amount(parent, { id: 'several', label: 'Amount' }, { value: { minor: 3_600_000, currency: 'USD' }, currencies: ['EUR', 'USD', 'JPY'] })}
          ${amount(parent, { id: 'wrong', label: 'Amount', error: 'EUR has 2 decimals at most.' }, { currency: 'EUR' })}
          ${onDay(parent, { id: 'close', label: 'Close date' }, { value: day('2026-12-18') })}
          ${onDay(parent, { id: 'empty', label: 'Birthday', note: 'optional' }, {})}
          ${onDay(parent, { id: 'disabled', label: 'Created' }, { value: day('2025-02-03'), disabled: true })}
          ${number(parent, { id: 'phone', label: 'Phone' }, { value: '+358401234567' })}
          ${number(parent, { id: 'none', label: 'Phone', help: 'With the country’s code.' }, {})}
          ${dayRange(parent, { label: 'Closes', id: 'range', from: day('2026-12-01'), to: day('2026-12-31') })}
        </div>
      `,
    ),
};

/** The same amounts and days, as five languages write them. */
export const InManyLanguages: Story = {
  render: () =>
    html`${['en-GB', 'de', 'fr', 'ja', 'ar-EG'].map(
      (lang) => html`
        <div lang=${lang} dir=${lang.startsWith('ar') ? 'rtl' : 'ltr'} style="margin-block-end: 16px">
          ${surface(
            (parent) => html`
              <div class="fields">
                ${amount(parent, { id: 'amount', label: lang }, { value: { minor: 123_456_789, currency: lang === 'ja' ? 'JPY' : 'EUR' } })}
                ${onDay(parent, { id: 'day', label: lang }, { value: day('2026-12-18') })}
              </div>
            `,
          )}
        </div>
      `,
    )}`,
};
