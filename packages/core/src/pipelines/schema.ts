import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, name, whole } from '../kernel/schema.js';

/** Whether a deal in a stage is still open, won or lost: said explicitly, never read off a probability. */
export const StageType = z.enum(['open', 'won', 'lost']);
export type StageType = z.infer<typeof StageType>;

/** One step of a pipeline. */
export const Stage = z.object({
  id: id('stage'),
  name,
  type: StageType,
  /** How likely a deal that is here is won, 0–100. */
  probability: z.number().check(z.refine((percent) => percent >= 0 && percent <= 100, 'Expected 0 to 100 percent.')),
  /** Days without progress after which a deal here counts as rotting. */
  rottingDays: z.optional(whole(1)),
});
export type Stage = Infer<typeof Stage>;

/** The way deals go, stage by stage in this order. */
export const Pipeline = z
  .object({
    id: id('pipeline'),
    name,
    stages: z.array(Stage).check(z.refine((stages) => stages.length > 0, 'Expected at least one stage.')),
    ...entityFields,
  })
  .check(
    z.refine(
      (pipeline) => new Set(pipeline.stages.map((stage) => stage.id)).size === pipeline.stages.length,
      'Two stages have the same id.',
    ),
  );
export type Pipeline = Infer<typeof Pipeline>;
