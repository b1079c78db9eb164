import type { Comparison, Measure, Phrases } from './phrases.js';

export const zhHans: Phrases = {
  yes: '是',
  no: '否',
  everything: '全部',
  nothing: '无',
  and: '且',
  or: '或',
  quoted: (text) => `“${text}”`,
  grouped: (clauses) => `（${clauses}）`,
  negated: (clauses) => `不满足（${clauses}）`,
  compared: (f, is, v, measure) => `${f}${COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) => `${f}并非${COMPARED[measure][is].replace('…', () => v)}`,
  contains: (f, v, holds) => `${f}${holds ? '' : '不'}包含${v}`,
  startsWith: (f, v, holds) => `${f}${holds ? '' : '不'}以${v}开头`,
  among: (f, v, holds) => `${f}${holds ? '' : '不'}为${v}中的${holds ? '任意' : '任何'}一个`,
  filled: (f, holds) => `${f}${holds ? '不为空' : '为空'}`,
  between: (f, low, high) => `${f}介于${low}和${high}之间`,
  last: (f, span) => `${f}在最近${span}内`,
  next: (f, span) => `${f}在未来${span}内`,
  longerAgo: (f, span) => `${f}早于${span}前`,
  minorUnits: (count) => `${count}个最小货币单位`,
  away: (span, direction) => `${span}${direction === 'ago' ? '前' : '后'}`,
  days: { '-1': '昨天', 0: '今天', 1: '明天' },
  now: '现在',
  startOf: (day) => `${day}零点`,
};

const COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: { eq: '为…', ne: '不为…', lt: '小于…', lte: '不超过…', gt: '大于…', gte: '不少于…' },
  time: { eq: '为…', ne: '不为…', lt: '早于…', lte: '不晚于…', gt: '晚于…', gte: '不早于…' },
  text: { eq: '为…', ne: '不为…', lt: '排在…之前', lte: '为…或排在其前', gt: '排在…之后', gte: '为…或排在其后' },
};
