import type { Features } from '../translation.js';

/** The sentences of src/app in German. */
export const app: Features['app'] = {
  app: () => ({
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undone: 'Rückgängig gemacht',
    redone: 'Wiederholt',
    dismiss: 'Schließen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    save: 'Speichern',
    optional: 'optional',
    notifications: 'Benachrichtigungen',
    notSaved: (why) => `Nicht gespeichert. ${why}`,
    opening: 'Wird geöffnet …',
    cannotOpen: 'Die Daten lassen sich nicht öffnen',
    tryAgain: 'Erneut versuchen',
    fillIn: 'Bitte ausfüllen, um fortzufahren.',
    asks: {
      'deals/loss-reason-required': { title: 'Warum wurde die Chance verloren?', action: 'Als verloren markieren' },
      'deals/value-required': { title: 'Wie hoch ist der Auftragswert?', action: 'Als gewonnen markieren' },
      'deals/negative-value': { title: 'Wie hoch ist der Auftragswert?', action: 'Als gewonnen markieren' },
    },
    stageAsks: (stage) => ({ title: `Was „${stage}“ verlangt`, action: 'Verschieben' }),
    fields: { lossReason: 'Grund', lossNote: 'Notiz', actualValue: 'Auftragswert', closeDay: 'Abgeschlossen am' },
    lossReasons: [
      'Preis',
      'Wettbewerb',
      'Kein Budget',
      'Keine Entscheidung',
      'Falscher Zeitpunkt',
      'Fehlende Funktion',
    ],
  }),
};
