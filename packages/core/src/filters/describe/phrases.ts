/** The languages a filter is described in. */
export type DescribeLocale = 'en' | 'zh-Hans' | 'zh-Hant' | 'de' | 'es' | 'ar';

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
