import type { Id } from '../kernel/id.js';
import type { Problem } from '../kernel/result.js';
import { leavesOf, partsOf, type SegmentLeaf } from './condition.js';
import { type Relation, relationOf } from './relation.js';
import type { Segment } from './schema.js';

/** What a segment is made of, as far as its members depend on it. */
export type SegmentSpec = Pick<Segment, 'id' | 'name' | 'of' | 'filter'>;

/** Segments in an order in which each comes after those it looks at, and why some are not among them. */
export interface OrderedSegments<Spec extends SegmentSpec = SegmentSpec> {
  readonly ordered: readonly Spec[];
  /** By id of the segment. One that is refused has no members, and neither has one that looks at it. */
  readonly problems: ReadonlyMap<Id<'segment'>, Problem>;
}

/**
 * Puts segments in order. Problems: `segments/cycle` (names the way round), `segments/unknown-segment`,
 * `segments/other-collection`, `segments/unknown-relation`, `segments/undated-relation`, `segments/refused-part`.
 */
export function orderSegments<Spec extends SegmentSpec>(
  segments: readonly Spec[],
  relations: readonly Relation[],
): OrderedSegments<Spec> {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const problems = new Map<Id<'segment'>, Problem>();
  const partsById = new Map<Id<'segment'>, readonly Id<'segment'>[]>();
  for (const segment of segments) {
    const leaves = segment.filter ? leavesOf(segment.filter) : [];
    const problem = leaves.map((leaf) => leafProblem(segment, leaf, byId, relations)).find(Boolean);
    if (problem) problems.set(segment.id, problem);
    partsById.set(segment.id, leaves.flatMap(partsOf));
  }
  const ordered: Spec[] = [];
  const done = new Set<Id<'segment'>>();
  for (const { id } of segments)
    visit(id, partsById, done, {
      leave(left) {
        const segment = byId.get(left);
        if (!segment) return;
        const refused = partsById.get(left)?.find((part) => problems.has(part));
        if (refused && !problems.has(left)) problems.set(left, refusedPart(segment, byId.get(refused)));
        if (!problems.has(left)) ordered.push(segment);
      },
      cycle(way) {
        for (const each of way) problems.set(each, cycleOf(way.map((id) => byId.get(id)?.name ?? id)));
      },
    });
  return { ordered, problems };
}

/** Goes down to what a segment looks at first. In a loop of its own: a long chain is no deep call. */
function visit(
  start: Id<'segment'>,
  partsById: ReadonlyMap<Id<'segment'>, readonly Id<'segment'>[]>,
  done: Set<Id<'segment'>>,
  { leave, cycle }: { leave(id: Id<'segment'>): void; cycle(way: readonly Id<'segment'>[]): void },
): void {
  if (done.has(start)) return;
  const way: { readonly id: Id<'segment'>; next: number }[] = [{ id: start, next: 0 }];
  const onWay = new Set([start]);
  for (let last = way.at(-1); last; last = way.at(-1)) {
    const part = partsById.get(last.id)?.[last.next++];
    if (part === undefined) {
      leave(last.id);
      done.add(last.id);
      onWay.delete(last.id);
      way.pop();
    } else if (onWay.has(part)) cycle(way.map(({ id }) => id).slice(way.findIndex(({ id }) => id === part)));
    else if (!done.has(part)) {
      way.push({ id: part, next: 0 });
      onWay.add(part);
    }
  }
}

function leafProblem(
  segment: SegmentSpec,
  leaf: SegmentLeaf,
  byId: ReadonlyMap<string, SegmentSpec>,
  relations: readonly Relation[],
): Problem | undefined {
  if ('segment' in leaf) return partProblem(segment, leaf.segment, segment.of, byId);
  if (!('did' in leaf)) return undefined;
  const relation = relationOf(relations, segment.of, leaf.did);
  if (!relation)
    return {
      code: 'segments/unknown-relation',
      message: `${segment.of} have no "${leaf.did}" around them. There is ${named(relations, segment.of)}; declare others in "relations".`,
      params: { segment: segment.name, relation: leaf.did, of: segment.of },
    };
  const problem = leaf.in === undefined ? undefined : partProblem(segment, leaf.in, relation.collection, byId);
  if (problem || relation.at !== undefined || leaf.within === undefined) return problem;
  return {
    code: 'segments/undated-relation',
    message: `"${leaf.did}" of ${segment.of} has no date, so there is no "within" of it. Leave it out, or put a relative date into "where".`,
    params: { segment: segment.name, relation: leaf.did, of: segment.of },
  };
}

/** Why a segment cannot be looked at where rows of a collection are asked for. */
function partProblem(
  segment: SegmentSpec,
  id: Id<'segment'>,
  of: string,
  byId: ReadonlyMap<string, SegmentSpec>,
): Problem | undefined {
  const part = byId.get(id);
  if (!part)
    return {
      code: 'segments/unknown-segment',
      message: `"${segment.name}" looks at the segment ${id}, which is not there. Choose another one.`,
      params: { segment: segment.name, part: id },
    };
  if (part.of === of) return undefined;
  return {
    code: 'segments/other-collection',
    message: `"${segment.name}" asks ${of}, and "${part.name}" is of ${part.of}. Choose a segment of ${of}.`,
    params: { segment: segment.name, part: part.name, of, partOf: part.of },
  };
}

const named = (relations: readonly Relation[], of: string): string => {
  const names = relations.filter((relation) => relation.of === of).map(({ name }) => `"${name}"`);
  return names.length > 0 ? names.join(', ') : 'none';
};

const cycleOf = (names: readonly string[]): Problem => {
  const way = [...names, names[0]].join(' → ');
  return {
    code: 'segments/cycle',
    message: `These segments look at each other in a circle: ${way}. Take one of them out of the other's condition.`,
    params: { way },
  };
};

const refusedPart = (segment: SegmentSpec, part: SegmentSpec | undefined): Problem => ({
  code: 'segments/refused-part',
  message: `"${segment.name}" looks at "${part?.name ?? ''}", which has a problem of its own. Mend that first.`,
  params: { segment: segment.name, part: part?.name ?? '' },
});
