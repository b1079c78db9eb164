import { type Id, ok, type Result, refuse } from '@kith/core';
import { orderSegments, RELATIONS, type Relation, type Segment, type SegmentPlacement } from '@kith/core/segments';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { checkCollection } from '../known-collection.js';
import type { Work } from '../work.js';
import { segmentPlacements, segments } from './collection.js';

/** What conditions may look at besides Kith's own entities. */
export interface SegmentTerms {
  /** `RELATIONS` of `@kith/core/segments` when left out. */
  readonly relations?: readonly Relation[];
}

/**
 * Makes a segment: with a filter, or as a list that is kept by hand. Problems: `store/unknown-collection`,
 * and those of `orderSegments`, such as `segments/cycle` and `segments/unknown-relation`.
 */
export const create = (
  input: Pick<Segment, 'name' | 'of'> & Partial<Draft<Segment>>,
  terms: SegmentTerms = {},
): Command<Segment> =>
  command('segments/create', input, async (work) => {
    const made = createEntity(work, segments, { ownerId: work.env.actor, ...input } as Draft<Segment>);
    return made.ok ? checked(work, made.value, terms) : made;
  });

/** Changes a segment. Its collection stays. Problems: those of `create`, and `store/not-found`. */
export const edit = (
  input: { readonly id: Id<'segment'>; readonly changes: Changes<Segment, 'of'> },
  terms: SegmentTerms = {},
): Command<Segment> =>
  command('segments/edit', input, async (work) => {
    const edited = await editEntity(work, segments, input, ['of']);
    return edited.ok ? checked(work, edited.value, terms) : edited;
  });

/** Rows that are put into a segment, taken out of it, or left to its condition. */
export interface MembersInput {
  readonly id: Id<'segment'>;
  readonly memberIds: readonly string[];
}

/** Puts rows into a segment, whatever its condition says. */
export const addMembers = (input: MembersInput): Command<Segment> =>
  command('segments/addMembers', input, (work) => placeAll(work, input, () => 'in'));

/** Takes rows out of a segment: off the list, and where it has a condition, whatever that says. */
export const removeMembers = (input: MembersInput): Command<Segment> =>
  command('segments/removeMembers', input, (work) =>
    placeAll(work, input, ({ filter }) => (filter ? 'out' : undefined)),
  );

/** Leaves rows to the condition again, as if nobody had put them anywhere. */
export const releaseMembers = (input: MembersInput): Command<Segment> =>
  command('segments/releaseMembers', input, (work) => placeAll(work, input, () => undefined));

/**
 * Removes a segment with what was done to it by hand. Problems: `store/not-found`, and `segments/in-use` while another
 * segment looks at it.
 */
export const remove = (input: { readonly id: Id<'segment'> }): Command<undefined> =>
  command('segments/remove', input, async (work) => {
    const segment = await work.require(segments, input.id);
    if (!segment.ok) return segment;
    const others = await work.find({ ask: 'rows', collection: segments });
    const user = others.find(
      ({ id, filter }) => id !== input.id && filter && JSON.stringify(filter).includes(`"${input.id}"`),
    );
    if (user)
      return refuse({
        code: 'segments/in-use',
        message: `"${user.name}" looks at "${segment.value.name}". Take it out of that condition first.`,
        params: { segment: segment.value.name, user: user.name },
      });
    for (const placement of await placementsOf(work, input.id)) work.remove(segmentPlacements, placement.id);
    work.remove(segments, input.id);
    return ok(undefined);
  });

/** The id of a placement: a row is placed once in a segment. */
const placementId = (segmentId: Id<'segment'>, memberId: string): SegmentPlacement['id'] =>
  `segmentPlacement_${segmentId.slice('segment_'.length)}.${memberId}` as SegmentPlacement['id'];

async function placeAll(
  work: Work,
  { id: segmentId, memberIds }: MembersInput,
  placeIn: (segment: Segment) => SegmentPlacement['place'] | undefined,
): Promise<Result<Segment>> {
  const segment = await work.require(segments, segmentId);
  if (!segment.ok) return segment;
  const place = placeIn(segment.value);
  for (const memberId of memberIds) {
    const id = placementId(segmentId, memberId);
    const known = await work.get(segmentPlacements, id);
    if (known?.place === place) continue;
    if (place === undefined) {
      work.remove(segmentPlacements, id);
      continue;
    }
    const { now, actor } = work.env;
    const put = work.put(segmentPlacements, {
      id,
      segmentId,
      memberId,
      place,
      createdAt: known?.createdAt ?? now,
      modifiedAt: now,
      ...(actor && { createdBy: known?.createdBy ?? actor, modifiedBy: actor }),
    });
    if (!put.ok) return put;
  }
  return segment;
}

/** Whether a staged segment fits in with the others. Those it looks at are guarded, so that two tabs never close a circle. */
async function checked(
  work: Work,
  segment: Segment,
  { relations = RELATIONS }: SegmentTerms,
): Promise<Result<Segment>> {
  const known = checkCollection(work, segment.of, 'of');
  if (!known.ok) return known;
  const others = await work.find({ ask: 'rows', collection: segments });
  const all = [segment, ...others.filter(({ id }) => id !== segment.id)];
  const problem = orderSegments(all, relations).problems.get(segment.id);
  if (problem) return refuse(problem);
  const seen = new Set<string>([segment.id]);
  const follow = [segment];
  for (let next = follow.pop(); next; next = follow.pop()) {
    const text = JSON.stringify(next.filter ?? null);
    for (const other of others) {
      if (seen.has(other.id) || !text.includes(`"${other.id}"`)) continue;
      seen.add(other.id);
      const guarded = await work.get(segments, other.id);
      if (guarded) follow.push(guarded);
    }
  }
  return ok(segment);
}

const placementsOf = (work: Work, segmentId: Id<'segment'>): Promise<readonly SegmentPlacement[]> =>
  work.find({
    ask: 'rows',
    collection: segmentPlacements,
    where: { field: 'segmentId', is: 'eq', value: segmentId },
  });
