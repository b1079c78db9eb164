import type { Features } from '../translation.js';

/** The sentences of src/app in German. */
export const app: Features['app'] = {
  app: (format) => ({
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undone: 'Rückgängig gemacht',
    redone: 'Wiederholt',
    dismiss: 'Schließen',
    cancel: 'Abbrechen',
    save: 'Speichern',
    optional: 'optional',
    notifications: 'Benachrichtigungen',
    notSaved: (why) => `Nicht gespeichert. ${why}`,
    opening: 'Wird geöffnet …',
    cannotOpen: 'Die Daten lassen sich nicht öffnen',
    tryAgain: 'Erneut versuchen',
    fillIn: 'Bitte ausfüllen, um fortzufahren.',
    notAnAmount: `Geben Sie einen Betrag ein, zum Beispiel ${format.number(1250)}.`,
    asks: {
      'deals/loss-reason-required': { title: 'Warum wurde die Chance verloren?', action: 'Als verloren markieren' },
      'deals/value-required': { title: 'Wie hoch ist der Auftragswert?', action: 'Als gewonnen markieren' },
      'deals/negative-value': { title: 'Wie hoch ist der Auftragswert?', action: 'Als gewonnen markieren' },
    },
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
