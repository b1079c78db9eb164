import type { Features } from '../translation.js';

const STEPS = { call: 'Llamada', email: 'Correo', meeting: 'Reunión', task: 'Tarea' } as const;

/** The sentences of src/pipelines in Spanish. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
    loading: 'Cargando oportunidades',
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
    limit: (count, most) => `${format.number(count)} de ${format.number(most)} como máximo`,
    atLimit: (most, isHard) =>
      isHard
        ? `Límite de ${format.number(most)} alcanzado. Mueva una antes de añadir.`
        : `Límite de ${format.number(most)} alcanzado.`,
    overLimit: (most, over) => `${format.number(over)} por encima del límite de ${format.number(most)}.`,
    columnMenu: (stage) => `Más sobre ${stage}`,
    unfold: (stage) => `Desplegar ${stage}`,
    selected: 'Seleccionada',
    waiting: 'A la espera de una respuesta',
    noMatch: 'Nada coincide',
  }),
  hands: (format) => ({
    howTo:
      'Las flechas van de tarjeta en tarjeta. M abre el menú para mover y X selecciona una tarjeta. La barra espaciadora levanta una tarjeta, o todas las seleccionadas; después las flechas la mueven, Intro la deja y Escape la devuelve.',
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
    cards: (count) => format.plural(count, { one: '1 tarjeta', other: `${format.number(count)} tarjetas` }),
    movedMany: (count, stage) =>
      format.plural(count, {
        one: `1 tarjeta movida a ${stage}`,
        other: `${format.number(count)} tarjetas movidas a ${stage}`,
      }),
    inLane: (stage, lane) => `${stage} (${lane})`,
    stay: (count, of) => `${format.number(count)} de ${format.number(of)} se quedan donde están`,
    waitingFor: (count) =>
      format.plural(count, {
        one: 'Se pregunta si la tarjeta puede ir ahí.',
        other: `Se pregunta si ${format.number(count)} tarjetas pueden ir ahí.`,
      }),
    notAllowed: 'Este movimiento no está permitido.',
    wouldExceed: (most) => `Superaría el límite de ${format.number(most)}.`,
    movedMeanwhile: (name, stage) => `Otra persona ha movido ${name} a ${stage} entretanto.`,
    goneMeanwhile: (name) => `${name} ya no está en el tablero.`,
    lane: 'Carril',
    select: 'Seleccionar',
    deselect: 'No seleccionar',
    selectAll: (count) =>
      format.plural(count, { one: 'Seleccionar la tarjeta', other: `Seleccionar las ${format.number(count)}` }),
    selected: (count) =>
      format.plural(count, { one: '1 tarjeta seleccionada', other: `${format.number(count)} tarjetas seleccionadas` }),
    noneSelected: 'No hay ninguna tarjeta seleccionada.',
    moveSelected: (count) =>
      format.plural(count, {
        one: 'Mover 1 tarjeta seleccionada',
        other: `Mover ${format.number(count)} tarjetas seleccionadas`,
      }),
    clearSelection: 'Quitar la selección',
    fold: 'Plegar la columna',
    foldOthers: 'Plegar las demás',
    unfoldAll: 'Desplegar todas las columnas',
  }),
  boardAbsence: () => ({
    noPipeline: 'Todavía no hay ningún embudo',
    noPipelineHow: 'Importe oportunidades o cree un embudo, y sus etapas aparecerán aquí.',
    unknownPipeline: 'Este embudo no existe',
    unknownPipelineHow: 'Puede que se haya eliminado o que la dirección sea antigua.',
    failed: 'No se pudieron leer las oportunidades',
    tryAgain: 'Reintentar',
    denied: 'Sin acceso',
    deniedHow: 'No puede ver lo que hay aquí. Pregunte a quien gestiona sus permisos.',
  }),
  boardTools: () => ({
    title: 'Búsqueda, filtros y carriles',
    search: 'Buscar',
    clearSearch: 'Borrar la búsqueda',
    filter: 'Filtro',
    clearFilters: 'Quitar los filtros',
    lanes: 'Carriles',
    lanesBy: (field) => `Carriles: ${field}`,
    noLanes: 'Sin carriles',
    without: (field) => `Sin ${field.toLocaleLowerCase()}`,
    yes: 'Sí',
    no: 'No',
    foldLane: (lane) => `Plegar ${lane}`,
    unfoldLane: (lane) => `Desplegar ${lane}`,
    stages: 'Etapas',
    offline: 'Sin conexión. Lo que ya se conoce sigue aquí, y los cambios esperan a que vuelva.',
  }),
};
