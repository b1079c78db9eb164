import { type Instant, millisBetween } from '../kernel/instant.js';
import type { Stage } from '../pipelines/schema.js';
import type { Deal } from './schema.js';

const MILLIS_PER_DAY = 86_400_000;

/**
 * How many whole days an open deal has been without progress, once that is as long as its stage's `rottingDays`;
 * undefined while it is not rotting, and on hold. Progress is its last move or, if that is later, the last activity done on it
 * (`lastDoneAt`); when it was made does not count.
 */
export function rottingDays(
  deal: Pick<Deal, 'status' | 'stageEnteredAt'>,
  stage: Pick<Stage, 'rottingDays'> & Partial<Pick<Stage, 'type'>>,
  now: Instant,
  lastActivityAt?: Instant,
): number | undefined {
  if (deal.status !== 'open' || !stage.rottingDays || stage.type === 'hold') return undefined;
  const progressAt =
    lastActivityAt !== undefined && lastActivityAt > deal.stageEnteredAt ? lastActivityAt : deal.stageEnteredAt;
  const days = Math.floor(millisBetween(progressAt, now) / MILLIS_PER_DAY);
  return days >= stage.rottingDays ? days : undefined;
}
