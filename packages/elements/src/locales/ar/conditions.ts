import type { Features } from '../translation.js';

/** The sentences of src/conditions in Arabic. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'شرط',
    inCode: 'مكتوب في الشيفرة. هو سارٍ كما هو ولا يمكن تغييره هنا.',
    remove: 'إزالة',
  }),
};
