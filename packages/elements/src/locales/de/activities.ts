import type { Features } from '../translation.js';

/** The sentences of src/activities in German. */
export const activities: Features['activities'] = {
  timeline: (format) => ({
    title: 'Verlauf',
    kinds: {
      call: 'Anrufe',
      email: 'E-Mails',
      meeting: 'Termine',
      note: 'Notizen',
      task: 'Aufgaben',
      move: 'Phasenwechsel',
    },
    did: {
      call: 'hat angerufen',
      email: 'hat eine E-Mail gesendet',
      meeting: 'hatte einen Termin',
      note: 'hat eine Notiz verfasst',
      task: 'hat eine Aufgabe erledigt',
    },
    received: {
      call: 'hat einen Anruf erhalten',
      email: 'hat eine E-Mail erhalten',
      meeting: 'hatte einen Termin',
      note: 'hat eine Notiz verfasst',
      task: 'hat eine Aufgabe erledigt',
    },
    plans: {
      call: 'ruft an',
      email: 'schreibt eine E-Mail',
      meeting: 'hat einen Termin',
      note: 'verfasst eine Notiz',
      task: 'hat eine Aufgabe',
    },
    cancelled: 'Abgesagt',
    lasting: (what, minutes) => `${what}, ${minutes}`,
    things: { call: 'Anruf', email: 'E-Mail', meeting: 'Termin', note: 'Notiz', task: 'Aufgabe' },
    next: 'Als Nächstes',
    thisWeek: 'Diese Woche',
    earlierIn: (month) => `Früher im ${month}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
    due: (when) => `Fällig ${when}`,
    overdue: (days) =>
      format.plural(days, {
        one: `${format.number(days)} Tag überfällig`,
        other: `${format.number(days)} Tage überfällig`,
      }),
    complete: (subject) => `„${subject}“ als erledigt markieren`,
    completed: {
      call: 'Anruf erledigt',
      email: 'E-Mail erledigt',
      meeting: 'Termin erledigt',
      note: 'Notiz erledigt',
      task: 'Aufgabe erledigt',
    },
    allKinds: 'Alle Arten',
    filter: 'Nach Art filtern',
    older: (chunk, left) =>
      chunk < left
        ? `${format.number(chunk)} von ${format.number(left)} älteren Einträgen anzeigen`
        : format.plural(left, {
            one: `${format.number(left)} älteren Eintrag anzeigen`,
            other: `${format.number(left)} ältere Einträge anzeigen`,
          }),
    laterPlans: (left) => `${format.number(left)} später geplante anzeigen`,
    more: 'Mehr anzeigen',
    less: 'Weniger anzeigen',
    emptyTitle: 'Noch nichts vorhanden',
    emptyText:
      'Hier erscheinen Notizen, Anrufe, E-Mails, Termine und Aufgaben, sobald sie erfasst oder geplant werden, und jeder Schritt einer Verkaufschance.',
    filteredTitle: (kind) => `Keine ${kind}`,
    filteredText: (kind) => `Der Filter zeigt nur ${kind}.`,
    showAll: 'Alle Arten anzeigen',
    failedTitle: 'Der Verlauf konnte nicht gelesen werden',
    failedText: 'Es ist nichts verloren. Versuchen Sie es erneut, oder laden Sie die Seite neu.',
    again: 'Erneut versuchen',
    loading: 'Verlauf wird gelesen',
    compose: {
      title: 'Aktivität erfassen',
      kindLabel: 'Art des Eintrags',
      kinds: { note: 'Notiz', call: 'Anruf', email: 'E-Mail', task: 'Aufgabe' },
      labels: { note: 'Notiz', call: 'Gesprächsinhalt', email: 'Betreff', task: 'Was zu tun ist' },
      placeholders: {
        note: 'Notiz verfassen',
        call: 'Was wurde besprochen?',
        email: 'Betreff der E-Mail',
        task: 'Was ist zu tun?',
      },
    },
  }),
  moves: () => ({
    did: {
      opened: 'hat die Verkaufschance angelegt',
      moved: 'hat die Verkaufschance verschoben',
      won: 'hat die Verkaufschance gewonnen',
      lost: 'hat die Verkaufschance verloren',
      reopened: 'hat die Verkaufschance wieder geöffnet',
    },
    alone: {
      opened: 'Verkaufschance angelegt',
      moved: 'Verkaufschance verschoben',
      won: 'Verkaufschance gewonnen',
      lost: 'Verkaufschance verloren',
      reopened: 'Verkaufschance wieder geöffnet',
    },
    to: 'nach',
  }),
  composerFoot: () => ({
    body: 'Text',
    minutes: 'Minuten',
    direction: 'Richtung',
    outbound: { call: 'Wir haben angerufen', email: 'Wir haben geschrieben' },
    inbound: { call: 'Wir wurden angerufen', email: 'Uns wurde geschrieben' },
    dueDay: 'Fällig am',
    save: { note: 'Notiz speichern', call: 'Anruf erfassen', email: 'E-Mail erfassen', task: 'Aufgabe hinzufügen' },
    cancel: 'Abbrechen',
    empty: 'Schreiben Sie zuerst etwas.',
    done: { note: 'Notiz gespeichert', call: 'Anruf erfasst', email: 'E-Mail erfasst', task: 'Aufgabe hinzugefügt' },
  }),
};
