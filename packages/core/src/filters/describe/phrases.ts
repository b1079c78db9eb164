/** The languages a filter is described in. */
export type DescribeLocale = 'en' | 'zh-Hans';

/** A comparison, or its negation. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';

/** What a value is compared as. */
export type Measure = 'number' | 'time' | 'text';

/** The sentences of one language; f is a field's name, v a value in words. */
export interface Phrases {
  readonly yes: string;
  readonly no: string;
  readonly everything: string;
  readonly nothing: string;
  readonly and: string;
  readonly or: string;
  readonly quoted: (text: string) => string;
  readonly grouped: (clauses: string) => string;
  readonly negated: (clauses: string) => string;
  readonly compared: (f: string, is: Comparison, v: string, measure: Measure) => string;
  readonly notCompared: (f: string, is: Comparison, v: string, measure: Measure) => string;
  readonly contains: (f: string, v: string, holds: boolean) => string;
  readonly startsWith: (f: string, v: string, holds: boolean) => string;
  readonly among: (f: string, v: string, holds: boolean) => string;
  readonly filled: (f: string, holds: boolean) => string;
  readonly between: (f: string, low: string, high: string) => string;
  readonly last: (f: string, span: string) => string;
  readonly next: (f: string, span: string) => string;
  readonly longerAgo: (f: string, span: string) => string;
  readonly minorUnits: (count: string) => string;
  /** A day or moment away from today or now: the span in words, and the direction. */
  readonly away: (span: string, direction: 'ago' | 'ahead', from: 'day' | 'instant') => string;
  readonly days: { readonly [offset: string]: string };
  readonly now: string;
  readonly startOf: (day: string) => string;
}

const EN: Phrases = {
  yes: 'yes',
  no: 'no',
  everything: 'everything',
  nothing: 'nothing',
  and: ' and ',
  or: ' or ',
  quoted: (text) => `“${text}”`,
  grouped: (clauses) => `(${clauses})`,
  negated: (clauses) => `not (${clauses})`,
  compared: (f, is, v, measure) => `${f} ${EN_COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) =>
    `${f} ${EN_COMPARED[measure][is].replace('…', () => v).replace(/^is |^comes /, (verb) => (verb === 'is ' ? 'is not ' : 'does not come '))}`,
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

const EN_COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
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

const ZH_HANS: Phrases = {
  yes: '是',
  no: '否',
  everything: '全部',
  nothing: '无',
  and: '且',
  or: '或',
  quoted: (text) => `“${text}”`,
  grouped: (clauses) => `（${clauses}）`,
  negated: (clauses) => `不满足（${clauses}）`,
  compared: (f, is, v, measure) => `${f}${ZH_COMPARED[measure][is].replace('…', () => v)}`,
  notCompared: (f, is, v, measure) => `${f}并非${ZH_COMPARED[measure][is].replace('…', () => v)}`,
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

const ZH_COMPARED: Readonly<Record<Measure, Readonly<Record<Comparison, string>>>> = {
  number: { eq: '为…', ne: '不为…', lt: '小于…', lte: '不超过…', gt: '大于…', gte: '不少于…' },
  time: { eq: '为…', ne: '不为…', lt: '早于…', lte: '不晚于…', gt: '晚于…', gte: '不早于…' },
  text: { eq: '为…', ne: '不为…', lt: '排在…之前', lte: '为…或排在其前', gt: '排在…之后', gte: '为…或排在其后' },
};

/** The sentences of each language. */
export const PHRASES: Readonly<Record<DescribeLocale, Phrases>> = { en: EN, 'zh-Hans': ZH_HANS };
