import type { Features } from '../translation.js';

const STEPS = { call: 'Llamada', email: 'Correo', meeting: 'Reunión', task: 'Tarea' } as const;

/** The sentences of src/pipelines in Spanish. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
    loading: 'Cargando oportunidades',
    noPipeline: 'Todavía no hay ningún embudo',
    noPipelineHow: 'Importe oportunidades o cree un embudo, y sus etapas aparecerán aquí.',
    unknownPipeline: 'Este embudo no existe',
    unknownPipelineHow: 'Puede que se haya eliminado o que la dirección sea antigua.',
    failed: 'No se pudieron leer las oportunidades',
    tryAgain: 'Reintentar',
    newDeal: 'Nueva oportunidad',
    open: 'abierto',
    weighted: 'ponderado',
    weightedWhy: (probability) => `Importe × ${format.percent(probability)}`,
    dealCount: (count) =>
      format.plural(count, { one: '1 oportunidad', other: `${format.number(count)} oportunidades` }),
    addTo: (stage) => `Añadir una oportunidad a ${stage}`,
    empty: 'Sin oportunidades',
    emptyBoard: 'Todavía no hay oportunidades',
    emptyBoardHow: 'Añada la primera o impórtelas.',
    emptyWon: 'Todavía no hay nada ganado',
    emptyWonHow: 'Las oportunidades ganadas llegan aquí.',
    moveDeal: (name) => `Mover ${name}`,
    move: 'Mover…',
    noNextStep: 'Sin próximo paso',
    nextStep: (kind, when) => (when ? `${STEPS[kind]} ${when}` : STEPS[kind]),
    overdue: (kind, days) => `${STEPS[kind]}, ${format.number(days)} d de retraso`,
    wonOn: (day) => `Ganada ${day}`,
    lostOn: (day) => `Perdida ${day}`,
    rotting: (days) =>
      format.plural(days, {
        one: 'Sin avances desde hace 1 día',
        other: `Sin avances desde hace ${format.number(days)} días`,
      }),
    days: (days) => `${format.number(days)} d`,
    owner: (name) => `Responsable: ${name}`,
  }),
  hands: (format) => ({
    howTo:
      'Las flechas van de tarjeta en tarjeta. M abre el menú para mover. La barra espaciadora toma una tarjeta; después las flechas la mueven, Intro la suelta y Escape la devuelve a su sitio.',
    quickAdd: (stage) => `Nueva oportunidad en ${stage}`,
    dealTitle: 'Nombre de la oportunidad',
    amount: 'Importe',
    add: 'Añadir',
    addAnother: 'añadir otra',
    close: 'cerrar',
    added: (name, stage) => `${name} añadida a ${stage}`,
    titleMissing: 'La oportunidad necesita un nombre.',
    notAnAmount: `Escriba un importe, por ejemplo ${format.number(1250)}.`,
    moveTo: 'Mover a',
    asksFirst: (stage) => `${stage}…`,
    place: 'Lugar en la columna',
    toTop: 'Al principio',
    toBottom: 'Al final',
    moved: (name, stage) => `${name} movida a ${stage}`,
    placed: (name, position, total) => `${name} es ahora la ${format.number(position)} de ${format.number(total)}`,
    lifted: (name, stage, position, total) =>
      `${name} tomada en ${stage}, ${format.number(position)} de ${format.number(total)}.`,
    over: (stage, position, total) => `${stage}, ${format.number(position)} de ${format.number(total)}.`,
    overRefused: (stage, why) => `${stage} no es posible: ${why}`,
    putBack: (name) => `${name} de vuelta en su sitio.`,
  }),
};
