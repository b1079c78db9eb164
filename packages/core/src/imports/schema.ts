import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, instant, name } from '../kernel/schema.js';

const count = z.int().check(z.nonnegative());

/** One import: what it was, how far it came, and what it counted. */
export const Import = z.object({
  id: id('import'),
  /** The name of its mapping. */
  name,
  /** The collection its rows went into. */
  into: z.string(),
  system: z.string(),
  /** `failed` and `cancelled` ones may have written something: their steps say what. */
  state: z.enum(['running', 'finished', 'cancelled', 'failed', 'reverted']),
  startedAt: instant,
  endedAt: z.optional(instant),
  /** How many steps its journal has. */
  steps: count,
  rowsIn: count,
  created: count,
  updated: count,
  unchanged: count,
  rejected: count,
  ...entityFields,
});
export type Import = Infer<typeof Import>;

/** One batch of an import, written together with the rows it tells of: what takes it back. */
export const ImportStep = z.object({
  id: id('importStep'),
  importId: id('import'),
  entries: z.array(
    z.object({
      collection: z.string(),
      id: z.string(),
      /** How the row was before; null for one that was not there. */
      before: z.nullable(z.record(z.string(), z.unknown())),
      /** The fingerprint of how the import left it. */
      left: z.string(),
    }),
  ),
  ...entityFields,
});
export type ImportStep = z.infer<typeof ImportStep>;

/** The id of a step: that of its import and its number, so that a step is never written twice. */
export const importStepId = (importId: Import['id'], step: number): ImportStep['id'] =>
  `importStep_${importId.slice('import_'.length)}-${String(step).padStart(6, '0')}` as ImportStep['id'];
