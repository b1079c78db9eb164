import type { Features } from '../translation.js';

/** The sentences of src/conditions in Arabic. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'شرط',
    inCode: 'هنا شرط مكتوب في الشيفرة. هو سارٍ، لكن لا يمكن عرضه هنا.',
    remove: 'إزالة',
  }),
};
