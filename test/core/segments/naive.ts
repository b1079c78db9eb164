import { type Filter, type FilterMoment, matches, startOfDay } from '@kith/core';
import type { Figure, RelatedCondition, Relation, SegmentFilter, SegmentSpec } from '@kith/core/segments';

type Row = Readonly<Record<string, unknown>>;

/** A whole book: rows by collection and id, scores by name and id, and who was placed by hand, by segment and id. */
export interface NaiveBook {
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly placements: ReadonlyMap<string, ReadonlyMap<string, 'in' | 'out'>>;
  readonly segments: readonly SegmentSpec[];
  readonly relations: readonly Relation[];
}

/** The members of a segment, worked out from scratch the plainest way: what the incremental ones must equal. */
export function naiveMembers(book: NaiveBook, segment: SegmentSpec, moment: FilterMoment): readonly string[] {
  return [...(book.rows.get(segment.of) ?? [])]
    .filter(([id, row]) => isMember(book, segment, id, row, moment))
    .map(([id]) => id)
    .sort();
}

function isMember(book: NaiveBook, segment: SegmentSpec, id: string, row: Row, moment: FilterMoment): boolean {
  const place = book.placements.get(segment.id)?.get(id);
  if (place !== undefined) return place === 'in';
  return segment.filter !== undefined && holds(book, segment, segment.filter, id, row, moment);
}

function holds(
  book: NaiveBook,
  segment: SegmentSpec,
  filter: SegmentFilter,
  id: string,
  row: Row,
  moment: FilterMoment,
): boolean {
  const of = (part: SegmentFilter): boolean => holds(book, segment, part, id, row, moment);
  if ('and' in filter) return filter.and.every(of);
  if ('or' in filter) return filter.or.some(of);
  if ('not' in filter) return !of(filter.not);
  if ('did' in filter) return happened(book, segment.of, filter, id, moment);
  if ('segment' in filter) {
    const part = book.segments.find((each) => each.id === filter.segment);
    return part !== undefined && isMember(book, part, id, row, moment);
  }
  if ('score' in filter) {
    const score = book.scores.get(filter.score)?.get(id);
    return score !== undefined && matches({ field: 's', is: filter.is, value: filter.value }, { s: score }, moment);
  }
  return matches(filter as Filter, row, moment);
}

const MILLIS = { D: 86_400_000, W: 7 * 86_400_000, H: 3_600_000 } as const;

function happened(book: NaiveBook, of: string, condition: RelatedCondition, id: string, moment: FilterMoment): boolean {
  const relation = book.relations.find((each) => each.of === of && each.name === condition.did);
  if (!relation) return false;
  const now = Date.parse(moment.now);
  const subject = book.rows.get(of)?.get(id) ?? {};
  const named = subject[relation.by];
  const ups = new Set(Array.isArray(named) ? named : [named]);
  const part = book.segments.find((each) => each.id === condition.in);
  const length = /^PT?(\d+)([DWH])$/.exec(condition.within ?? '');
  const months = /^P(\d+)([MY])$/.exec(condition.within ?? '');
  const since = months
    ? Date.parse(startOfDay(monthsBefore(moment, Number(months[1]) * (months[2] === 'Y' ? 12 : 1)), moment.timeZone)) -
      1
    : length
      ? now - Number(length[1]) * MILLIS[length[2] as keyof typeof MILLIS]
      : Number.NEGATIVE_INFINITY;
  const found = [...(book.rows.get(relation.collection) ?? [])]
    .map(([rowId, row]) => ({ rowId, row, at: momentOf(row, relation, moment) }))
    .filter(({ rowId, row, at }) => {
      const owner = row[relation.by];
      const isOwn = relation.up ? ups.has(rowId) : Array.isArray(owner) ? owner.includes(id) : owner === id;
      return isOwn && at !== undefined && at <= now && (relation.at === undefined || at > since);
    })
    .filter(
      ({ rowId, row }) =>
        condition.in === undefined || (part !== undefined && isMember(book, part, rowId, row, moment)),
    )
    .filter(({ row }) => [relation.where, condition.where].every((each) => !each || matches(each, row, moment)))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.rowId < b.rowId ? -1 : 1));
  const numbers = ({ field, currency }: Figure): number[] =>
    found.flatMap(({ row }) => {
      const value = row[field] as number | { minor: number; currency: string } | undefined;
      if (typeof value === 'number') return currency === undefined ? [value] : [];
      return value && value.currency === currency ? [value.minor] : [];
    });
  const within = (figure: Figure | undefined, value: (numbers: number[]) => number | undefined): boolean => {
    if (!figure) return true;
    const is = value(numbers(figure));
    return is !== undefined && is >= (figure.gte ?? Number.NEGATIVE_INFINITY) && is <= (figure.lte ?? Infinity);
  };
  const last = found.at(-1);
  return (
    found.length >= (condition.atLeast ?? 1) &&
    found.length <= (condition.atMost ?? Infinity) &&
    within(condition.sum, (all) => all.reduce((sum, each) => sum + each, 0)) &&
    within(condition.min, (all) => (all.length > 0 ? Math.min(...all) : undefined)) &&
    within(condition.max, (all) => (all.length > 0 ? Math.max(...all) : undefined)) &&
    (condition.last === undefined || (last !== undefined && matches(condition.last, last.row, moment)))
  );
}

function momentOf(row: Row, relation: Relation, { timeZone }: FilterMoment): number | undefined {
  if (relation.at === undefined) return 0;
  const value = [relation.at].flat().flatMap((path) => row[path] ?? [])[0];
  if (typeof value !== 'string') return undefined;
  return Date.parse(value.length === 10 ? startOfDay(value as never, timeZone) : value);
}

/** The same day so many months before, or the last one of that month. */
function monthsBefore({ now, timeZone }: FilterMoment, months: number): never {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(now));
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  for (let day = date; ; day--) {
    const found = new Date(Date.UTC(year, month - 1 - months, day));
    const first = new Date(Date.UTC(year, month - 1 - months, 1));
    if (found.getUTCMonth() === first.getUTCMonth()) return found.toISOString().slice(0, 10) as never;
  }
}
