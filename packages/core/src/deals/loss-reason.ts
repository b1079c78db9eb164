import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, name, rank } from '../kernel/schema.js';

/** A reason to lose a deal by, from the list that the house keeps. A deal's `lossReason` is its name. */
export const LossReason = z.object({
  id: id('lossReason'),
  name,
  /** Its place in the list. */
  rank: z.optional(rank),
  /** While it is being taken off the list: the name of the one that its deals get instead. */
  replacedBy: z.optional(name),
  ...entityFields,
});
export type LossReason = Infer<typeof LossReason>;
