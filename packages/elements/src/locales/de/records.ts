import type { Features } from '../translation.js';

/** The sentences of src/records in German. */
export const records: Features['records'] = {
  record: () => ({
    areas: 'Bereiche dieses Eintrags',
    details: 'Details',
    activity: 'Aktivität',
    more: 'Mehr',
    custom: 'Weitere Felder',
    computed: 'Berechnet',
    tags: 'Schlagwörter',
    addresses: {
      billing: 'Rechnungsanschrift',
      shipping: 'Lieferanschrift',
      work: 'Anschrift bei der Arbeit',
      home: 'Privatanschrift',
      other: 'Anschrift',
    },
    emails: { work: 'E-Mail bei der Arbeit', home: 'Private E-Mail' },
    phones: { work: 'Telefon bei der Arbeit', home: 'Privates Telefon', mobile: 'Mobiltelefon' },
    created: (day) => `Angelegt ${day}`,
    changed: (day) => `geändert ${day}`,
    isComputed: 'Berechnet: wird von niemandem eingegeben',
    personal: 'Personenbezogene Daten',
    health: 'Gesundheitsdaten',
    yes: 'Ja',
    no: 'Nein',
    value: 'Wert',
    won: 'Gewonnen',
    open: 'Erwartet',
    openDeals: 'Offen',
    lastWon: 'Zuletzt gewonnen',
    noneWon: 'Noch nichts gewonnen.',
    segments: 'Segmente',
    noSegments: 'In keinem Segment.',
    score: 'Bewertung',
  }),
  recordState: () => ({
    offline: 'Offline. Bekanntes bleibt hier, Änderungen warten, bis die Verbindung wieder da ist.',
    goneTitle: 'Dieser Eintrag ist nicht mehr da',
    goneText: 'Er wurde gelöscht oder getilgt, während er hier stand, oder er wird nicht mehr mit Ihnen geteilt.',
  }),
};
