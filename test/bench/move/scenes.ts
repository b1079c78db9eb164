import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import {
  addDays,
  type Day,
  type Deal,
  type FieldCondition,
  type Id,
  type Instant,
  type Money,
  type Pipeline,
  rankSequence,
} from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import type { Role } from '@kith/core/permissions';
import type { Segment } from '@kith/core/segments';
import { type Collection, deals, openStore, type Store } from '@kith/store';
import { auditLog } from '@kith/store/audit';
import { customFields } from '@kith/store/fields';
import { forecastCollections, watchForecast } from '@kith/store/forecast';
import { rolesPolicy } from '@kith/store/permissions';
import { pipelineCollections } from '@kith/store/pipelines';
import { openSegments, segmentCollections } from '@kith/store/segments';

/** What can be on while a deal is moved, in the order in which the table adds it up. */
export const PARTS = ['rules', 'fields', 'audit', 'policy', 'board', 'segments', 'forecast'] as const;
export type Part = (typeof PARTS)[number];

const NOW = '2026-11-22T08:30:00.000Z' as Instant;
const FIRST = '2026-10-01' as Day;
const PIPELINE = 'pipeline_sales' as Id<'pipeline'>;
const ME = 'user_0' as Id<'user'>;
const PEOPLE = 50;
const COMPANIES = 1_000;
const SEGMENTS = 100;
const STAGES = ['lead', 'talks', 'offer', 'contract', 'won', 'lost'] as const;
const OPEN = 4;
const SOURCES = ['web', 'fair', 'referral', 'call', 'partner'];
const stageId = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;
const stamps = { createdAt: NOW, modifiedAt: NOW };

/** Every sort of rule on every stage, or none. */
const pipelineWith = (isRuled: boolean): Pipeline => ({
  id: PIPELINE,
  name: 'Sales',
  stages: STAGES.map((name, index) => ({
    id: stageId(name),
    name,
    type: name === 'won' || name === 'lost' ? name : 'open',
    probability: index * 20,
    ...(isRuled && {
      rules: {
        requires: ['source', 'customFields.budget'],
        enter: {
          and: [
            { field: 'amount.minor', is: 'gte', value: 1 },
            { field: 'expectedCloseDay', is: 'gte', value: { day: -9_999 } },
          ],
        },
        leave: { field: 'name', is: 'exists', value: true },
        next: STAGES.map(stageId),
        movers: { users: [ME], roles: ['rep'] },
        limit: { most: 1_000_000, hard: true },
      },
    }),
  })),
  ...stamps,
});

const field = (definition: Omit<FieldDefinition, 'labels' | 'on'> & { readonly on?: string }): FieldDefinition => ({
  on: 'deal',
  labels: { en: definition.name },
  ...definition,
});

/** What people write, two formulas of it, and two roll-ups of a company: one that no move changes, and one that each does. */
const FIELDS: readonly FieldDefinition[] = [
  ...Array.from({ length: 6 }, (_, index) => field({ name: `text${index}`, type: 'text', most: 100 })),
  ...Array.from({ length: 4 }, (_, index) => field({ name: `number${index}`, type: 'number', least: 0, decimals: 2 })),
  field({ name: 'budget', type: 'money', currency: 'EUR' }),
  field({ name: 'channel', type: 'choice', options: [{ value: 'fair' }, { value: 'web' }], default: 'web' }),
  field({ name: 'rest', type: 'formula', formula: 'budget - amount' }),
  field({ name: 'large', type: 'formula', formula: 'coalesce(number0, 0) * 2 > 100 and amountOf(amount) > 1000' }),
  field({ on: 'company', name: 'dealCount', type: 'rollUp', rollUp: { of: 'deal', by: 'companyId', take: 'count' } }),
  field({
    on: 'company',
    name: 'leads',
    type: 'rollUp',
    rollUp: {
      of: 'deal',
      by: 'companyId',
      take: 'sum',
      field: 'amount',
      where: { field: 'stageId', is: 'eq', value: stageId('lead') },
    },
  }),
];

/** Somebody who sees the deals of half of the people, without one field, and changes their own. */
const ROLES: readonly Role[] = [
  { key: 'admin', name: 'Administrator', administers: true, grants: [] },
  {
    key: 'rep',
    name: 'Rep',
    grants: [
      ...['pipelines', 'users', 'teams', 'companies', 'segments', 'segmentPlacements'].map(
        (collection) => ({ collection, actions: ['read'], scope: 'all' }) as const,
      ),
      { collection: 'deals', actions: ['read'], scope: 'team', fields: { except: ['customFields.text5'] } },
      { collection: 'deals', actions: ['read', 'update'], scope: 'own', fields: { except: ['customFields.text5'] } },
    ],
  },
];

