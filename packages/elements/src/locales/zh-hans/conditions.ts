import type { Features } from '../translation.js';

/** The sentences of src/conditions in simplified Chinese. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: '条件',
    inCode: '以代码写成，照常生效，但不能在此更改。',
    remove: '移除',
  }),
};
