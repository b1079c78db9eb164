import * as z from 'zod/mini';
import type { Filter } from '../filters/filter.js';
import { type Infer, id, Money, text, whole } from '../kernel/schema.js';

const people = z.object({
  users: z.optional(z.array(id('user'))),
  teams: z.optional(z.array(id('team'))),
  roles: z.optional(z.array(text(100))),
});

const approvers = z.extend(people, {
  /**
   * Whether every name has to approve, and one after the other: users, then teams, then roles, each as they are named.
   * For a team or a role one of its people does. When left out, anybody who is meant is enough.
   */
  need: z.optional(z.enum(['all', 'inOrder'])),
});

/** What it takes to come into a stage and to leave it. Everything may be left out: what is not said is allowed. */
export const StageRules = z.strictObject({
  /** New rows may begin here. Where no stage says so, they may begin in any open one. */
  start: z.optional(z.boolean()),
  /** Paths of the fields that must be filled to come in, such as `expectedCloseDay` or `customFields.budget`. */
  requires: z.optional(z.array(text(200))),
  /** What must hold of a row as it comes in. */
  enter: z.optional(z.custom<Filter>()),
  /** What must hold of a row before it goes on: to a later stage that is neither lost nor on hold; from a hold to any such one. */
  leave: z.optional(z.custom<Filter>()),
  /** The stages to which a row may go from here; any when left out. */
  next: z.optional(z.array(id('stage'))),
  /** Who may move a row here; anybody when left out. */
  movers: z.optional(people),
  /** Whose approval a move to here needs; nobody's when left out. */
  approvers: z.optional(approvers),
  /** How many rows should be here at once at most. A `hard` limit refuses the next one. */
  limit: z.optional(z.object({ most: whole(0), hard: z.optional(z.boolean()) })),
  /**
   * How much money the rows here should come to at once at most: the sum of `field` (`amount` when left out) over the rows
   * that have it in the currency of `most`; rows in other currencies do not count. A `hard` limit refuses what would be more.
   */
  amountLimit: z.optional(
    z.object({
      most: Money.check(z.refine(({ minor }) => minor >= 0, 'Expected an amount of 0 or more.')),
      field: z.optional(text(200)),
      hard: z.optional(z.boolean()),
    }),
  ),
  /** The forecast category of open deals here. When left out: by their probability, and omitted where they are on hold. */
  category: z.optional(z.enum(['pipeline', 'bestCase', 'mostLikely', 'commit', 'omitted'])),
});
export type StageRules = Infer<typeof StageRules>;
