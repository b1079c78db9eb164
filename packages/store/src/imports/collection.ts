import { Import, ImportStep } from '@kith/core/imports';
import type { Collection, Identified } from '../collection.js';

/** Every import that wrote something. */
export const imports: Collection<Import> = {
  name: 'imports',
  kind: 'import',
  schema: Import,
  shape: { indexes: [['startedAt']] },
};

/** The journal of the imports. Read by id only. */
export const importSteps: Collection<Identified> = {
  name: 'importSteps',
  kind: 'importStep',
  schema: ImportStep,
  shape: { indexes: [] },
};
