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
  'pipelines/reason-required': () => 'Escriba por qué se rechaza.',
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
