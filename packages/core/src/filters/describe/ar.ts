import type { Comparison, Measure, Phrases } from './phrases.js';

/** Arabic, in sentences without a verb: nobody knows the gender of a field's name. */
export const ar: Phrases = {
  yes: 'نعم',
  no: 'لا',
  everything: 'الكل',
  nothing: 'لا شيء',
  and: ' و',
  or: ' أو ',
  quoted: (text) => `«${text}»`,
  grouped: (clauses) => `(${clauses})`,
  negated: (clauses) => `ليس (${clauses})`,
  compared: (f, is, v, measure) => `${f}${COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) => `ليس صحيحًا أن ${f}${COMPARED[measure][is].replace('…', () => v)}`,
  contains: (f, v, holds) => `${holds ? 'في' : 'ليس في'} ${f} النص ${v}`,
  startsWith: (f, v, holds) => `${holds ? 'أول' : 'ليس أول'} ${f} هو ${v}`,
  among: (f, v, holds) => `${f}: ${holds ? 'أي من' : 'لا شيء من'} ${v}`,
  filled: (f, holds) => `${f}: ${holds ? 'غير فارغ' : 'فارغ'}`,
  between: (f, low, high) => `${f} بين ${low} و${high}`,
  last: (f, span) => `${f} خلال آخر ${span}`,
  next: (f, span) => `${f} خلال ${span} من الآن`,
  longerAgo: (f, span) => `${f} قبل أكثر من ${span}`,
  minorUnits: (count) => `${count} من أصغر وحدات العملة`,
  away: (span, direction) => `${direction === 'ago' ? 'قبل' : 'بعد'} ${span}`,
  days: { '-1': 'أمس', 0: 'اليوم', 1: 'غدًا' },
  now: 'الآن',
  startOf: (day) => `بداية ${/\p{N}/u.test(day) ? `اليوم ${day}` : day}`,
};

const COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: {
    eq: ': …',
    ne: ' غير …',
    lt: ' أقل من …',
    lte: ' … على الأكثر',
    gt: ' أكثر من …',
    gte: ' … على الأقل',
  },
  time: {
    eq: ': …',
    ne: ' غير …',
    lt: ' أبكر من …',
    lte: ' … أو قبل ذلك',
    gt: ' أبعد من …',
    gte: ' … أو بعد ذلك',
  },
  text: {
    eq: ': …',
    ne: ' غير …',
    lt: ' قبل … في الترتيب',
    lte: ' … أو قبله في الترتيب',
    gt: ' بعد … في الترتيب',
    gte: ' … أو بعده في الترتيب',
  },
};
