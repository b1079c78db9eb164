import type { Features } from '../translation.js';

const STEPS = { call: 'Anruf', email: 'E-Mail', meeting: 'Termin', task: 'Aufgabe' } as const;

/** The sentences of src/pipelines in German. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
    loading: 'Verkaufschancen werden geladen',
    noPipeline: 'Noch keine Pipeline',
    noPipelineHow: 'Importieren Sie Verkaufschancen, oder legen Sie eine Pipeline an; dann stehen ihre Phasen hier.',
    unknownPipeline: 'Diese Pipeline gibt es nicht',
    unknownPipelineHow: 'Sie wurde vielleicht gelöscht, oder die Adresse ist veraltet.',
    failed: 'Die Verkaufschancen konnten nicht gelesen werden',
    tryAgain: 'Erneut versuchen',
    newDeal: 'Neue Chance',
    open: 'offen',
    weighted: 'gewichtet',
    weightedWhy: (probability) => `Betrag × ${format.percent(probability)}`,
    dealCount: (count) =>
      format.plural(count, { one: '1 Verkaufschance', other: `${format.number(count)} Verkaufschancen` }),
    addTo: (stage) => `Verkaufschance in ${stage} anlegen`,
    empty: 'Keine Verkaufschancen',
    emptyBoard: 'Noch keine Verkaufschancen',
    emptyBoardHow: 'Legen Sie die erste an, oder importieren Sie welche.',
    emptyWon: 'Noch nichts gewonnen',
    emptyWonHow: 'Gewonnene Verkaufschancen landen hier.',
    moveDeal: (name) => `${name} verschieben`,
    move: 'Verschieben …',
    noNextStep: 'Kein nächster Schritt',
    nextStep: (kind, when) => (when ? `${STEPS[kind]} ${when}` : STEPS[kind]),
    overdue: (kind, days) =>
      format.plural(days, {
        one: `${STEPS[kind]} seit ${format.number(days)} Tag fällig`,
        other: `${STEPS[kind]} seit ${format.number(days)} Tagen fällig`,
      }),
    wonOn: (day) => `Gewonnen ${day}`,
    lostOn: (day) => `Verloren ${day}`,
    rotting: (days) =>
      format.plural(days, {
        one: 'Seit 1 Tag kein Fortschritt',
        other: `Seit ${format.number(days)} Tagen kein Fortschritt`,
      }),
    days: (days) => `${format.number(days)} T.`,
    owner: (name) => `Zuständig: ${name}`,
  }),
  hands: (format) => ({
    howTo:
      'Mit den Pfeiltasten gehen Sie von Karte zu Karte. M öffnet das Menü zum Verschieben. Die Leertaste nimmt eine Karte auf; dann bewegen die Pfeiltasten sie, die Eingabetaste legt sie ab und Escape legt sie zurück.',
    quickAdd: (stage) => `Neue Verkaufschance in ${stage}`,
    dealTitle: 'Name der Verkaufschance',
    amount: 'Betrag',
    add: 'Hinzufügen',
    addAnother: 'weitere hinzufügen',
    close: 'schließen',
    added: (name, stage) => `${name} zu ${stage} hinzugefügt`,
    titleMissing: 'Eine Verkaufschance braucht einen Namen.',
    notAnAmount: `Geben Sie einen Betrag ein, zum Beispiel ${format.number(1250)}.`,
    moveTo: 'Verschieben nach',
    asksFirst: (stage) => `${stage} …`,
    place: 'Platz in der Spalte',
    toTop: 'Ganz nach oben',
    toBottom: 'Ganz nach unten',
    moved: (name, stage) => `${name} nach ${stage} verschoben`,
    placed: (name, position, total) => `${name} ist jetzt ${format.number(position)} von ${format.number(total)}`,
    lifted: (name, stage, position, total) =>
      `${name} aufgenommen in ${stage}, ${format.number(position)} von ${format.number(total)}.`,
    over: (stage, position, total) => `${stage}, ${format.number(position)} von ${format.number(total)}.`,
    overRefused: (stage, why) => `${stage} ist nicht möglich: ${why}`,
    putBack: (name) => `${name} zurückgelegt.`,
  }),
};
