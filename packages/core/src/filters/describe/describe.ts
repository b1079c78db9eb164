import { isDay } from '../../kernel/day.js';
import { isInstant } from '../../kernel/instant.js';
import { kept } from '../../kernel/kept.js';
import { currencyExponent, moneyToDecimal } from '../../kernel/money.js';
import { dependenciesOf } from '../dependencies.js';
import type { FieldCondition, Filter, FilterValue } from '../filter.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import type { Comparison, DescribeLocale, Measure, Phrases } from './phrases.js';
import { zhHans } from './zh-hans.js';
import { zhHant } from './zh-hant.js';

const PHRASES: Readonly<Record<DescribeLocale, Phrases>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, de, es, ar };

/** How one field is spoken of. */
export interface FieldWords {
  readonly name: string;
  /** Words for its values, such as the names of stages by their ids. */
  readonly values?: Readonly<Record<string, string>>;
  /** It never lies in the future, so "or later" goes without saying. The stamps of an entity never do. */
  readonly past?: boolean;
}

/** The words of the one who reads the description. */
export interface DescribeWords {
  /** Field path → its name, or all its words. A field left out is called by its path: `stageId` is "stage id". */
  readonly fields?: Readonly<Record<string, string | FieldWords>>;
  /** IANA name of the zone moments are shown in; UTC when left out. */
  readonly timeZone?: string;
  /** BCP 47: numbers, money and dates as there, such as `de-AT`; those of the language when left out. */
  readonly lang?: string;
}

/**
 * Says what a filter asks for, in one sentence a person understands. Dates, numbers and money are written as the
 * language writes them; `amount.minor` is money when a condition on `amount.currency` stands beside it.
 *
 * ```ts
 * import type { Filter } from '@kith/core';
 * import { describeFilter } from '@kith/core/describe';
 * const filter: Filter = {
 *   and: [
 *     { field: 'amount.currency', is: 'eq', value: 'EUR' },
 *     { field: 'amount.minor', is: 'gt', value: 10_000_00 },
 *     { field: 'stageEnteredAt', is: 'gte', value: { instant: -14 * 86_400_000 } },
 *   ],
 * };
 * const fields = { amount: 'amount', stageEnteredAt: 'last move' };
 * expect(describeFilter(filter, 'en', { fields })).toBe('amount is more than €10,000 and last move is in the last 14 days');
 * ```
 */
export function describeFilter(filter: Filter, locale: DescribeLocale, words: DescribeWords = {}): string {
  // Throws where it is so deep that the stack would run out.
  dependenciesOf(filter);
  const context = { locale: words.lang ?? locale, phrases: PHRASES[locale], words, currencies: new Map() };
  return clause(unwrapped(filter), context, true);
}

interface Context {
  /** What `Intl` writes by. */
  readonly locale: string;
  readonly phrases: Phrases;
  readonly words: DescribeWords;
  /** Path of a money field → the currency that a condition beside it names. */
  readonly currencies: ReadonlyMap<string, string>;
}

function clause(filter: Filter, context: Context, holds: boolean): string {
  if ('not' in filter) return clause(filter.not, context, !holds);
  if ('field' in filter) return conditionClause(filter, context, holds);
  const sentence = joined(filter, clausesOf(filter, context), context);
  return holds ? sentence : context.phrases.negated(sentence);
}

type Group = Extract<Filter, { readonly and: unknown } | { readonly or: unknown }>;

function joined(group: Group, clauses: readonly string[], { phrases }: Context): string {
  if (clauses.length === 0) return 'and' in group ? phrases.everything : phrases.nothing;
  return clauses.join('and' in group ? phrases.and : phrases.or);
}

function clausesOf(group: Group, context: Context): readonly string[] {
  return 'and' in group ? allClauses(group.and, context) : group.or.map((part) => nested(part, context));
}

function allClauses(parts: readonly Filter[], outer: Context): readonly string[] {
  const { clauses, currencies } = takeCurrencies(parts);
  const context = { ...outer, currencies: new Map([...outer.currencies, ...currencies]) };
  const ranges = new Map<Filter, string>();
  const spoken = new Set<Filter>();
  const uppers = new Map<string, Filter[]>();
  for (const part of clauses)
    if ('field' in part && (part.is === 'lt' || part.is === 'lte')) kept(uppers, part.field, () => []).push(part);
  for (const lower of clauses) {
    const ends = 'field' in lower && lower.is === 'gte' ? (uppers.get(lower.field) ?? []) : [];
    for (const [index, upper] of ends.entries()) {
      const range = rangeClause(lower, upper, context);
      if (range === undefined) continue;
      ranges.set(lower, range);
      spoken.add(lower).add(upper);
      ends.splice(index, 1);
      break;
    }
  }
  return clauses
    .filter((part) => ranges.has(part) || !spoken.has(part))
    .map((part) => ranges.get(part) ?? nested(part, context));
}

