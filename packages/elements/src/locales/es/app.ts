import type { Features } from '../translation.js';

/** The sentences of src/app in Spanish. */
export const app: Features['app'] = {
  app: () => ({
    undo: 'Deshacer',
    redo: 'Rehacer',
    undone: 'Deshecho',
    redone: 'Rehecho',
    dismiss: 'Cerrar',
    cancel: 'Cancelar',
    close: 'Cerrar',
    save: 'Guardar',
    optional: 'opcional',
    notifications: 'Notificaciones',
    notSaved: (why) => `No se guardó. ${why}`,
    opening: 'Abriendo…',
    cannotOpen: 'No se pueden abrir los datos',
    tryAgain: 'Reintentar',
    fillIn: 'Complete este campo para continuar.',
    asks: {
      'deals/loss-reason-required': { title: '¿Por qué se perdió?', action: 'Marcar como perdida' },
      'deals/value-required': { title: '¿Por qué importe se ganó?', action: 'Marcar como ganada' },
      'deals/negative-value': { title: '¿Por qué importe se ganó?', action: 'Marcar como ganada' },
    },
    stageAsks: (stage) => ({ title: `Lo que pide «${stage}»`, action: 'Mover' }),
    fields: { lossReason: 'Motivo', lossNote: 'Nota', actualValue: 'Importe', closeDay: 'Fecha de cierre' },
    lossReasons: ['Precio', 'Competencia', 'Sin presupuesto', 'Sin decisión', 'Mal momento', 'Falta una función'],
  }),
};