/** A hundred segments of deals, two or three conditions each; a quarter of them hinges on the stage. */
const SPECS: readonly Segment[] = Array.from({ length: SEGMENTS }, (_, index) => {
  const stage: FieldCondition = { field: 'stageId', is: 'eq', value: stageId(STAGES[index % OPEN] ?? '') };
  const source: FieldCondition = { field: 'source', is: 'eq', value: SOURCES[index % SOURCES.length] ?? '' };
  const owner: FieldCondition = { field: 'ownerId', is: 'eq', value: `user_${index % PEOPLE}` };
  const amount: FieldCondition = { field: 'amount.minor', is: 'gt', value: index * 5_000 };
  const close: FieldCondition = { field: 'expectedCloseDay', is: 'gt', value: addDays(FIRST, index * 7) };
  const kinds = [
    [stage, amount],
    [source, amount],
    [owner, close],
    [source, close, amount],
  ];
  return {
    id: `segment_${index}`,
    name: `Segment ${index}`,
    of: 'deals',
    filter: { and: kinds[index % kinds.length] ?? [] },
    ...stamps,
  } as unknown as Segment;
});

const dealAt = (index: number, rank: Deal['rank']): Deal => {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const stage = stageId(STAGES[index % OPEN] ?? '');
  return {
    id: `deal_${String(index).padStart(7, '0')}` as Id<'deal'>,
    name: `Deal ${index}`,
    pipelineId: PIPELINE,
    stageId: stage,
    status: 'open',
    rank,
    companyId: `company_${index % COMPANIES}` as Id<'company'>,
    ownerId: `user_${(mixed >>> 8) % PEOPLE}` as Id<'user'>,
    amount: { minor: 10_000 + (mixed % 500_000), currency: mixed % 5 === 0 ? 'USD' : 'EUR' },
    source: SOURCES[mixed % SOURCES.length] ?? '',
    expectedCloseDay: addDays(FIRST, mixed % 730),
    openedDay: FIRST,
    stageEnteredAt: NOW,
    stageHistory: [{ stageId: stage, enteredAt: NOW }],
    customFields: {
      ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`text${at}`, `text ${index} ${at}`])),
      ...Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`number${at}`, (index % 100) + 0.25])),
      budget: { minor: 250_000, currency: 'EUR' },
      channel: 'fair',
    },
    ...stamps,
  } as Deal;
};

/** What the deals in the first stage are worth together, by company and currency. */
function leadsByCompany(count: number): ReadonlyMap<string, readonly Money[]> {
  const sums = new Map<string, Map<string, number>>();
  for (let index = 0; index < count; index++) {
    const { companyId = '', stageId: stage, amount } = dealAt(index, '' as Deal['rank']);
    if (stage !== stageId('lead') || !amount) continue;
    const ofCompany = sums.get(companyId) ?? new Map<string, number>();
    sums.set(companyId, ofCompany.set(amount.currency, (ofCompany.get(amount.currency) ?? 0) + amount.minor));
  }
  return new Map(
    [...sums].map(([id, ofCompany]) => [
      id,
      [...ofCompany].sort().map(([currency, minor]) => ({ minor, currency }) as Money),
    ]),
  );
}

/** Storage with so many deals of fifty people and a thousand companies, and what else a book has. */
export async function fillBook(count: number): Promise<{ readonly adapter: StorageAdapter; readonly mine: Deal[] }> {
  const adapter = kept(memoryAdapter());
  // Only for its declarations: as a second store that stays open it would be told of every move, too.
  await (await openOver(adapter, new Set(PARTS.filter((part) => part !== 'policy')))).close();
  const ranks = rankSequence();
  const mine: Deal[] = [];
  const put = (c: string, row: { readonly id: string }) =>
    ({ op: 'put', c, id: row.id, expect: 'any', data: row as never }) as const;
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    id: `user_${index}`,
    name: `Person ${index}`,
    roles: ['rep'],
    teamId: `team_${index % 2}`,
    ...stamps,
  }));
  const rolledUp = leadsByCompany(count);
  const companies = Array.from({ length: COMPANIES }, (_, index) => ({
    id: `company_${index}`,
    name: `Company ${index}`,
    // As it would stand there: a wrong sum is put right by counting anew, which is no part of a move.
    customFields: { dealCount: count / COMPANIES, leads: rolledUp.get(`company_${index}`) ?? [] },
    ...stamps,
  }));
  await adapter.write({
    ops: [
      ...people.map((row) => put('users', row)),
      ...companies.map((row) => put('companies', row)),
      ...SPECS.map((row) => put('segments', row)),
    ],
  });
  for (let from = 0; from < count; from += 5_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(5_000, count - from) }, (_, index) => {
        const deal = dealAt(from + index, ranks.next().value as Deal['rank']);
        if (deal.ownerId === ME) mine.push(deal);
        return put('deals', deal);
      }),
    });
  return { adapter, mine };
}

