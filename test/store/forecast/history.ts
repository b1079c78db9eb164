import {
  addDays,
  type Day,
  type Deal,
  type Id,
  type Instant,
  money,
  ok,
  type Pipeline,
  rankSequence,
} from '@kith/core';
import { command, deals, type Store } from '@kith/store';
import { dealsOf, FIRST_DAY } from '../../core/forecast/funnels.js';
import { valueOf } from '../../support/book.js';

/** A year of a small house's deals, told up to yesterday; those that close later are open. */
export const YEAR = dealsOf({ name: 'small house', perMonth: 40, median: 40, wonShare: 0.5 }, 11).filter(
  ({ openedDay }) => openedDay < addDays(FIRST_DAY, 365),
);

/** Fills a book with a year of deals, as if they had been entered day by day. */
export async function fillYear(
  store: Store,
  pipeline: Pipeline,
  { today, owners }: { readonly today: Day; readonly owners: readonly Id<'user'>[] },
): Promise<void> {
  const moved = (day: Day): Day => addDays(day, (Date.parse(today) - Date.parse(addDays(FIRST_DAY, 365))) / 86_400_000);
  const at = (day: Day): Instant => `${day}T12:00:00.000Z` as Instant;
  const [first] = pipeline.stages;
  const stageOf = (type: string): Id<'stage'> => (pipeline.stages.find((stage) => stage.type === type) ?? first!).id;
  const ranks = rankSequence();
  const fill = command(
    'test/fill',
    null,
    async (work) => {
      for (const [index, { openedDay, closed, minor = 0 }] of YEAR.entries()) {
        const opened = moved(openedDay);
        const end = closed && moved(closed.day) < today ? { ...closed, day: moved(closed.day) } : undefined;
        const stageId = end ? stageOf(end.outcome) : first!.id;
        const put = work.put(deals.collection, {
          id: `deal_y${String(index).padStart(4, '0')}` as Id<'deal'>,
          name: `Deal ${index}`,
          pipelineId: pipeline.id,
          stageId,
          status: end?.outcome ?? 'open',
          rank: ranks.next().value,
          ownerId: owners[index % owners.length],
          amount: money(minor, 'EUR'),
          openedDay: opened,
          expectedCloseDay: end?.day ?? addDays(today, 10),
          ...(end && { actualCloseDay: end.day }),
          ...(end?.outcome === 'won' && { actualValue: money(minor, 'EUR') }),
          ...(end?.outcome === 'lost' && { lossReason: 'Price' }),
          stageEnteredAt: at(end?.day ?? opened),
          stageHistory: [
            { stageId: first!.id, enteredAt: at(opened) },
            ...(end ? [{ stageId, enteredAt: at(end.day) }] : []),
          ],
          createdAt: at(opened),
          modifiedAt: at(end?.day ?? opened),
        } as Deal);
        if (!put.ok) return put;
      }
      return ok(undefined);
    },
    { history: 'none' },
  );
  valueOf(await store.run(fill));
}
