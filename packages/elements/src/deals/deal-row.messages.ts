import { type Messages, messages } from '../base/locale.js';

/** What a deal in a list says. */
export interface DealRowSentences {
  readonly closes: (day: string) => string;
  readonly wasToClose: (day: string) => string;
  readonly wonOn: (day: string) => string;
  readonly lostOn: (day: string) => string;
  readonly rotting: (days: number) => string;
  readonly noAmount: string;
}

export const dealRowMessages: Messages<DealRowSentences> = messages<DealRowSentences>({
  en: (format) => ({
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
  }),
  'zh-Hans': (format) => ({
    closes: (day) => `预计 ${day} 关闭`,
    wasToClose: (day) => `原定 ${day} 关闭`,
    wonOn: (day) => `${day} 赢单`,
    lostOn: (day) => `${day} 丢单`,
    rotting: (days) => `${format.number(days)} 天没有进展`,
    noAmount: '无金额',
  }),
});
