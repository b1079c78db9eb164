import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { isId } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Figure, SegmentFilter } from './condition.js';
import { durationMillis } from './duration.js';
import { durationMonths } from './reach.js';

/** Groups may be nested this deep: as deep as in a filter. */
const MAX_DEPTH = 32;
/** All conditions, groups and listed values together, those of filters on related rows included. */
const MAX_PARTS = 20_000;
const MAX_NAME = 200;

const RELATED = ['did', 'where', 'in', 'within', 'atLeast', 'atMost', 'sum', 'min', 'max', 'last'];
const COMPARISONS = ['eq', 'lt', 'lte', 'gt', 'gte'];

/**
 * Reads the condition of a segment from JSON that somebody else wrote. Never throws on JSON, however deep or long. A
 * refusal says in `path` where the trouble is.
 * Problems: those of `parseFilter`, and `segments/wrong-value`, `segments/wrong-duration`, `segments/currency-missing`.
 *
 * ```ts
 * import { did, parseSegmentFilter } from '@kith/core/segments';
 * const buyers = { and: [{ field: 'tags', is: 'contains', value: 'vip' }, did('deal', { atLeast: 2, within: 'P90D' })] };
 * expect(parseSegmentFilter(buyers)).toEqual({ ok: true, value: buyers });
 * expect(parseSegmentFilter({ did: 'deal', within: 'a while' })).toMatchObject({
 *   problem: { code: 'segments/wrong-duration', path: 'within' },
 * });
 * ```
 */
export const parseSegmentFilter = (value: unknown): Result<SegmentFilter> => read(value, '', 0, { left: MAX_PARTS });

interface Allowance {
  left: number;
}

type Fields = Readonly<Record<string, unknown>>;

function read(value: unknown, path: string, depth: number, allowance: Allowance): Result<SegmentFilter> {
  if (depth > MAX_DEPTH)
    return refuse({
      code: 'filters/too-deep',
      message: `${path}: Conditions are nested more than ${MAX_DEPTH} levels deep. Take a level out.`,
      path,
    });
  if (!isObject(value)) return readFilter(value, path, allowance);
  const keys = Object.keys(value);
  if (keys.includes('did')) return readRelated(value, path, allowance);
  if (keys.includes('segment')) return readMember(value, path, allowance);
  if (keys.includes('score')) return readScore(value, path, allowance);
  const [group] = keys;
  if (keys.length > 1 || (group !== 'and' && group !== 'or' && group !== 'not'))
    return readFilter(value, path, allowance);
  if (--allowance.left < 0) return tooLarge(path);
  const inner = value[group];
  if (group === 'not') {
    const part = read(inner, at(path, 'not'), depth + 1, allowance);
    return part.ok ? ok({ not: part.value }) : part;
  }
  // What is no list is refused in the words of a filter.
  if (!Array.isArray(inner)) return readFilter(value, path, allowance);
  const parts: SegmentFilter[] = [];
  for (const [index, item] of inner.entries()) {
    const part = read(item, `${at(path, group)}[${index}]`, depth + 1, allowance);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(group === 'and' ? { and: parts } : { or: parts });
}

/** A condition that is a filter's, with the path where it stands here. */
function readFilter(value: unknown, path: string, allowance: Allowance): Result<Filter> {
  const parsed = parseFilter(value);
  if (parsed.ok) {
    allowance.left -= sizeOf(parsed.value);
    return allowance.left < 0 ? tooLarge(path) : parsed;
  }
  const { problem } = parsed;
  const full = problem.path === undefined ? path : at(path, problem.path);
  const words = problem.path === undefined ? problem.message : problem.message.slice(problem.path.length + 2);
  return refuse({ ...problem, message: full === '' ? words : `${full}: ${words}`, ...(full !== '' && { path: full }) });
}

function readRelated(value: Fields, path: string, allowance: Allowance): Result<SegmentFilter> {
  if (--allowance.left < 0) return tooLarge(path);
  const unknown = Object.keys(value).find((key) => !RELATED.includes(key));
  if (unknown !== undefined) return wrong(at(path, unknown), `a condition on related rows has ${RELATED.join(', ')}`);
  const { did, within, atLeast, atMost, in: part } = value;
  if (!isName(did)) return wrong(at(path, 'did'), 'expected the name of a relation such as "deal"');
  if (part !== undefined && !(typeof part === 'string' && isId('segment', part)))
    return wrong(at(path, 'in'), 'expected the id of a segment');
  if (
    within !== undefined &&
    (typeof within !== 'string' || (durationMillis(within) ?? durationMonths(within)) === undefined)
  )
    return refuse({
      code: 'segments/wrong-duration',
      message: `${at(path, 'within')}: expected a length of time such as P90D, P3M, P1Y, P2W, PT12H or PT30M.`,
      path: at(path, 'within'),
    });
  for (const [key, count] of [
    ['atLeast', atLeast],
    ['atMost', atMost],
  ] as const)
    if (count !== undefined && !(Number.isSafeInteger(count) && (count as number) >= 0))
      return wrong(at(path, key), 'expected a whole number, 0 or more');
  for (const key of ['sum', 'min', 'max'] as const) {
    const figure = value[key] === undefined ? ok(undefined) : readFigure(value[key], at(path, key));
    if (!figure.ok) return figure;
  }
  for (const key of ['where', 'last'] as const) {
    const filter = value[key] === undefined ? ok(undefined) : readFilter(value[key], at(path, key), allowance);
    if (!filter.ok) return filter;
  }
  return ok(value as unknown as SegmentFilter);
}

function readFigure(value: unknown, path: string): Result<Figure> {
  if (!isObject(value) || Object.keys(value).some((key) => !['field', 'currency', 'gte', 'lte'].includes(key)))
    return wrong(path, 'expected { field, currency?, gte?, lte? }');
  const { field, currency, gte, lte } = value;
  if (!isName(field)) return wrong(at(path, 'field'), 'expected the path of a field');
  if (currency !== undefined && !(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)))
    return wrong(at(path, 'currency'), 'expected an ISO 4217 code such as EUR');
  if (currency === undefined && field.endsWith('.minor'))
    return refuse({
      code: 'segments/currency-missing',
      message: `${path}: amounts in different currencies are not added. Name the money field ("${field.slice(0, -'.minor'.length)}") and its currency.`,
      path,
      fix: { kind: 'fields', fields: [at(path, 'currency')] },
    });
  for (const bound of [gte, lte])
    if (bound !== undefined && !Number.isFinite(bound)) return wrong(path, 'expected numbers as bounds');
  if (gte === undefined && lte === undefined) return wrong(path, 'expected a bound: gte, lte or both');
  return ok(value as unknown as Figure);
}

