import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

/**
 * How many rows a stage with a hard limit held when something last came or went. Whoever comes or goes writes it, so that
 * of two who take the last place at once one meets a conflict and counts again.
 */
export interface StageCounter extends Identified {
  readonly count: number;
}

/** Counters of stages with a hard limit. */
export const stageCounters: Collection<StageCounter> = {
  name: 'stageCounters',
  kind: 'stageCounter',
  schema: z.object({ id: z.string(), count: z.number() }) as never,
  shape: { indexes: [] },
};