/** A part of a group: a group of several clauses is set apart, so that "and" and "or" are never read together. */
function nested(part: Filter, context: Context): string {
  const bare = unwrapped(part);
  if ('not' in bare || 'field' in bare) return clause(bare, context, true);
  const clauses = clausesOf(bare, context);
  const sentence = joined(bare, clauses, context);
  return clauses.length > 1 ? context.phrases.grouped(sentence) : sentence;
}

/** The same filter without groups of one and without a not of a not. */
function unwrapped(filter: Filter): Filter {
  if ('not' in filter) return 'not' in filter.not ? unwrapped(filter.not.not) : filter;
  if ('field' in filter) return filter;
  const [only, ...others] = 'and' in filter ? filter.and : filter.or;
  return only && others.length === 0 ? unwrapped(only) : filter;
}

/** The currency of a money field, said once beside its amount, is no clause of its own. */
function takeCurrencies(parts: readonly Filter[]): {
  readonly clauses: readonly Filter[];
  readonly currencies: ReadonlyMap<string, string>;
} {
  const currencies = new Map<string, string>();
  const amounts = new Set(
    parts.flatMap((part) => ('field' in part && typeof part.value === 'number' ? [part.field] : [])),
  );
  const clauses = parts.filter((part) => {
    if (!('field' in part) || part.is !== 'eq' || typeof part.value !== 'string' || !/^[A-Z]{3}$/.test(part.value))
      return true;
    const path = /^(.+)\.currency$/.exec(part.field)?.[1];
    if (path === undefined || currencies.has(path)) return true;
    if (!amounts.has(`${path}.minor`)) return true;
    currencies.set(path, part.value);
    return false;
  });
  return { clauses, currencies };
}

/** One clause for a lower and an upper bound of the same field; undefined when two conditions are not that. */
function rangeClause(lower: Filter, upper: Filter, context: Context): string | undefined {
  if (!('field' in lower) || !('field' in upper) || lower.field !== upper.field || lower.is !== 'gte') return undefined;
  const { phrases } = context;
  const name = nameOf(lower.field, context);
  const low = lower.value;
  if (upper.is !== 'lt' && upper.is !== 'lte') return undefined;
  const high = upper.value;
  if (upper.is === 'lt' && isRelative(low, 'startOfDay') && isRelative(high, 'startOfDay'))
    return high.startOfDay === low.startOfDay + 1
      ? phrases.compared(name, 'eq', dayWords(low.startOfDay, context), 'time')
      : undefined;
  if (upper.is !== 'lte') return undefined;
  if (isRelative(low, 'day') && isRelative(high, 'day')) {
    if (low.day < 0 && high.day === 0) return phrases.last(name, span(-low.day, 'day', context));
    if (low.day === 0 && high.day > 0) return phrases.next(name, span(high.day, 'day', context));
  }
  if (isRelative(low, 'instant') && isRelative(high, 'instant')) {
    if (low.instant < 0 && high.instant === 0) return phrases.last(name, spanOfMillis(-low.instant, context));
    if (low.instant === 0 && high.instant > 0) return phrases.next(name, spanOfMillis(high.instant, context));
  }
  return phrases.between(name, valueWords(lower.field, low, context), valueWords(lower.field, high, context));
}

function conditionClause(condition: FieldCondition, context: Context, holds: boolean): string {
  const { phrases } = context;
  const name = nameOf(condition.field, context);
  switch (condition.is) {
    case 'exists':
      return phrases.filled(name, condition.value === holds);
    case 'contains':
      return phrases.contains(name, phrases.quoted(condition.value), holds);
    case 'startsWith':
      return phrases.startsWith(name, phrases.quoted(condition.value), holds);
    case 'in': {
      const [only, ...others] = condition.value;
      if (only === undefined) return holds ? phrases.nothing : phrases.everything;
      if (others.length === 0)
        return conditionClause({ field: condition.field, is: 'eq', value: only }, context, holds);
      const list = new Intl.ListFormat(context.locale, { type: 'disjunction' });
      return phrases.among(
        name,
        list.format(condition.value.map((value) => valueWords(condition.field, value, context))),
        holds,
      );
    }
    case 'eq':
    case 'ne': {
      const isEqual = (condition.is === 'eq') === holds;
      if (condition.value === null) return phrases.filled(name, !isEqual);
      return phrases.compared(
        name,
        isEqual ? 'eq' : 'ne',
        valueWords(condition.field, condition.value, context),
        measureOf(condition.value),
      );
    }
    default:
      return comparisonClause(name, condition.field, condition.is, condition.value, context, holds);
  }
}

