import type { ProblemTexts } from '../../base/locale.js';

/** Refusals in Spanish, by the codes of docs/spec/problems.md; what is left out is told in English. */
export const problems: ProblemTexts = {
  'deals/unknown-stage': () => 'El embudo no tiene esta etapa.',
  'deals/no-such-stage': () => 'Al embudo le falta una etapa de este tipo. Añádala primero.',
  'deals/loss-reason-required': () => 'Indique por qué se perdió la oportunidad.',
  'deals/value-required': () => 'La oportunidad no tiene importe. Indique por cuánto se ganó.',
  'deals/negative-value': () => 'El importe ganado no puede ser negativo.',
  'deals/closed-in-the-future': () => 'La fecha de cierre no puede estar en el futuro.',
  'deals/no-such-day': () => 'Este día no existe.',
  'deals/contact-twice': () => 'Este contacto aparece dos veces. Indique todos sus papeles de una vez.',
  'deals/two-primary-contacts': () => 'Dos contactos figuran como el primero al que llamar. Elija uno.',
  'deals/splits-not-100': ({ percent }) => `Las partes de los ingresos suman ${percent} por ciento. Deben sumar 100.`,
  'deals/split-twice': () => 'Alguien aparece dos veces en el mismo tipo. Sume sus partes.',
  'deals/competitor-twice': ({ competitor }) =>
    `«${competitor}» ya está entre los competidores. Edite lo que se sabe de él.`,
  'deals/no-next-step': () => 'No hay nada acordado que se pueda dar por hecho. Escriba qué viene después.',
  'deals/no-such-part': () => 'Esto ya no está en la oportunidad. Vuelva a mirarla.',
  'companies/own-ancestor': () => 'Una empresa no puede pertenecer a sí misma ni a una de sus filiales. Elija otra.',
  'pipelines/reason-required': () => 'Indique el motivo.',
  'store/not-found': () => 'Este registro ya no existe.',
  'store/invalid': () => 'Lo indicado no es válido para este campo.',
  'store/not-editable': () => 'Este campo no se puede modificar directamente.',
  'store/changed-since': () => 'Alguien lo ha modificado entretanto. Revise el estado actual y cámbielo a mano.',
  'store/nothing-to-undo': () => 'No hay nada que deshacer.',
  'store/nothing-to-redo': () => 'No hay nada que rehacer.',
  'store/conflict': () => 'Otra persona está modificando lo mismo. Inténtelo de nuevo.',
  'store/quota': () => 'El almacenamiento está lleno. No se guardó nada.',
  'store/unavailable': () => 'El almacenamiento no está disponible ahora. Inténtelo más tarde.',
  'store/failed': () => 'El almacenamiento falló. No se guardó nada.',
  'tasks/not-planned': ({ subject }) => `«${subject}» ya está hecha o cancelada. Deshágalo o planéela de nuevo.`,
  'pipelines/invalid-rule': ({ stage }) => `Una regla de «${stage}» no está bien formada.`,
  'pipelines/no-such-field': ({ stage }) => `«${stage}» pide un campo que no se puede rellenar. Quítelo.`,
  'pipelines/invalid-criteria': ({ stage }) => `No se pueden leer las condiciones de «${stage}». Corríjalas.`,
  'pipelines/never-met': ({ stage }) => `Ninguna oportunidad puede cumplir las condiciones de «${stage}». Suavícelas.`,
  'pipelines/unknown-next': ({ stage }) =>
    `«${stage}» lleva a una etapa que no existe. Corrija los movimientos permitidos.`,
  'pipelines/dead-end': ({ stage }) =>
    `«${stage}» es un callejón sin salida: ningún movimiento permitido lleva a ganada o perdida.`,
  'pipelines/unreachable-stage': ({ stage }) =>
    `No se puede llegar a «${stage}»: ningún movimiento permitido lleva a ella.`,
  'pipelines/not-a-start': ({ stage }) => `Nada puede empezar en «${stage}»: está cerrada o requiere aprobación.`,
  'pipelines/no-room': ({ stage }) => `«${stage}» tiene un límite fijo de 0: nada podría estar en ella. Auméntelo.`,
  'pipelines/nobody-may': ({ stage }) => `Una regla de «${stage}» no nombra a nadie. Nombre a alguien o quítela.`,
  'pipelines/own-approval-only': ({ stage }) =>
    `Solo una persona puede mover a «${stage}» y tendría que aprobarlo ella misma. Nombre a otra.`,
  'pipelines/stage-in-use': ({ stage }) => `En «${stage}» todavía hay oportunidades. Indique adónde van.`,
  'pipelines/target-required': ({ stage }) => `Indique adónde van las oportunidades de «${stage}».`,
  'pipelines/unknown-target': ({ stage }) =>
    `Las oportunidades de «${stage}» no pueden ir ahí: el embudo no tendrá esa etapa.`,
  'pipelines/change-under-way': () => 'Este embudo se está cambiando. Espere a que las oportunidades se hayan movido.',
  'pipelines/rows-cannot-follow': ({ stage, target }) =>
    `En «${stage}» hay oportunidades sin importe, que no pueden ir a «${target}». Deles uno primero.`,
  'pipelines/changed-meanwhile': () => 'Alguien ha cambiado este embudo entretanto. Mire primero lo que hay ahora.',
  'pipelines/changed-again': () =>
    'Este embudo ha vuelto a cambiar desde entonces. Revierta primero el cambio posterior.',
  'elements/cancelled': () => 'La página no lo permitió.',
  'backup/not-a-backup': () => 'Este archivo no es una copia de seguridad. Elija otro.',
  'backup/newer-format': () => 'Esta copia procede de una versión más reciente. Actualice primero la aplicación.',
  'backup/newer-schema': () => 'Esta copia procede de una versión más reciente. Actualice primero la aplicación.',
  'backup/damaged': () => 'Este archivo no se puede descomprimir. Elija otra copia de seguridad.',
  'backup/truncated': ({ rows }) => `Esta copia está incompleta: se corta tras ${rows} filas. Elija otra.`,
  'backup/wrong-line': ({ line }) => `La línea ${line} de esta copia contiene un error. Elija otra.`,
  'backup/wrong-count': ({ rows, expected }) =>
    `Esta copia tiene ${rows} filas y debería tener ${expected}. Elija otra.`,
  'backup/wrong-checksum': () =>
    'Esta copia se modificó después de crearse; la suma de comprobación no coincide. Elija otra.',
};
