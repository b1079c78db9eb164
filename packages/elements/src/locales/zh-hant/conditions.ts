import type { Features } from '../translation.js';

/** The sentences of src/conditions in traditional Chinese. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: '條件',
    inCode: '以程式碼寫成，照常生效，但無法在此變更。',
    remove: '移除',
  }),
};
