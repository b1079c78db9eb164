import { type Instant, millisBetween } from '../kernel/instant.js';
import type { Pipeline, Stage } from './schema.js';
import { type Staged, stageOf } from './staged.js';

/** One uninterrupted stay in a stage as the pipeline is today. */
export interface StageStretch {
  readonly stage: Stage;
  /** Milliseconds so far, or until it was left. */
  readonly millis: number;
  /** Absent while the row is still there. */
  readonly leftFor?: Stage;
}

/**
 * A row's way through the stages of its pipeline as it is today: what was in a stage that is gone counts for the one that
 * took its place, stays in one stage behind each other are one, and stages that never were in this pipeline are passed
 * over. Stages are found by id, so a renamed one keeps its history.
 */
export function stretchesOf(
  row: Pick<Staged, 'stageHistory'>,
  pipeline: Pick<Pipeline, 'stages' | 'past'>,
  now: Instant,
): readonly StageStretch[] {
  const stretches: { stage: Stage; millis: number; leftFor?: Stage }[] = [];
  for (const { stageId, enteredAt, leftAt } of row.stageHistory) {
    const stage = stageOf(pipeline, stageId);
    if (!stage) continue;
    // A clock that ran backwards takes no time away.
    const millis = Math.max(0, millisBetween(enteredAt, leftAt ?? now));
    const last = stretches.at(-1);
    if (last?.stage === stage) last.millis += millis;
    else {
      if (last) last.leftFor = stage;
      stretches.push({ stage, millis });
    }
  }
  return stretches;
}
