import siftModule from 'sift';
import { type BenchContact, makeContacts } from '../contacts.js';
import type { Contender } from '../contender.js';
import { COMPARED, segmentOf } from './conditions.js';

/** Its types are those of CommonJS; as the module that is bundled, the default is the function itself. */
const sift = siftModule as unknown as typeof siftModule.default;

let contacts: readonly BenchContact[] = [];

function count(turn: number): number {
  const { stages, points, countries, tier, since, withoutTag, size } = segmentOf(turn);
  const matches = sift({
    stage: { $in: stages },
    score: { $gte: points },
    doNotEmail: false,
    $or: [{ country: { $in: countries } }, { 'custom.tier': tier }],
    updatedAt: { $gte: since },
    tags: { $ne: withoutTag },
    'custom.size': { $gt: size },
  } as object);
  return contacts.filter(matches).length;
}

export const contender: Contender = {
  async prepare(rows) {
    contacts = makeContacts(rows);
  },
  lines: { segment: { work: (turn) => void count(turn) } },
  answers: async () => COMPARED.map(count),
};
