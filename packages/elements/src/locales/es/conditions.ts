import type { Features } from '../translation.js';

/** The sentences of src/conditions in Spanish. */
export const conditions: Features['conditions'] = {
  conditions: () => ({
    add: 'Condición',
    inCode: 'Aquí hay una condición escrita en código. Se aplica, pero no se puede mostrar aquí.',
    remove: 'Quitar',
  }),
};
