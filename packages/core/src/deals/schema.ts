import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { day, type Infer, id, instant, Money, name, rank } from '../kernel/schema.js';
import { LARGEST_AMOUNT } from './limits.js';

/** One stay of a deal in a stage. */
export const StageStay = z.object({
  stageId: id('stage'),
  enteredAt: instant,
  /** Who moved it here; absent when no person did. */
  enteredBy: z.optional(id('user')),
  /** Absent while it is still here. */
  leftAt: z.optional(instant),
});
export type StageStay = Infer<typeof StageStay>;

/** What somebody agreed to do next on a deal. */
export const NextStep = z.object({
  kind: z.enum(['call', 'email', 'meeting', 'task']),
  subject: name,
  day: z.optional(day),
});

const Amount = Money.check(
  z.refine(({ minor }) => minor >= 0, 'A deal cannot bring less than nothing.'),
  z.refine(({ minor }) => minor <= LARGEST_AMOUNT, 'No deal is worth that much.'),
);

/** A chance to sell (opportunity, 商机). */
export const Deal = z.object({
  id: id('deal'),
  name,
  /** What it is expected to bring; the won value stands in `actualValue`. */
  amount: z.optional(Amount),
  pipelineId: id('pipeline'),
  stageId: id('stage'),
  /** What its stage makes of it, open on hold, too; kept beside it so that it can be counted and filtered. */
  status: z.enum(['open', 'won', 'lost']),
  /** Its place among the deals of its stage. */
  rank,
  companyId: z.optional(id('company')),
  contactIds: z.optional(z.array(id('contact'))),
  productIds: z.optional(z.array(id('product'))),
  teamId: z.optional(id('team')),
  source: z.optional(z.string()),
  /** The day work on it began. */
  openedDay: z.optional(day),
  expectedCloseDay: z.optional(day),
  /** The day it was won or lost. */
  actualCloseDay: z.optional(day),
  /** What it brought when it was won. */
  actualValue: z.optional(Amount),
  lossReason: z.optional(z.string()),
  lossNote: z.optional(z.string()),
  nextStep: z.optional(NextStep),
  /** When it came into its stage: rotting and time in stage count from here. */
  stageEnteredAt: instant,
  /** Every stay in a stage, oldest first; the last one is where it is now. */
  stageHistory: z.array(StageStay),
  description: z.optional(z.string()),
  /** Days it was expected to close on before, oldest first. */
  closeDayHistory: z.optional(z.array(z.object({ day, at: instant, by: z.optional(id('user')) }))),
  ...entityFields,
});
export type Deal = Infer<typeof Deal>;
