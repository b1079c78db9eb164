import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** The sentences of limits, whether so many cards or so much money: what is put in is written already. */
export const limitsMessages = translated('boardLimits', (_: Format) => ({
  limit: (held: string, most: string) => `${held} of at most ${most}`,
  atLimit: (most: string, isHard: boolean) =>
    isHard ? `Limit of ${most} reached. Move one on before adding.` : `Limit of ${most} reached.`,
  overLimit: (most: string, over: string) => `${over} over the limit of ${most}.`,
  most: (most: string) => `${most} at most`,
  otherCurrencies: (currency: string) => `Only amounts in ${currency} count.`,
}));

/** Those sentences in one language. */
export type LimitsSentences = ReturnType<(typeof limitsMessages)['en']>;