function readMember(value: Fields, path: string, allowance: Allowance): Result<SegmentFilter> {
  if (--allowance.left < 0) return tooLarge(path);
  const { segment } = value;
  if (Object.keys(value).length > 1) return wrong(path, 'nothing else stands beside "segment"');
  if (typeof segment !== 'string' || !isId('segment', segment))
    return wrong(at(path, 'segment'), 'expected the id of a segment');
  return ok({ segment });
}

function readScore(value: Fields, path: string, allowance: Allowance): Result<SegmentFilter> {
  if (--allowance.left < 0) return tooLarge(path);
  const { score, is, value: bound } = value;
  if (Object.keys(value).some((key) => !['score', 'is', 'value'].includes(key)))
    return wrong(path, 'a condition on a score has score, is and value');
  if (!isName(score)) return wrong(at(path, 'score'), 'expected the name of a score');
  if (typeof is !== 'string' || !COMPARISONS.includes(is))
    return wrong(at(path, 'is'), `expected one of ${COMPARISONS.join(', ')}`);
  if (!Number.isFinite(bound)) return wrong(at(path, 'value'), 'expected a number');
  return ok(value as unknown as SegmentFilter);
}

/** How many conditions, groups and listed values a filter has. */
function sizeOf(filter: Filter): number {
  if ('and' in filter) return filter.and.reduce((sum, part) => sum + sizeOf(part), 1);
  if ('or' in filter) return filter.or.reduce((sum, part) => sum + sizeOf(part), 1);
  if ('not' in filter) return 1 + sizeOf(filter.not);
  return filter.is === 'in' ? 1 + filter.value.length : 1;
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_NAME && !value.split('.').includes('');

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const tooLarge = (path: string): Result<never> =>
  refuse({
    code: 'filters/too-large',
    message: `The segment has more than ${MAX_PARTS} conditions and values. Use fewer, or a segment that is kept by hand.`,
    ...(path !== '' && { path }),
  });

const wrong = (path: string, words: string): Result<never> =>
  refuse({ code: 'segments/wrong-value', message: `${path}: ${words}.`, path });
