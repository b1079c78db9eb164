import type { Deal } from '@kith/core';
import { SaleDeal } from '@kith/core/deals';
import type { Collection } from '../collection.js';

/** Chances to sell. */
export const deals: Collection<Deal> = {
  name: 'deals',
  kind: 'deal',
  schema: SaleDeal,
  shape: {
    indexes: [
      ['pipelineId', 'stageId', 'rank'],
      ['companyId', 'status', 'rank'],
      ['ownerId', 'status', 'rank'],
    ],
    tallies: [
      { by: ['pipelineId', 'stageId', 'amount.currency'], sum: ['amount.minor'] },
      { by: ['pipelineId', 'stageId', 'actualValue.currency'], sum: ['actualValue.minor'] },
      { by: ['ownerId', 'status', 'amount.currency'], sum: ['amount.minor'] },
    ],
    search: [{ path: 'name', weight: 3 }, { path: 'nextStep.subject' }, { path: 'source' }, { path: 'tags' }],
  },
};