function comparisonClause(
  name: string,
  field: string,
  is: Comparison,
  value: FilterValue,
  context: Context,
  holds: boolean,
): string {
  const { phrases } = context;
  const ago = holds && isPast(field, context) ? spanAgo(value, context) : undefined;
  if (ago !== undefined && is === 'gte') return phrases.last(name, ago);
  if (ago !== undefined && is === 'lt') return phrases.longerAgo(name, ago);
  const compared = holds ? phrases.compared : phrases.notCompared;
  return compared(name, is, valueWords(field, value, context), measureOf(value));
}

function measureOf(value: FilterValue): Measure {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return isDay(value) || isInstant(value) ? 'time' : 'text';
  return typeof value === 'object' && value !== null ? 'time' : 'text';
}

function valueWords(field: string, value: FilterValue, context: Context): string {
  const { phrases } = context;
  const named = typeof value === 'object' ? undefined : wordsOf(field, context)?.values?.[String(value)];
  if (named !== undefined) return named;
  switch (typeof value) {
    case 'boolean':
      return value ? phrases.yes : phrases.no;
    case 'number':
      return numberWords(field, value, context);
    case 'string':
      return isDay(value) || isInstant(value) ? dateWords(value, context) : phrases.quoted(value);
    default:
      if (value === null) return phrases.nothing;
      if ('day' in value) return dayWords(value.day, context);
      if ('startOfDay' in value) return phrases.startOf(dayWords(value.startOfDay, context));
      return value.instant === 0
        ? phrases.now
        : phrases.away(spanOfMillis(Math.abs(value.instant), context), value.instant < 0 ? 'ago' : 'ahead', 'instant');
  }
}

function numberWords(field: string, value: number, { locale, phrases, currencies }: Context): string {
  const path = /^(.+)\.minor$/.exec(field)?.[1];
  if (path === undefined) return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  const currency = currencies.get(path);
  if (currency === undefined || !Number.isSafeInteger(value))
    return phrases.minorUnits(new Intl.NumberFormat(locale).format(value));
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  });
  // As text, because a number of major units would be rounded to a binary fraction first.
  return format.format(moneyToDecimal({ minor: value, currency }) as Intl.StringNumericLiteral);
}

function dateWords(value: string, { locale, words }: Context): string {
  const format = isDay(value)
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: words.timeZone ?? 'UTC' });
  return format.format(Date.parse(value));
}

function dayWords(offset: number, context: Context): string {
  const { phrases } = context;
  return (
    phrases.days[String(offset)] ??
    phrases.away(span(Math.abs(offset), 'day', context), offset < 0 ? 'ago' : 'ahead', 'day')
  );
}

const span = (count: number, unit: 'day' | 'hour' | 'minute' | 'second', { locale }: Context): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

function spanOfMillis(millis: number, context: Context): string {
  if (millis % 86_400_000 === 0) return span(millis / 86_400_000, 'day', context);
  if (millis % 3_600_000 === 0) return span(millis / 3_600_000, 'hour', context);
  if (millis % 60_000 === 0) return span(millis / 60_000, 'minute', context);
  return span(millis / 1000, 'second', context);
}

/** How long ago a relative value lies, in words; undefined when it does not. */
function spanAgo(value: FilterValue, context: Context): string | undefined {
  if (isRelative(value, 'day') && value.day < 0) return span(-value.day, 'day', context);
  if (isRelative(value, 'instant') && value.instant < 0) return spanOfMillis(-value.instant, context);
  return undefined;
}

const isRelative = <Kind extends 'day' | 'instant' | 'startOfDay'>(
  value: FilterValue,
  kind: Kind,
): value is Extract<FilterValue, { readonly [Key in Kind]: number }> =>
  typeof value === 'object' && value !== null && kind in value;

/** Stamps of an entity: they tell what has happened. */
const STAMPS = ['createdAt', 'modifiedAt', 'completedAt', 'stageEnteredAt'];

const isPast = (field: string, context: Context): boolean => wordsOf(field, context)?.past ?? STAMPS.includes(field);

function wordsOf(field: string, { words }: Context): FieldWords | undefined {
  const own = words.fields && Object.hasOwn(words.fields, field) ? words.fields[field] : undefined;
  return typeof own === 'string' ? { name: own } : own;
}

function nameOf(field: string, context: Context): string {
  const money = field.replace(/\.(minor|currency)$/, '');
  return (
    wordsOf(field, context)?.name ??
    (field.endsWith('.minor') ? wordsOf(money, context)?.name : undefined) ??
    spelled(money)
  );
}

/** `stageEnteredAt` → stage entered at. */
const spelled = (path: string): string =>
  path
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
