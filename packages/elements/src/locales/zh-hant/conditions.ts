import type { Features } from '../translation.js';

/** The sentences of src/conditions in traditional Chinese. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: '條件',
    inCode: '這裡有一個用程式碼寫的條件。它照常生效，但無法在此顯示。',
    remove: '移除',
  }),
};
