import { memoryAdapter } from '@kith/adapters';
import type { Day, Id, Instant, Stage } from '@kith/core';
import { activities, type Command, command, contacts, deals, openStore, pipelines, type Store } from '@kith/store';
import { auditLog } from '@kith/store/audit';
import { addLine, setAmount } from '@kith/store/deals';
import { pricingCollections } from '@kith/store/pricing';
import { firstValueFrom } from 'rxjs';
import { activity, deal, money, prices, rows } from './brevent-rows.js';

/** Friday, 20 November 2026, 10:00 in Vienna: the day on which the stories of this book take place. */
export const NOW = Date.parse('2026-11-20T09:00:00.000Z');

/** The clock of the stories. */
export const now = (): Instant => new Date(NOW).toISOString() as Instant;

/** What the book may hold more of. */
export interface BreventOptions {
  /** Notes about Léa besides those that are told, one a day going back. */
  readonly notes?: number;
  /** Closed deals of Maison Brévent besides those that are told. */
  readonly closedDeals?: number;
  /** The store keeps an audit log, in which a colleague has changed a few fields of Léa Fontanel and of a deal. */
  readonly isAudited?: boolean;
  /** The open deal has line items from the price book. */
  readonly hasLines?: boolean;
  /** The pipeline has a stage to be on hold in, and the open deal is there. */
  readonly isOnHold?: boolean;
}

function extraRows({ notes = 0, closedDeals = 0 }: BreventOptions): typeof rows {
  const day = (back: number): string => new Date(NOW - back * 86_400_000).toISOString().slice(0, 10);
  return [
    [
      activities.collection,
      Array.from({ length: notes }, (_, index) =>
        activity(
          `note-${index}`,
          (['note', 'call', 'email'] as const)[index % 3] ?? 'note',
          `Season ${index + 1}: what was agreed`,
          `${day(60 + index)}T09:00`,
        ),
      ),
    ],
    [
      deals.collection,
      Array.from({ length: closedDeals }, (_, index) => {
        const isWon = index % 3 !== 0;
        return deal(
          `old-${index}`,
          `Order ${1_000 + index}`,
          `b${index.toString().padStart(4, '0')}`,
          [
            ['discovery', day(400 + index)],
            [isWon ? 'won' : 'lost', day(380 + index)],
          ],
          {
            amount: money(900 + (index % 17) * 130),
            actualCloseDay: day(380 + index),
            ...(isWon ? { actualValue: money(900 + (index % 17) * 130) } : { lossReason: 'Price' }),
          },
        );
      }),
    ],
  ];
}

/** A store in memory with one customer told in full: Maison Brévent, its people, deals and two years of activities. */
export async function openBreventBook(options: BreventOptions = {}): Promise<Store> {
  // The record was made long before what is told about it.
  let at = options.isAudited ? NOW - 900 * 86_400_000 : NOW;
  const store = await openStore({
    adapter: memoryAdapter(),
    collections: [...pricingCollections],
    actor: 'user_hanna' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => at,
    ...(options.isAudited && { audit: auditLog() }),
  });
  await fillBrevent(store, { ...options, more: prices });
  if (options.isOnHold) await putOnHold(store);
  if (!options.isAudited) return store;
  const lea = 'contact_lea' as Id<'contact'>;
  const day = 86_400_000;
  for (const [back, edit] of [
    [6 * day, contacts.edit({ id: lea, changes: { jobTitle: 'Head of Operations, Alps', department: 'Retail' } })],
    [2 * day, contacts.edit({ id: lea, changes: { ownerId: 'user_zofia' as Id<'user'> } })],
    [
      day,
      deals.edit({
        id: 'deal_clienteling' as Id<'deal'>,
        changes: { amount: money(38_500), expectedCloseDay: '2026-12-21' as Day },
      }),
    ],
  ] as const) {
    at = NOW - back;
    await store.run({ ...(edit as Command<unknown>), history: 'none' });
  }
  at = NOW;
  return store;
}

async function putOnHold(store: Store): Promise<void> {
  const pipeline = await firstValueFrom(store.watch(pipelines.byId('pipeline_sales' as Id<'pipeline'>)));
  const paused: Stage = { id: 'stage_paused' as Id<'stage'>, name: 'Until spring', type: 'hold', probability: 20 };
  if (!pipeline) return;
  const [discovery, proposal, negotiation, ...ends] = pipeline.stages as [Stage, Stage, Stage, ...Stage[]];
  const stages = [discovery, proposal, negotiation, paused, ...ends];
  await store.run({ ...pipelines.edit({ id: pipeline.id, changes: { stages } }), history: 'none' });
  const park = deals.move({ id: 'deal_clienteling' as Id<'deal'>, stageId: paused.id });
  await store.run({ ...park, history: 'none' });
}

/** What a book is filled with besides, or instead. */
export interface Filling extends BreventOptions {
  /** Rows of further collections. */
  readonly more?: typeof rows;
  /** Each row of the book on its way in. */
  readonly change?: (row: { readonly id: string }) => object;
}

/** Rows that are written in one commit. */
const AT_ONCE = 40_000;

/** Puts the rows of Maison Brévent into a store, past its history. */
export async function fillBrevent(
  store: Store,
  { more = [], change = (row) => row, ...options }: Filling = {},
): Promise<void> {
  const all = [...rows, ...extraRows(options), ...more].flatMap(([collection, entities]) =>
    entities.map((entity) => ({ collection, entity })),
  );
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const fill = command('book/fill', undefined, async (work) => {
      for (const { collection, entity } of all.slice(from, from + AT_ONCE)) {
        const put = work.put(collection as never, change(entity as { readonly id: string }) as never);
        if (!put.ok) return put;
      }
      return { ok: true, value: undefined };
    });
    const filled = await store.run({ ...fill, history: 'none' });
    if (!filled.ok) throw new Error(`${filled.problem.code}: ${filled.problem.message}`);
  }
  if (!options.hasLines) return;
  const id = 'deal_clienteling' as Id<'deal'>;
  const line = (product: string, quantity: number) => ({
    productId: product as Id<'product'>,
    priceBookId: 'priceBook_retail' as Id<'priceBook'>,
    quantity,
  });
  for (const given of [
    setAmount({ id, amount: null }),
    addLine({ id, line: { ...line('product_clienteling', 3), discount: { percent: 10 } } }),
    addLine({ id, line: line('product_onboarding', 1) }),
  ])
    await store.run({ ...given, history: 'none' });
}
