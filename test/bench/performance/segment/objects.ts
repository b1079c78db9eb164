import { type BenchContact, makeContacts } from '../contacts.js';
import type { Contender } from '../contender.js';
import { COMPARED, segmentOf } from './conditions.js';

let contacts: readonly BenchContact[] = [];

/** What one would write by hand over the rows as they are. */
function count(turn: number): number {
  const { stages, points, countries, tier, since, withoutTag, size } = segmentOf(turn);
  const wantedStages = new Set(stages);
  const wantedCountries = new Set(countries);
  let found = 0;
  for (const contact of contacts) {
    if (contact.score < points || contact['doNotEmail'] === true || !wantedStages.has(contact.stage)) continue;
    const custom = contact['custom'] as { readonly tier: string; readonly size: number };
    if (!wantedCountries.has(contact['country'] as string) && custom.tier !== tier) continue;
    if (contact.updatedAt < since || custom.size <= size) continue;
    if (!(contact['tags'] as readonly string[]).includes(withoutTag)) found++;
  }
  return found;
}

export const contender: Contender = {
  async prepare(rows) {
    contacts = makeContacts(rows);
  },
  lines: { segment: { work: (turn) => void count(turn) } },
  answers: async () => COMPARED.map(count),
};
