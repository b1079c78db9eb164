import { LossReason } from '@kith/core/deals';
import type { Collection } from '../collection.js';

/** The reasons that the house loses deals by. While there are none, any text is a reason. */
export const lossReasons: Collection<LossReason> = {
  name: 'lossReasons',
  kind: 'lossReason',
  schema: LossReason,
  shape: { indexes: [['name']] },
};
