import { addDays, type Day, type Deal, type Id, instantOf, type Money, type Result, refuse } from '@kith/core';
import {
  type AdjustableColumn,
  type CategorizedDeal,
  checkAdjustment,
  checkHierarchy,
  isOpenCategory,
  type OpenCategory,
  type StoredAdjustment,
  type StoredQuota,
  type StoredTeamPlace,
  type StoredTeamStay,
} from '@kith/core/forecast';
import { type Command, command } from '../command.js';
import { deals } from '../deals/collection.js';
import { create } from '../entity.js';
import type { Work } from '../work.js';
import { adjustments, quotas, teamPlaces, teamStays } from './collection.js';
import { adjustmentsBetween, type Holder, places, stays } from './queries.js';

/** Whose, and for which days: those of a period, whatever calendar it belongs to. */
export interface QuotaPlace {
  readonly holder: Holder;
  readonly first: Day;
  readonly last: Day;
}

/** Sets what somebody, or a team, is to bring in some days. A quota for just these days gets the new target. */
export const setQuota = (input: QuotaPlace & { readonly target: Money }): Command<StoredQuota> =>
  command('forecast/set-quota', input, async (work) => {
    const { holder, first, last, target } = input;
    // Two tabs that set the same one write the same row.
    const id = quotaId(input);
    const known = await work.get(quotas, id);
    const { now: at, actor } = work.env;
    const stamps = known ?? { createdAt: at, ...(actor && { createdBy: actor }) };
    const quota = { ...stamps, id, holder, first, last, target, modifiedAt: at, ...(actor && { modifiedBy: actor }) };
    return work.put(quotas, quota);
  });

/** Takes a quota away. Nothing else does: no change of calendar, hierarchy or period. */
export const removeQuota = (input: QuotaPlace): Command<StoredQuota> =>
  command('forecast/remove-quota', input, async (work) => {
    const quota = await work.require(quotas, quotaId(input));
    if (quota.ok) work.remove(quotas, quota.value.id);
    return quota;
  });

const quotaId = ({ holder, first, last }: QuotaPlace): Id<'quota'> => `quota_${holder}_${first}_${last}` as Id<'quota'>;

/** Which column of whose forecast, for which days. */
export interface AdjustmentPlace extends QuotaPlace {
  readonly column: AdjustableColumn;
  /** Why. */
  readonly note: string;
}

/** Says what a column will come to, beside what the deals add up to. Problem: `forecast/note-missing`. */
export const adjust = (input: AdjustmentPlace & { readonly amount: Money }): Command<StoredAdjustment> =>
  command('forecast/adjust', input, (work) => addAdjustment(work, input));

/** Takes back what was said of a column, in whatever currency. It stays on record. Problem: `forecast/note-missing`. */
export const withdrawAdjustment = (input: AdjustmentPlace): Command<StoredAdjustment> =>
  command('forecast/withdraw-adjustment', input, (work) => addAdjustment(work, input));

async function addAdjustment(
  work: Work,
  input: AdjustmentPlace & { readonly amount?: Money },
): Promise<Result<StoredAdjustment>> {
  const checked = checkAdjustment(input);
  if (!checked.ok) return checked;
  const { actor, now } = work.env;
  const before = (await work.find(adjustmentsBetween(input.first, input.last))).at(-1)?.at;
  // The latest one holds, so none is made at the moment of another.
  const at = before !== undefined && before >= now ? instantOf(Date.parse(before) + 1) : now;
  return create(work, adjustments, { ...input, ...(actor && { by: actor }), at });
}

/**
 * Puts an open deal into a category. It stays there whatever stage it moves to, until it is won or lost or the category
 * is taken back. Problems: `forecast/not-a-category`, `forecast/deal-closed`, `store/not-found`.
 */
export const setCategory = (input: {
  readonly id: Id<'deal'>;
  readonly category: OpenCategory;
  readonly note?: string;
}): Command<Deal> =>
  command('forecast/set-category', input, async (work) => {
    const { category, note } = input;
    if (!isOpenCategory(category))
      return refuse({
        code: 'forecast/not-a-category',
        message: `"${String(category)}" is no category of an open deal. Choose pipeline, bestCase, mostLikely, commit or omitted.`,
        path: 'category',
        params: { category: String(category) },
        fix: { kind: 'fields', fields: ['category'] },
      });
    const { actor, now } = work.env;
    return editCategory(work, input.id, { category, at: now, ...(actor && { by: actor }), ...(note && { note }) });
  });

