import type { Comparison, Measure, Phrases } from './phrases.js';

export const zhHant: Phrases = {
  yes: '是',
  no: '否',
  everything: '全部',
  nothing: '無',
  and: '且',
  or: '或',
  quoted: (text) => `「${text}」`,
  grouped: (clauses) => `（${clauses}）`,
  negated: (clauses) => `不滿足（${clauses}）`,
  compared: (f, is, v, measure) => `${f}${COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) => `${f}並非${COMPARED[measure][is].replace('…', () => v)}`,
  contains: (f, v, holds) => `${f}${holds ? '' : '不'}包含${v}`,
  startsWith: (f, v, holds) => `${f}${holds ? '' : '不'}以${v}開頭`,
  among: (f, v, holds) => `${f}${holds ? '' : '不'}為${v}中的${holds ? '任意' : '任何'}一個`,
  filled: (f, holds) => `${f}${holds ? '不為空' : '為空'}`,
  between: (f, low, high) => `${f}介於${low}和${high}之間`,
  last: (f, span) => `${f}在最近${span}內`,
  next: (f, span) => `${f}在未來${span}內`,
  longerAgo: (f, span) => `${f}早於${span}前`,
  minorUnits: (count) => `${count}個最小貨幣單位`,
  away: (span, direction) => `${span}${direction === 'ago' ? '前' : '後'}`,
  days: { '-1': '昨天', 0: '今天', 1: '明天' },
  now: '現在',
  startOf: (day) => `${day}零時`,
};

const COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: { eq: '為…', ne: '不為…', lt: '小於…', lte: '不超過…', gt: '大於…', gte: '不少於…' },
  time: { eq: '為…', ne: '不為…', lt: '早於…', lte: '不晚於…', gt: '晚於…', gte: '不早於…' },
  text: { eq: '為…', ne: '不為…', lt: '排在…之前', lte: '為…或排在其前', gt: '排在…之後', gte: '為…或排在其後' },
};
