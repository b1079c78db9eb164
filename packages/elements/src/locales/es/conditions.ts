import type { Features } from '../translation.js';

/** The sentences of src/conditions in Spanish. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'Condición',
    inCode: 'Escrito en código. Se aplica tal cual y no se puede cambiar aquí.',
    remove: 'Quitar',
  }),
};
