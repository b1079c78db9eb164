import { ok, type Result } from '@kith/core';
import { isSame } from '@kith/core/imports';
import { command } from '../command.js';
import { pauseBy } from '../imports/pause.js';
import type { Store } from '../store.js';
import { type FrequencyCount, frequencies } from './collection.js';
import { stepsOf, take } from './frequency-table.js';
import type { FrequencyPlan } from './plan.js';

const PAGE = 500;

/**
 * Counts the outcomes of all rows anew: once for a book that was there before its table, or after what is counted of a row
 * has changed. The page may breathe meanwhile; what is closed meanwhile waits. Answers how many outcomes there are.
 */
export const recount = (store: Store, plan: FrequencyPlan, giveWay?: () => Promise<void>): Promise<Result<number>> =>
  store.run(
    command(
      'scoring/recount',
      { table: plan.table },
      async ({ system: work }) => {
        const pause = pauseBy(giveWay);
        const where = { field: 'table', is: 'eq', value: plan.table } as const;
        const before = await work.find({ ask: 'rows', collection: frequencies, where });
        const counts = new Map<string, FrequencyCount>();
        let outcomes = 0;
        for (let after = ''; ; ) {
          const page = await work.find({
            ask: 'rows',
            collection: plan.of,
            where: { field: 'id', is: 'gt', value: after },
            order: [['id', 'asc']],
            limit: PAGE,
          });
          for (const row of page)
            for (const step of stepsOf(plan, row, 1)) {
              take(plan, counts, step);
              outcomes += 1;
            }
          const last = page.at(-1);
          if (!last) break;
          after = last.id;
          await pause();
        }
        for (const { id } of before) if (!counts.has(id)) work.remove(frequencies, id);
        const known = new Map(before.map((count) => [count.id as string, count]));
        for (const [id, count] of counts) {
          if (isSame(known.get(id), count)) continue;
          const put = work.put(frequencies, count);
          if (!put.ok) return put;
          await pause();
        }
        return ok(outcomes);
      },
      { history: 'none', through: 'rule' },
    ),
  );
