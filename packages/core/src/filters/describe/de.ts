import type { Comparison, Measure, Phrases } from './phrases.js';

export const de: Phrases = {
  yes: 'ja',
  no: 'nein',
  everything: 'alles',
  nothing: 'nichts',
  and: ' und ',
  or: ' oder ',
  quoted: (text) => `„${text}“`,
  grouped: (clauses) => `(${clauses})`,
  negated: (clauses) => `nicht (${clauses})`,
  compared: (f, is, v, measure) => `${f} ${COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) =>
    `${f} ${COMPARED[measure][is].replace('…', () => v).replace(/^(ist|steht) /, '$1 nicht ')}`,
  contains: (f, v, holds) => `${f} enthält ${v}${holds ? '' : ' nicht'}`,
  startsWith: (f, v, holds) => `${f} beginnt ${holds ? '' : 'nicht '}mit ${v}`,
  among: (f, v, holds) => `${f} ist ${holds ? 'eines' : 'keines'} von ${v}`,
  filled: (f, holds) => `${f} ist ${holds ? 'ausgefüllt' : 'leer'}`,
  between: (f, low, high) => `${f} liegt zwischen ${low} und ${high}`,
  last: (f, span) => `${f} liegt höchstens ${span} zurück`,
  next: (f, span) => `${f} liegt innerhalb von ${dative(span)} ab jetzt`,
  longerAgo: (f, span) => `${f} liegt mehr als ${span} zurück`,
  minorUnits: (count) => `${count} kleinste Einheiten`,
  away: (span, direction) => `${direction === 'ago' ? 'vor' : 'in'} ${dative(span)}`,
  days: { '-1': 'gestern', 0: 'heute', 1: 'morgen' },
  now: 'jetzt',
  startOf: (day) => `Beginn ${/\d/.test(day) ? `des Tages ${day}` : `von ${day}`}`,
};

/** `14 Tage` after vor, in and von; hours, minutes and seconds are the same. */
const dative = (span: string): string => span.replace(/Tage$/, 'Tagen');

const COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: {
    eq: 'ist …',
    ne: 'ist nicht …',
    lt: 'ist kleiner als …',
    lte: 'ist höchstens …',
    gt: 'ist größer als …',
    gte: 'ist mindestens …',
  },
  time: {
    eq: 'ist …',
    ne: 'ist nicht …',
    lt: 'ist früher als …',
    lte: 'ist spätestens …',
    gt: 'ist später als …',
    gte: 'ist frühestens …',
  },
  text: {
    eq: 'ist …',
    ne: 'ist nicht …',
    lt: 'steht vor …',
    lte: 'ist … oder steht davor',
    gt: 'steht hinter …',
    gte: 'ist … oder steht dahinter',
  },
};
