import type { Day, Filter } from '@kith/core';
import { type Rate, rateFinder } from '@kith/core/rates';
import type { Work } from '../work.js';
import { exchangeRates } from './collection.js';
import { ofPair } from './queries.js';

/**
 * The rates that are needed to convert between two currencies on a day. Two questions that an index answers; only a pair
 * that has no rate of its own has all rates of both currencies read.
 */
export async function ratesFor(work: Work, from: string, to: string, day: Day): Promise<readonly Rate[]> {
  const begun: Filter = { field: 'day', is: 'lte', value: day };
  const latest = async (one: string, other: string): Promise<readonly Rate[]> => {
    const { where, ...query } = ofPair(one, other);
    return work.find({ ...query, where: where ? { and: [where, begun] } : begun, limit: 1 });
  };
  const own = [...(await latest(from, to)), ...(await latest(to, from))];
  if (from === to || rateFinder(own)(from, to, day)) return own;
  return work.find({
    ask: 'rows',
    collection: exchangeRates,
    where: {
      and: [
        begun,
        {
          or: [
            { field: 'from', is: 'in', value: [from, to] },
            { field: 'to', is: 'in', value: [from, to] },
          ],
        },
      ],
    },
  });
}
