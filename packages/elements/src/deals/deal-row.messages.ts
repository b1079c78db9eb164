import { type Messages, translated } from '../base/locale.js';

/** What a deal in a list says. */
export interface DealRowSentences {
  readonly closes: (day: string) => string;
  readonly wasToClose: (day: string) => string;
  readonly wonOn: (day: string) => string;
  readonly lostOn: (day: string) => string;
  readonly rotting: (days: number) => string;
  readonly noAmount: string;
}

export const dealRowMessages: Messages<DealRowSentences> = translated<DealRowSentences>('dealRow', (format) => ({
  closes: (day) => `closes ${day}`,
  wasToClose: (day) => `was to close ${day}`,
  wonOn: (day) => `Won ${day}`,
  lostOn: (day) => `Lost ${day}`,
  rotting: (days) =>
    format.plural(days, {
      one: `${format.number(days)} day without progress`,
      other: `${format.number(days)} days without progress`,
    }),
  noAmount: 'No amount',
}));
