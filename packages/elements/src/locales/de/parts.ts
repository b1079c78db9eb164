import type { Features } from '../translation.js';

/** The sentences of src/parts in German. */
export const parts: Features['parts'] = {
  address: () => ({
    country: 'Land',
    street: 'Straße und Hausnummer',
    postalCodes: {
      postalCode: 'Postleitzahl',
      zip: 'ZIP-Code',
      postcode: 'Postleitzahl',
      pin: 'PIN-Code',
      eircode: 'Postleitzahl',
    },
    cities: { city: 'Ort', town: 'Ort', suburb: 'Vorort', district: 'Bezirk' },
    regions: {
      region: 'Region',
      state: 'Bundesstaat',
      province: 'Provinz',
      county: 'Grafschaft',
      prefecture: 'Präfektur',
      department: 'Departement',
      emirate: 'Emirat',
      parish: 'Gemeinde',
      island: 'Insel',
      area: 'Gebiet',
    },
    required: 'Bitte die Anschrift ausfüllen.',
    writeLike: (label, example, country) => `${label}: wie ${example} schreiben (${country}).`,
  }),
  control: (format) => ({
    required: 'Bitte ausfüllen.',
    notAnAmount: `Geben Sie einen Betrag ein, zum Beispiel ${format.number(1250)}.`,
    decimals: (count, currency) =>
      count === 0
        ? `${currency} hat keine Nachkommastellen.`
        : format.plural(count, {
            one: `${currency} hat höchstens eine Nachkommastelle.`,
            other: `${currency} hat höchstens ${format.number(count)} Nachkommastellen.`,
          }),
    amountTooLarge: 'Dieser Betrag ist zu groß.',
    currency: 'Währung',
    notANumber: 'Geben Sie eine Telefonnummer ein: Ziffern, davor + und die Landesvorwahl.',
    needsCountry: 'Beginnen Sie mit + und der Landesvorwahl.',
    notADay: (example) => `Geben Sie ein Datum ein, zum Beispiel ${example}.`,
    tooEarly: (day) => `Wählen Sie den ${day} oder einen späteren Tag.`,
    tooLate: (day) => `Wählen Sie den ${day} oder einen früheren Tag.`,
    openCalendar: 'Kalender öffnen',
    from: 'Von',
    to: 'Bis',
  }),
  combobox: (format) => ({
    required: 'Bitte auswählen.',
    show: 'Auswahl anzeigen',
    remove: (label) => `${label} entfernen`,
    loading: 'Wird gesucht …',
    none: (text) => `Nichts zu „${text}“ gefunden.`,
    empty: 'Es gibt noch nichts zur Auswahl.',
    failed: 'Die Auswahl konnte nicht geladen werden.',
    again: 'Erneut versuchen',
    create: (text) => `„${text}“ anlegen`,
    count: (count) => format.plural(count, { one: '1 Möglichkeit', other: `${format.number(count)} Möglichkeiten` }),
  }),
  copy: () => ({
    copy: (thing) => `${thing} kopieren`,
    copied: 'Kopiert',
    refused: 'Der Browser erlaubt hier kein Kopieren. Markieren Sie den Text, und kopieren Sie ihn von Hand.',
  }),
  inlineEdit: () => ({
    add: 'Hinzufügen',
    addField: (label) => `${label} hinzufügen`,
    editField: (label) => `${label} bearbeiten`,
    save: 'Speichern',
    cancel: 'Abbrechen',
    none: 'Keine Angabe',
    nothing: 'nichts',
    required: 'Pflichtfeld',
    meanwhile: 'Inzwischen geändert in',
    keepMine: 'Meins behalten',
    takeTheirs: 'Anderes übernehmen',
    failed: 'Das konnte nicht gespeichert werden. Versuchen Sie es erneut.',
  }),
  details: () => ({
    masked: 'Nicht angezeigt',
    reveal: 'Anzeigen',
    revealField: (label) => `${label} anzeigen`,
  }),
  later: () => ({
    loading: 'Wird geladen',
    failedTitle: 'Dieser Teil konnte nicht geladen werden',
    failedText: 'Prüfen Sie die Verbindung, und versuchen Sie es erneut.',
    again: 'Erneut versuchen',
  }),
  lifecycle: () => ({
    title: 'Lebenszyklus',
    stages: {
      subscriber: 'Abonnent',
      lead: 'Lead',
      qualified: 'Qualifiziert',
      customer: 'Kunde',
      advocate: 'Fürsprecher',
      former: 'Ehemaliger Kunde',
    },
  }),
  order: (format) => ({
    grip: (label) => `${label} verschieben`,
    gripHint: 'Ziehen, oder mit den Pfeiltasten',
    up: (label) => `${label} nach oben`,
    down: (label) => `${label} nach unten`,
    moved: (label, place, count) =>
      `${label} steht jetzt an Stelle ${format.number(place)} von ${format.number(count)}`,
  }),
};
