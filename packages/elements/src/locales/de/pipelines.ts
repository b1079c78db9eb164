import type { Features } from '../translation.js';

const STEPS = { call: 'Anruf', email: 'E-Mail', meeting: 'Termin', task: 'Aufgabe' } as const;

/** The sentences of src/pipelines in German. */
export const pipelines: Features['pipelines'] = {
  board: (format) => ({
    loading: 'Verkaufschancen werden geladen',
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
    columnMenu: (stage) => `Mehr zu ${stage}`,
    unfold: (stage) => `${stage} aufklappen`,
    selected: 'Ausgewählt',
    waiting: 'Wartet auf eine Antwort',
    noMatch: 'Nichts passt',
  }),
  hands: (format) => ({
    howTo:
      'Mit den Pfeiltasten gehen Sie von Karte zu Karte. M öffnet das Menü zum Verschieben, X wählt eine Karte aus. Die Leertaste nimmt eine Karte auf, oder alle ausgewählten; dann bewegen die Pfeiltasten sie, die Eingabetaste legt sie ab und Escape legt sie zurück.',
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
    up: 'Einen Platz nach oben',
    down: 'Einen Platz nach unten',
    moved: (name, stage) => `${name} nach ${stage} verschoben`,
    placed: (name, position, total) => `${name} ist jetzt ${format.number(position)} von ${format.number(total)}`,
    lifted: (name, stage, position, total) =>
      `${name} aufgenommen in ${stage}, ${format.number(position)} von ${format.number(total)}.`,
    over: (stage, position, total) => `${stage}, ${format.number(position)} von ${format.number(total)}.`,
    overRefused: (stage, why) => `${stage} ist nicht möglich: ${why}`,
    putBack: (name) => `${name} zurückgelegt.`,
    cards: (count) => format.plural(count, { one: '1 Karte', other: `${format.number(count)} Karten` }),
    movedMany: (count, stage) =>
      format.plural(count, {
        one: `1 Karte nach ${stage} verschoben`,
        other: `${format.number(count)} Karten nach ${stage} verschoben`,
      }),
    inLane: (stage, lane) => `${stage} (${lane})`,
    stay: (count, of) => `${format.number(count)} von ${format.number(of)} bleiben, wo sie sind`,
    waitingFor: (count) =>
      format.plural(count, {
        one: 'Es wird gefragt, ob die Karte dorthin darf.',
        other: `Es wird gefragt, ob ${format.number(count)} Karten dorthin dürfen.`,
      }),
    notAllowed: 'Das ist nicht erlaubt.',
    wouldExceed: (most) => `Dann über der Grenze von ${most}.`,
    movedMeanwhile: (name, stage) => `${name} wurde inzwischen von jemand anderem nach ${stage} verschoben.`,
    goneMeanwhile: (name) => `${name} ist nicht mehr auf dem Board.`,
    lane: 'Bahn',
    select: 'Auswählen',
    deselect: 'Nicht auswählen',
    selectAll: (count) =>
      format.plural(count, { one: 'Die Karte auswählen', other: `Alle ${format.number(count)} auswählen` }),
    selected: (count) =>
      format.plural(count, { one: '1 Karte ausgewählt', other: `${format.number(count)} Karten ausgewählt` }),
    noneSelected: 'Keine Karte ist ausgewählt.',
    moveSelected: (count) =>
      format.plural(count, {
        one: '1 ausgewählte Karte verschieben',
        other: `${format.number(count)} ausgewählte Karten verschieben`,
      }),
    clearSelection: 'Auswahl aufheben',
    fold: 'Spalte zuklappen',
    foldOthers: 'Die anderen zuklappen',
    unfoldAll: 'Alle Spalten aufklappen',
  }),
  boardAbsence: () => ({
    noPipeline: 'Noch keine Pipeline',
    noPipelineHow: 'Importieren Sie Verkaufschancen, oder legen Sie eine Pipeline an; dann stehen ihre Phasen hier.',
    unknownPipeline: 'Diese Pipeline gibt es nicht',
    unknownPipelineHow: 'Sie wurde vielleicht gelöscht, oder die Adresse ist veraltet.',
    failed: 'Die Verkaufschancen konnten nicht gelesen werden',
    tryAgain: 'Erneut versuchen',
    denied: 'Kein Zugriff',
    deniedHow: 'Sie dürfen nicht sehen, was hier steht. Fragen Sie, wer Ihre Rechte verwaltet.',
  }),
  boardTools: (format) => ({
    title: 'Suche, Filter und Bahnen',
    search: 'Suchen',
    clearSearch: 'Suche leeren',
    filter: 'Filter',
    clearFilters: 'Filter entfernen',
    lanes: 'Bahnen',
    lanesBy: (field) => `Bahnen: ${field}`,
    noLanes: 'Keine Bahnen',
    without: (field) => `Ohne ${field}`,
    yes: 'Ja',
    no: 'Nein',
    foldLane: (lane) => `${lane} zuklappen`,
    unfoldLane: (lane) => `${lane} aufklappen`,
    stages: 'Phasen',
    hiddenColumns: (count) =>
      format.plural(count, { one: '1 ausgeblendete Spalte', other: `${format.number(count)} ausgeblendete Spalten` }),
    showColumn: (stage) => `${stage} einblenden`,
    showAll: 'Alle Spalten einblenden',
    stageOrder: 'In der Reihenfolge der Phasen',
    offline: 'Offline. Was bekannt ist, bleibt hier, und Änderungen warten, bis die Verbindung wieder da ist.',
  }),
  boardLimits: () => ({
    limit: (count, most) => `${count} von höchstens ${most}`,
    atLimit: (most, isHard) =>
      isHard ? `Grenze von ${most} erreicht. Erst eine Karte weiterschieben.` : `Grenze von ${most} erreicht.`,
    overLimit: (most, over) => `${over} über der Grenze von ${most}.`,
    most: (most) => `höchstens ${most}`,
    otherCurrencies: (currency) => `Hier zählen nur Beträge in ${currency}.`,
  }),
};
