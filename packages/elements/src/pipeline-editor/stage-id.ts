import type { Id } from '@kith/core';

/** An id for a stage that is not stored yet: a pipeline's definition names its stages itself. */
export const newStageId = (): Id<'stage'> => `stage_${crypto.randomUUID().replaceAll('-', '')}` as Id<'stage'>;
