import type { Comparison, Measure, Phrases } from './phrases.js';

export const en: Phrases = {
  yes: 'yes',
  no: 'no',
  everything: 'everything',
  nothing: 'nothing',
  and: ' and ',
  or: ' or ',
  quoted: (text) => `“${text}”`,
  grouped: (clauses) => `(${clauses})`,
  negated: (clauses) => `not (${clauses})`,
  compared: (f, is, v, measure) => `${f} ${COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) =>
    `${f} ${COMPARED[measure][is].replace('…', () => v).replace(/^is |^comes /, (verb) => (verb === 'is ' ? 'is not ' : 'does not come '))}`,
  contains: (f, v, holds) => `${f} ${holds ? 'contains' : 'does not contain'} ${v}`,
  startsWith: (f, v, holds) => `${f} ${holds ? 'starts' : 'does not start'} with ${v}`,
  among: (f, v, holds) => `${f} is ${holds ? 'any' : 'none'} of ${v}`,
  filled: (f, holds) => `${f} is ${holds ? 'not empty' : 'empty'}`,
  between: (f, low, high) => `${f} is between ${low} and ${high}`,
  last: (f, span) => `${f} is in the last ${span}`,
  next: (f, span) => `${f} is in the next ${span}`,
  longerAgo: (f, span) => `${f} is more than ${span} ago`,
  minorUnits: (count) => `${count} minor units`,
  away: (span, direction, from) =>
    `${span} ${direction === 'ago' ? 'ago' : from === 'day' ? 'from today' : 'from now'}`,
  days: { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' },
  now: 'now',
  startOf: (day) => `the start of ${/\d/.test(day) ? `the day ${day}` : day}`,
};

const COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: {
    eq: 'is …',
    ne: 'is not …',
    lt: 'is less than …',
    lte: 'is at most …',
    gt: 'is more than …',
    gte: 'is at least …',
  },
  time: {
    eq: 'is …',
    ne: 'is not …',
    lt: 'is earlier than …',
    lte: 'is … or earlier',
    gt: 'is later than …',
    gte: 'is … or later',
  },
  text: {
    eq: 'is …',
    ne: 'is not …',
    lt: 'comes before …',
    lte: 'is … or comes before it',
    gt: 'comes after …',
    gte: 'is … or comes after it',
  },
};
