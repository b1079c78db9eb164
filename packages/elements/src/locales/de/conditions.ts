import type { Features } from '../translation.js';

/** The sentences of src/conditions in German. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'Bedingung',
    inCode: 'Hier steht eine Bedingung, die im Code geschrieben wurde. Sie gilt, kann hier aber nicht gezeigt werden.',
    remove: 'Entfernen',
  }),
};
