import type { Features } from '../translation.js';

/** The sentences of src/conditions in simplified Chinese. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: '条件',
    inCode: '这里有一个用代码写的条件。它照常生效，但无法在此显示。',
    remove: '移除',
  }),
};
