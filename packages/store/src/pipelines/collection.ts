import { Pipeline } from '@kith/core';
import type { Collection } from '../collection.js';

/** Pipelines with their stages. */
export const pipelines: Collection<Pipeline> = {
  name: 'pipelines',
  kind: 'pipeline',
  schema: Pipeline,
  shape: { indexes: [['name']] },
  whyStays: async (pipeline, ahead) => (await import('./pipeline-in-use.js')).pipelineInUse(pipeline, ahead),
};
