import type { Id } from '../kernel/id.js';
import { type Instant, millisBetween } from '../kernel/instant.js';
import type { Deal, StageStay } from './schema.js';

/** How long one stay in a stage has lasted so far, in milliseconds; a clock that ran backwards counts as no time. */
export const stayMillis = (stay: StageStay, now: Instant): number =>
  Math.max(0, millisBetween(stay.enteredAt, stay.leftAt ?? now));

/** How long a deal was in each stage so far, in milliseconds; several stays in one stage add up. */
export function timeInStages(deal: Pick<Deal, 'stageHistory'>, now: Instant): ReadonlyMap<Id<'stage'>, number> {
  const millisByStage = new Map<Id<'stage'>, number>();
  for (const stay of deal.stageHistory)
    millisByStage.set(stay.stageId, (millisByStage.get(stay.stageId) ?? 0) + stayMillis(stay, now));
  return millisByStage;
}
