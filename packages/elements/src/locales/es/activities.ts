import type { Features } from '../translation.js';

/** The sentences of src/activities in Spanish. */
export const activities: Features['activities'] = {
  timeline: (format) => ({
    title: 'Cronología',
    kinds: {
      call: 'Llamadas',
      email: 'Correos',
      meeting: 'Reuniones',
      note: 'Notas',
      task: 'Tareas',
      move: 'Cambios de etapa',
    },
    did: {
      call: 'llamó',
      email: 'envió un correo',
      meeting: 'tuvo una reunión',
      note: 'escribió una nota',
      task: 'terminó una tarea',
    },
    received: {
      call: 'recibió una llamada',
      email: 'recibió un correo',
      meeting: 'tuvo una reunión',
      note: 'escribió una nota',
      task: 'terminó una tarea',
    },
    plans: {
      call: 'llamará',
      email: 'enviará un correo',
      meeting: 'tiene una reunión',
      note: 'escribirá una nota',
      task: 'tiene una tarea',
    },
    cancelled: 'Cancelada',
    lasting: (what, minutes) => `${what}, ${minutes}`,
    things: { call: 'Llamada', email: 'Correo', meeting: 'Reunión', note: 'Nota', task: 'Tarea' },
    next: 'A continuación',
    thisWeek: 'Esta semana',
    earlierIn: (month) => `Antes, en ${month}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
    due: (when) => `Vence ${when}`,
    overdue: (days) =>
      format.plural(days, {
        one: `${format.number(days)} día de retraso`,
        other: `${format.number(days)} días de retraso`,
      }),
    complete: (subject) => `Marcar «${subject}» como terminada`,
    completed: {
      call: 'Llamada terminada',
      email: 'Correo terminado',
      meeting: 'Reunión terminada',
      note: 'Nota terminada',
      task: 'Tarea terminada',
    },
    allKinds: 'Todos los tipos',
    filter: 'Filtrar por tipo',
    older: (chunk, left) =>
      chunk < left
        ? `Mostrar ${format.number(chunk)} de ${format.number(left)} entradas anteriores`
        : format.plural(left, {
            one: `Mostrar ${format.number(left)} entrada anterior`,
            other: `Mostrar ${format.number(left)} entradas anteriores`,
          }),
    laterPlans: (left) =>
      format.plural(left, {
        one: `Mostrar ${format.number(left)} prevista para más adelante`,
        other: `Mostrar ${format.number(left)} previstas para más adelante`,
      }),
    more: 'Mostrar más',
    less: 'Mostrar menos',
    emptyTitle: 'Todavía no hay nada',
    emptyText:
      'Aquí aparecen las notas, llamadas, correos, reuniones y tareas en cuanto alguien las registra o las planifica, y los avances de las oportunidades.',
    filteredTitle: (kind) => `Sin ${kind.toLocaleLowerCase('es')}`,
    filteredText: (kind) => `El filtro muestra solo ${kind.toLocaleLowerCase('es')}.`,
    showAll: 'Mostrar todos los tipos',
    failedTitle: 'No se pudo leer la cronología',
    failedText: 'No se ha perdido nada. Inténtelo de nuevo o vuelva a cargar la página.',
    again: 'Reintentar',
    loading: 'Leyendo la cronología',
    compose: {
      title: 'Registrar una actividad',
      kindLabel: 'Tipo de entrada',
      kinds: { note: 'Nota', call: 'Llamada', email: 'Correo', task: 'Tarea' },
      labels: { note: 'Nota', call: 'Qué se habló', email: 'Asunto', task: 'Qué hay que hacer' },
      placeholders: {
        note: 'Escriba una nota',
        call: 'Qué se habló en la llamada',
        email: 'Asunto del correo',
        task: 'Qué hay que hacer',
      },
    },
  }),
  moves: () => ({
    did: {
      opened: 'creó la oportunidad',
      moved: 'movió la oportunidad',
      won: 'ganó la oportunidad',
      lost: 'perdió la oportunidad',
      reopened: 'reabrió la oportunidad',
    },
    alone: {
      opened: 'Oportunidad creada',
      moved: 'Oportunidad movida',
      won: 'Oportunidad ganada',
      lost: 'Oportunidad perdida',
      reopened: 'Oportunidad reabierta',
    },
    to: 'a',
  }),
  composerFoot: () => ({
    body: 'Texto',
    minutes: 'Minutos',
    direction: 'Sentido',
    outbound: { call: 'Llamamos nosotros', email: 'Escribimos nosotros' },
    inbound: { call: 'Nos llamaron', email: 'Nos escribieron' },
    dueDay: 'Vencimiento',
    save: { note: 'Guardar nota', call: 'Registrar llamada', email: 'Registrar correo', task: 'Añadir tarea' },
    cancel: 'Cancelar',
    empty: 'Escriba algo primero.',
    done: { note: 'Nota guardada', call: 'Llamada registrada', email: 'Correo registrado', task: 'Tarea añadida' },
  }),
};
