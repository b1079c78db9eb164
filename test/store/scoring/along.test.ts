import { memoryAdapter } from '@kith/adapters';
import type { ScoringScheme } from '@kith/core/scoring';
import { openStore } from '@kith/store';
import * as leads from '@kith/store/leads';
import { keepScores, ofRow, type RulePlan, scoringCollections } from '@kith/store/scoring';
import { firstValueFrom } from 'rxjs';
import { expect, it } from 'vitest';

const scheme: ScoringScheme = {
  id: 'inbound',
  timeZone: 'UTC',
  fit: { rules: [{ id: 'fair', where: { field: 'source', is: 'eq', value: 'Fair' }, points: 30 }] },
  engagement: { rules: [] },
};
const plan: RulePlan = { of: leads.collection, scheme, along: ['ownerId', 'status'] };

it('SC93 carries along what a plan names of the row, in the commit that changes it, and lets it be undone', async () => {
  const store = await openStore({
    adapter: memoryAdapter(),
    collections: [...leads.leadCollections, ...scoringCollections],
    companions: [keepScores([plan])],
  });
  const made = await store.run(leads.create({ name: 'Léa', source: 'Fair' }));
  if (!made.ok) throw new Error(made.problem.message);
  const { id } = made.value;
  const about = async () => (await firstValueFrom(store.watch(ofRow(plan, id))))?.about;
  expect(await about()).toEqual({ status: 'new' });
  await store.run(leads.assign({ id, ownerId: 'user_hanna' as never }));
  expect(await about()).toEqual({ status: 'new', ownerId: 'user_hanna' });
  expect((await store.undo()).ok).toBe(true);
  expect(await about()).toEqual({ status: 'new' });
});
