import * as z from 'zod/mini';
import { decimalOf } from '../kernel/decimal.js';
import { day, type Infer, id, Money, name, text } from '../kernel/schema.js';
import { Items } from '../pricing/schema.js';
import { saleFields } from './sale.js';
import { Deal } from './schema.js';

/** What part somebody at the customer's has in a purchase. */
export const ContactRole = z.enum([
  'decisionMaker',
  'economicBuyer',
  'champion',
  'influencer',
  'evaluator',
  'blocker',
  'user',
  'other',
]);
export type ContactRole = z.infer<typeof ContactRole>;

/** A contact of a deal with the parts it has in it. One of them at most is the primary one: whom to call first. */
export const DealContact = z.object({
  contactId: id('contact'),
  roles: z.array(ContactRole),
  primary: z.optional(z.literal(true)),
});
export type DealContact = Infer<typeof DealContact>;

/** Somebody else who wants the same deal. */
export const Competitor = z.object({
  id: id('competitor'),
  name,
  companyId: z.optional(id('company')),
  /** Suspected; known to be in it; out of it; or the one who got it. */
  status: z.enum(['suspected', 'active', 'out', 'won']),
  strengths: z.optional(text(2_000)),
  weaknesses: z.optional(text(2_000)),
});
export type Competitor = Infer<typeof Competitor>;

/** Something that the customer needs. */
export const Need = z.object({
  id: id('need'),
  text: text(2_000),
  importance: z.optional(z.enum(['must', 'should', 'could'])),
  /** Whether what is offered meets it; absent while nobody has said. */
  isMet: z.optional(z.boolean()),
});
export type Need = Infer<typeof Need>;

/** What the customer has to spend. */
export const Budget = z.object({
  status: z.enum(['unknown', 'none', 'planned', 'approved']),
  amount: z.optional(Money.check(z.refine(({ minor }) => minor >= 0, 'A budget is 0 or more.'))),
  /** Who has approved it or can. */
  contactId: z.optional(id('contact')),
  /** The day it is there from. */
  from: z.optional(day),
});
export type Budget = Infer<typeof Budget>;

/** Whose work a deal is, and how much of it: the revenue splits make 100 percent, overlay ones come on top of them. */
export const Split = z.object({
  userId: id('user'),
  kind: z.enum(['revenue', 'overlay']),
  percent: z
    .number()
    .check(
      z.refine(
        (percent) => Number.isFinite(percent) && percent > 0 && percent <= 100 && decimalOf(percent).decimals <= 4,
        'Expected above 0 to 100 percent with up to 4 decimals.',
      ),
    ),
  /** What they do in it, such as "presales". */
  role: z.optional(name),
});
export type Split = Infer<typeof Split>;

/** What a won deal brought in the currency of the house, kept as it was when it was won. */
export const HouseValue = z.object({
  amount: Money,
  /** The day whose rates were taken: that of the closing. */
  day,
  /** The rates as they were entered then; none where it was won in the currency of the house. */
  rates: z.array(z.object({ from: z.string(), to: z.string(), day, rate: z.number() })),
});
export type HouseValue = Infer<typeof HouseValue>;

/** What a deal may have besides its first fields. They stand in the same row, and each command checks what it writes. */
export const dealDetails = {
  ...saleFields,
  contacts: z.optional(z.array(DealContact)),
  competitors: z.optional(z.array(Competitor)),
  needs: z.optional(z.array(Need)),
  budget: z.optional(Budget),
  splits: z.optional(z.array(Split)),
  items: z.optional(Items),
  /** Says that `amount` is to follow `items`. It does while it is what they came to: see `amountSource`. */
  amountFrom: z.optional(z.literal('items')),
  houseValue: z.optional(HouseValue),
};

/** A deal with all that can be known of it. */
export const DetailedDeal = z.extend(Deal, dealDetails);
export type DetailedDeal = Infer<typeof DetailedDeal>;

/** The details of a deal as any query answers it: its row has them all along. */
export const withDetails = (deal: Deal): DetailedDeal => deal;