function openOver(adapter: StorageAdapter, parts: ReadonlySet<Part>): Promise<Store> {
  return openStore({
    adapter,
    collections: [...pipelineCollections, ...segmentCollections, ...forecastCollections] as Collection[],
    actor: ME,
    clock: () => Date.parse(NOW),
    timeZone: 'UTC',
    ...(parts.has('audit') && { audit: auditLog() }),
    ...(parts.has('fields') && { fields: customFields({ fields: FIELDS, timeZone: 'UTC' }) }),
    ...(parts.has('policy') && { policy: rolesPolicy({ roles: ROLES }) }),
  });
}

/** A book with some parts on, and everything that is live in it answered once. */
export interface Scene {
  /** Moves some deals to the next stage, one by one, each until everything that is live has told it. */
  move(moving: readonly Deal[]): Promise<void>;
  close(): Promise<void>;
}

export async function openScene(adapter: StorageAdapter, parts: ReadonlySet<Part>): Promise<Scene> {
  const pipeline = pipelineWith(parts.has('rules'));
  await adapter.write({
    ops: [{ op: 'put', c: 'pipelines', id: PIPELINE, expect: 'any', data: pipeline as never }],
  });
  const store = await openOver(adapter, parts);
  /** How often each live answer that every move changes has been told. */
  const told: number[] = [];
  const listener = (): (() => void) => {
    const at = told.push(0) - 1;
    return () => {
      told[at] = (told[at] ?? 0) + 1;
    };
  };
  const stops: (() => void)[] = [];
  if (parts.has('board')) {
    stops.push(stop(store.watch(deals.totals(PIPELINE)).subscribe(listener())));
    stops.push(stop(store.watch(deals.wonTotals(PIPELINE)).subscribe()));
    for (const name of STAGES)
      stops.push(stop(store.watch({ ...deals.inStage(PIPELINE, stageId(name)), limit: 50 }).subscribe()));
  }
  if (parts.has('forecast')) {
    const live = watchForecast(store, {
      calendar: { startMonth: 1, timeZone: 'UTC' },
      unit: 'quarter',
      from: '2026-10-01' as Day,
      to: '2028-09-30' as Day,
      reportCurrency: 'EUR',
      rates: [{ from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 }],
    });
    const tell = listener();
    stops.push(
      stop(
        live.subscribe((forecast) => {
          forecast.rows(['period']);
          tell();
        }),
      ),
    );
  }
  const segments = parts.has('segments') ? await openSegments(store) : undefined;
  if (segments) {
    stops.push(() => segments.close());
    for (const { id } of SPECS) stops.push(stop(segments.count$(id as Id<'segment'>).subscribe()));
  }
  const hasTold = async (counts: readonly number[]): Promise<void> => {
    while (told.some((count, at) => count <= (counts[at] ?? 0))) await new Promise((resolve) => setImmediate(resolve));
    await segments?.settled();
  };
  await hasTold(told.map(() => 0));
  const stages = new Map<string, Id<'stage'>>();
  return {
    async move(moving) {
      for (const { id, stageId: first } of moving) {
        const now = stages.get(id) ?? (await currentStage(adapter, id)) ?? first;
        const next = stageId(STAGES[(STAGES.findIndex((name) => stageId(name) === now) + 1) % OPEN] ?? '');
        stages.set(id, next);
        const before = [...told];
        const moved = await store.run(deals.move({ id, stageId: next }));
        if (!moved.ok) throw new Error(moved.problem.message);
        await hasTold(before);
      }
    },
    async close() {
      for (const each of stops) each();
      await store.close();
    },
  };
}

async function currentStage(adapter: StorageAdapter, id: string): Promise<Id<'stage'> | undefined> {
  const [row] = await adapter.get('deals', [id]);
  return (row?.data as unknown as Deal | undefined)?.stageId;
}

const stop =
  (subscription: { unsubscribe(): void }): (() => void) =>
  () =>
    subscription.unsubscribe();

/** Storage that is opened once, however many stores come and go. */
function kept(adapter: StorageAdapter): StorageAdapter {
  let opened: Promise<void> | undefined;
  return {
    ...adapter,
    open(options) {
      opened ??= adapter.open(options);
      return opened;
    },
    close: async () => undefined,
  };
}