/** Takes back the category that a person chose: the deal's stage says it again. */
export const clearCategory = (input: { readonly id: Id<'deal'> }): Command<Deal> =>
  command('forecast/clear-category', input, (work) => editCategory(work, input.id, undefined));

async function editCategory(
  work: Work,
  id: Id<'deal'>,
  forecastCategory: CategorizedDeal['forecastCategory'],
): Promise<Result<Deal>> {
  const found = await work.require(deals, id);
  if (!found.ok) return found;
  if (forecastCategory && found.value.status !== 'open')
    return refuse({
      code: 'forecast/deal-closed',
      message: `"${found.value.name}" is ${found.value.status}: its category follows from that. Open it again first.`,
      path: 'id',
      params: { deal: id, status: found.value.status },
    });
  const { forecastCategory: before, ...deal } = found.value as CategorizedDeal;
  if (!before && !forecastCategory) return found;
  const { actor, now } = work.env;
  return work.put(deals, {
    ...deal,
    ...(forecastCategory && { forecastCategory }),
    modifiedAt: now,
    ...(actor && { modifiedBy: actor }),
  } as Deal);
}

/**
 * Puts somebody into a team from a day on; the stay they are in ends the day before. What was won until then stays with
 * the team they were in. Problem: `forecast/two-teams` where a later stay is planned already.
 */
export const joinTeam = (input: {
  readonly userId: Id<'user'>;
  readonly teamId: Id<'team'>;
  readonly from: Day;
}): Command<StoredTeamStay> =>
  command('forecast/join-team', input, async (work) => {
    const known = await work.find(stays());
    const { running, rest } = splitAt(known, ({ userId }) => userId === input.userId, input.from);
    const checked = checkHierarchy({ stays: [...rest, ...ended(running, input.from), input] as never });
    if (!checked.ok) return checked;
    for (const stay of running) endBefore(work, teamStays, stay, input.from);
    return create(work, teamStays, input);
  });

/**
 * Puts a team below another from a day on; the place it has ends the day before. Problems: `forecast/team-cycle`, and
 * `forecast/two-parents` where a later place is planned already.
 */
export const placeTeam = (input: {
  readonly teamId: Id<'team'>;
  readonly parentId: Id<'team'>;
  readonly from: Day;
}): Command<StoredTeamPlace> =>
  command('forecast/place-team', input, async (work) => {
    const known = await work.find(places());
    const { running, rest } = splitAt(known, ({ teamId }) => teamId === input.teamId, input.from);
    const checked = checkHierarchy({ stays: [], places: [...rest, ...ended(running, input.from), input] as never });
    if (!checked.ok) return checked;
    for (const place of running) endBefore(work, teamPlaces, place, input.from);
    return create(work, teamPlaces, input);
  });

interface Stretch {
  readonly id: string;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** The stretches of somebody that go on over a day, apart from all others. */
function splitAt<Row extends Stretch>(
  rows: readonly Row[],
  isMeant: (row: Row) => boolean,
  day: Day,
): { readonly running: readonly Row[]; readonly rest: readonly Row[] } {
  const runs = (row: Row): boolean => isMeant(row) && row.from <= day && (row.until === undefined || row.until >= day);
  return { running: rows.filter(runs), rest: rows.filter((row) => !runs(row)) };
}

/** Stretches that end the day before; one that would begin on the day itself is gone. */
const ended = <Row extends Stretch>(running: readonly Row[], day: Day): readonly Row[] =>
  running.filter(({ from }) => from < day).map((row) => ({ ...row, until: addDays(day, -1) }));

function endBefore<Row extends Stretch & { readonly id: Id }>(
  work: Work,
  collection: Parameters<typeof work.put<Row>>[0],
  row: Row,
  day: Day,
): void {
  const [left] = ended([row], day);
  if (left) work.put(collection, { ...left, modifiedAt: work.env.now });
  else work.remove(collection, row.id);
}
