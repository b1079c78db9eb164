import type { Format } from '../base/format.js';
import { type Messages, translated } from '../base/locale.js';

/** What controls say of themselves. */
export interface ControlSentences {
  readonly required: string;
  readonly notAnAmount: string;
  readonly decimals: (count: number, currency: string) => string;
  readonly amountTooLarge: string;
  readonly currency: string;
  readonly notANumber: string;
  readonly needsCountry: string;
  readonly notADay: (example: string) => string;
  readonly tooEarly: (day: string) => string;
  readonly tooLate: (day: string) => string;
  readonly openCalendar: string;
  readonly from: string;
  readonly to: string;
}

export const controlMessages: Messages<ControlSentences> = translated<ControlSentences>(
  'control',
  (format: Format) => ({
    required: 'Fill this in.',
    notAnAmount: `Write an amount, such as ${format.number(1250)}.`,
    decimals: (count, currency) =>
      format.plural(count, {
        one: `${currency} has one decimal at most.`,
        other: count === 0 ? `${currency} has no decimals.` : `${currency} has ${count} decimals at most.`,
      }),
    amountTooLarge: 'This is more than an amount can be.',
    currency: 'Currency',
    notANumber: 'Write a phone number: digits, with + and the country’s code in front.',
    needsCountry: 'Begin with + and the country’s code.',
    notADay: (example) => `Write a day, such as ${example}.`,
    tooEarly: (day) => `Choose ${day} or later.`,
    tooLate: (day) => `Choose ${day} or earlier.`,
    openCalendar: 'Open the calendar',
    from: 'From',
    to: 'To',
  }),
);
