import type { Features } from '../translation.js';

/** The sentences of src/conditions in German. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'Bedingung',
    inCode: 'Im Code geschrieben. Das gilt so und lässt sich hier nicht ändern.',
    remove: 'Entfernen',
  }),
};
