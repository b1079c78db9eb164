import * as z from 'zod/mini';
import { type Infer, Money, whole } from '../kernel/schema.js';
import { LARGEST_AMOUNT } from './limits.js';
import { Deal } from './schema.js';

/**
 * What comes in again and again: so much each period, for so many periods or until somebody ends it. It is no part of the
 * `amount` of the deal and may be in another currency: nothing ever adds the two.
 */
export const Recurring = z.object({
  amount: Money.check(
    z.refine(({ minor }) => minor >= 0, 'What comes again and again is 0 or more.'),
    z.refine(({ minor }) => minor <= LARGEST_AMOUNT, 'No deal is worth that much.'),
  ),
  period: z.enum(['month', 'quarter', 'year']),
  /** How many periods it was agreed for; absent where it has no end. */
  periods: z.optional(whole(1, 1_200)),
});
export type Recurring = Infer<typeof Recurring>;

/** What kind of sale a deal is, and what comes of it besides its amount. Checked with every deal that is written. */
export const saleFields = {
  /** A first sale, the next term of one that was made, or more of it (upsell, cross-sell). */
  type: z.optional(z.enum(['new', 'renewal', 'expansion'])),
  /** The campaign it comes from, as people or a link (`utm_campaign`) name it. */
  campaign: z.optional(z.string()),
  recurring: z.optional(Recurring),
};

/** A deal with what kind of sale it is. */
export const SaleDeal = z.extend(Deal, saleFields);
export type SaleDeal = Infer<typeof SaleDeal>;
