import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import type { Id } from '../kernel/id.js';
import { type Infer, id, name, whole } from '../kernel/schema.js';
import type { StageRules } from './stage-rules.js';

/**
 * Whether a deal in a stage is still open, won or lost, or open and on hold (parked, until somebody takes it up again):
 * said explicitly, never read off a probability.
 */
export const StageType = z.enum(['open', 'won', 'lost', 'hold']);
export type StageType = z.infer<typeof StageType>;

/** One step of a pipeline. */
export const Stage = z.object({
  id: id('stage'),
  name,
  type: StageType,
  /** How likely a deal that is here is won, 0–100. */
  probability: z.number().check(z.refine((percent) => percent >= 0 && percent <= 100, 'Expected 0 to 100 percent.')),
  /** Days without progress after which a deal here counts as rotting. On hold nothing rots. */
  rottingDays: z.optional(whole(1)),
  /** What it takes to come here and to leave, and how a forecast counts it. Checked by `checkPipeline` of `@kith/core/pipelines`. */
  rules: z.optional(z.custom<StageRules>()),
});
export type Stage = Infer<typeof Stage>;

/** The way deals go, stage by stage in this order. */
export const Pipeline = z
  .object({
    id: id('pipeline'),
    name,
    stages: z.array(Stage).check(z.refine((stages) => stages.length > 0, 'Expected at least one stage.')),
    ...entityFields,
    /** How the definition has come about; absent for one that was never changed. Checked by `checkPipeline`. */
    past: z.optional(z.custom<PipelinePast>()),
  })
  .check(
    z.refine(
      (pipeline) => new Set(pipeline.stages.map((stage) => stage.id)).size === pipeline.stages.length,
      'Two stages have the same id.',
    ),
  );
export type Pipeline = Infer<typeof Pipeline>;

/** What is left of a pipeline's earlier definitions. */
export interface PipelinePast {
  /** How many definitions there were before this one. */
  readonly version: number;
  /** Which stage has taken the place of one that is gone. */
  readonly successors: Readonly<Record<Id<'stage'>, Id<'stage'>>>;
  /** The change that is under way: rows are still on their way to where the definition wants them. */
  readonly changeId?: Id<'pipelineChange'>;
}
