import { type Id, ok, type Result, withoutEmpty } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import { type Command, command } from '../../command.js';
import { stillFilled } from '../../pipelines/still-filled.js';
import type { Work } from '../../work.js';
import { detailedDeals } from './collection.js';

/** What every command on one deal is told. */
export interface OfDeal {
  readonly id: Id<'deal'>;
}

/** A command that has a rule change one deal. Where nothing changes, nothing is written. */
export const changeDeal = <Input extends OfDeal>(
  type: string,
  input: Input,
  rule: (deal: DetailedDeal, work: Work) => Result<DetailedDeal> | Promise<Result<DetailedDeal>>,
): Command<DetailedDeal> =>
  command(type, input, async (work) => {
    const deal = await work.require(detailedDeals, input.id);
    if (!deal.ok) return deal;
    const changed = await rule(deal.value, work);
    if (!changed.ok || changed.value === deal.value) return changed;
    const filled = await stillFilled(work, detailedDeals, deal.value, changed.value);
    if (!filled.ok) return filled;
    return work.put(detailedDeals, stamped(changed.value, work));
  });

/** A deal with something set or emptied. */
export const withField = (deal: DetailedDeal, fields: Partial<DetailedDeal>): Result<DetailedDeal> =>
  ok(withoutEmpty({ ...deal, ...fields }));

/** A deal that was changed now. */
export const stamped = (deal: DetailedDeal, { env }: Work): DetailedDeal =>
  withoutEmpty({ ...deal, modifiedAt: env.now, modifiedBy: env.actor });
