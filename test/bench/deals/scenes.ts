import { memoryAdapter } from '@kith/adapters';
import { addDays, type Day, type Deal, type Id, type Instant, money, type Pipeline } from '@kith/core';
import { type Terms, totalsOf } from '@kith/core/pricing';
import { command, deals, openStore, pipelines, type Store } from '@kith/store';
import { type AttentionList, type WatchedAttention, watchAttention } from '@kith/store/deals';
import { filter, firstValueFrom } from 'rxjs';

const NOW = Date.parse('2026-11-22T08:30:00.000Z');
const TODAY = '2026-11-22' as Day;
const BATCH = 10_000;

/** A store with so many open deals, most of which need attention for something. */
export async function openBook(count: number): Promise<{ readonly store: Store; readonly ids: readonly Id<'deal'>[] }> {
  const store = await openStore({ adapter: memoryAdapter(), clock: () => NOW, timeZone: 'Europe/Vienna' });
  const made = await store.run(
    pipelines.create({
      name: 'Sales',
      stages: [
        { name: 'Lead', probability: 10, rottingDays: 14 },
        { name: 'Proposal', probability: 50 },
      ],
    }),
  );
  if (!made.ok) throw new Error(made.problem.message);
  const ids: Id<'deal'>[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const fill = command(
      'bench/fill',
      {},
      async (work) => {
        for (let index = first; index < Math.min(count, first + BATCH); index++) {
          const deal = dealOf(index, made.value);
          // Those of the later stage: the one changed last has the most at risk.
          if (index % 2 === 0) ids.push(deal.id);
          work.put(deals.collection, deal);
        }
        return { ok: true, value: undefined };
      },
      { history: 'none' },
    );
    await store.run(fill);
  }
  return { store, ids };
}

function dealOf(index: number, { id, stages }: Pipeline): Deal {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const at = new Date(NOW - (mixed % 40) * 86_400_000).toISOString() as Instant;
  const stageId = stages[mixed % 2]?.id ?? ('' as Id<'stage'>);
  return {
    id: `deal_${String(index).padStart(7, '0')}` as Id<'deal'>,
    name: `Deal ${index}`,
    pipelineId: id,
    stageId,
    status: 'open',
    rank: 'm00000000000' as Deal['rank'],
    ...(mixed % 7 > 0 && { amount: money(10_000 + (mixed % 5_000_000), mixed % 5 === 0 ? 'USD' : 'EUR') }),
    ...(mixed % 3 > 0 && { nextStep: { kind: 'call', subject: 'Call', day: addDays(TODAY, (mixed % 60) - 10) } }),
    expectedCloseDay: addDays(TODAY, (mixed % 90) - 10),
    stageEnteredAt: at,
    stageHistory: [{ stageId, enteredAt: at }],
    createdAt: at,
    modifiedAt: at,
  };
}

/** Watches the list of all deals that need attention. */
export async function watchAll(store: Store): Promise<{
  readonly attention: WatchedAttention;
  readonly first: AttentionList;
  stop(): void;
}> {
  const attention = watchAttention(store, {
    currency: 'EUR',
    rates: [{ from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 }],
  });
  const subscription = attention.list$.subscribe();
  return { attention, first: await firstValueFrom(attention.list$), stop: () => subscription.unsubscribe() };
}

/** Gives deals another amount, one after the other, and waits until the list knows the last one. */
export async function change(
  store: Store,
  ids: readonly Id<'deal'>[],
  minor: number,
  attention?: WatchedAttention,
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    // Two more each time: half of it is at risk, and no two are the same.
    const amount = money(1e12 + 2 * (minor + index), 'EUR');
    const told =
      attention &&
      firstValueFrom(attention.list$.pipe(filter(({ items }) => items[0]?.deal.amount?.minor === amount.minor)));
    await store.run(deals.edit({ id, changes: { amount, nextStep: null } }));
    await told;
  }
}

const TERMS: Terms = {
  currency: 'EUR',
  tax: 'exclusive',
  rounding: 'document',
  half: 'even',
  discount: { percent: 2.5 },
};

/** Adds up documents of a hundred lines. */
export function addUp(documents: number): number {
  let total = 0;
  for (let document = 0; document < documents; document++) {
    const lines = Array.from({ length: 100 }, (_, index) => ({
      id: `lineItem_${index}` as Id<'lineItem'>,
      quantity: 1 + ((index * 7 + document) % 40) / 4,
      price: money(1_99 + index * 37, 'EUR'),
      taxPercent: index % 3 ? 20 : 10,
    }));
    const result = totalsOf(lines, TERMS);
    if (!result.ok) throw new Error(result.problem.message);
    total += result.value.total;
  }
  return total;
}
