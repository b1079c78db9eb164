import { memoryAdapter } from '@kith/adapters';
import { type Deal, type Id, type Instant, money } from '@kith/core';
import { companies, deals, openStore, pipelines, type Store, users } from '@kith/store';
import { put, steadyRandom, valueOf } from './steady.js';

/** Friday, 20 November 2026, 10:00 in Vienna: the day on which every story takes place. */
export const NOW = Date.parse('2026-11-20T09:00:00.000Z');

/** The clock of the stories. */
export const now = (): Instant => new Date(NOW).toISOString() as Instant;

/** The pipeline of the book. */
export const PIPELINE = 'pipeline_new-business' as Id<'pipeline'>;

const stage = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;
const DAY = 86_400_000;

const people = {
  HL: 'Hanna Lindqvist',
  ZG: 'Zofia Grabek',
  MS: 'Mehmet Sönmez',
  RO: 'Rafael Ortuño',
  IB: 'Ida Brenner',
} as const;

type Step = readonly [kind: 'call' | 'email' | 'meeting' | 'task', day: number, month?: number];
type Line = readonly [
  stage: string,
  name: string,
  company: string,
  amount: number,
  owner: keyof typeof people,
  next: Step | undefined,
  daysInStage: number,
  ...tags: string[],
];

const lines: readonly Line[] = [
  ['qualified', 'Cold-store sensors, phase 2', 'Fjellvik Energi AS', 38_000, 'HL', ['call', 23], 4, 'Renewal'],
  ['qualified', 'Werkstattportal für 14 Standorte', 'Pfäffle Werkzeugbau GmbH', 24_500, 'ZG', undefined, 24],
  ['qualified', 'Spare-parts shop', 'Ylitalo Metsäkoneet Oy', 12_800, 'HL', ['email', 20], 3],
  ['qualified', 'Loja B2B e catálogo', 'Cortiça Viva, Lda.', 21_300, 'IB', ['email', 24], 2],
  ['qualified', 'بوابة الموردين', 'شركة واحة المسار', 46_200, 'IB', ['call', 22], 6, 'Partner'],
  ['discovery', 'Fleet telematics pilot', 'Brama Logistyka sp. z o.o.', 61_000, 'ZG', ['meeting', 24], 5, 'Pilot'],
  ['discovery', 'Intranet for 2,300 nurses', 'Rosenlund Sjukhus', 74_900, 'HL', ['meeting', 26], 8, 'Public', 'Tender'],
  ['discovery', 'Returns portal', 'Grünspecht Outdoor AG', 17_200, 'MS', ['call', 18], 31],
  ['discovery', 'Dealer portal, Alpine region', 'Murgtal Fahrräder GmbH', 54_000, 'RO', ['task', 26], 7, 'Pilot'],
  ['discovery', 'Ordini ricorrenti per cantine', 'Cantine Valmareno S.r.l.', 33_100, 'RO', ['meeting', 25], 9],
  ['discovery', '青禾文具 全渠道会员', '青禾文具（苏州）有限公司', 32_200, 'MS', ['call', 23], 2],
  ['proposal', 'Framework agreement 2027', 'Hollenstein Bau AG', 128_000, 'RO', ['task', 20], 6, 'Strategic'],
  ['proposal', 'Service desk, 40 seats', 'Vesterø Rederi A/S', 46_400, 'HL', ['call', 25], 3],
  ['proposal', 'Packaging line analytics', 'Nordbryg ApS', 57_500, 'MS', ['email', 27], 4],
  ['proposal', 'Port call scheduling', 'Μαυράκη Ναυτιλιακή', 64_000, 'IB', ['call', 21], 5],
  ['proposal', 'Atelier clienteling', 'Maison Brévent', 36_000, 'RO', undefined, 19],
  [
    'negotiation',
    'Winter maintenance contract',
    'Sälen Fjällanläggningar',
    92_000,
    'HL',
    ['meeting', 20],
    2,
    'Renewal',
  ],
  ['negotiation', 'Warehouse rollout, 6 sites', 'Aarfeld Spedition KG', 186_000, 'ZG', ['call', 23], 6, 'Strategic'],
  ['negotiation', 'みなと製作所 保守ポータル', '株式会社みなと製作所', 70_000, 'MS', ['meeting', 3, 12], 4, 'Partner'],
  ['contract', 'Licence extension', 'Tønsberg Havnevesen', 43_500, 'HL', ['task', 30], 1],
  ['won', 'Kühlhaus-Sensorik', 'Frischemarkt Union eG', 36_000, 'ZG', undefined, 3],
  ['won', 'Onboarding package', 'Lumikoski Oy', 9_800, 'HL', undefined, 8],
];

/** What is on hold in a book that has such deals: one that waits for nothing, and one that is to be called. */
const ON_HOLD: readonly string[] = ['Werkstattportal für 14 Standorte', 'Returns portal'];

/** What a book may be without. */
export interface BookOptions {
  /** How many times the lines are told again, for long columns. */
  readonly times?: number;
  readonly isEmpty?: boolean;
  /** How many proposals there should be at once at most. */
  readonly proposals?: number;
  /** How much they should come to at once at most, in euros. */
  readonly proposalsWorth?: number;
  /** There is a stage to be on hold in, and two deals are. */
  readonly isOnHold?: boolean;
}

/** A store in memory with a small, real-looking pipeline; the same in every run. */
export async function openSalesBook({
  times = 1,
  isEmpty = false,
  proposals,
  proposalsWorth,
  isOnHold = false,
}: BookOptions = {}): Promise<Store> {
  let clock = NOW;
  const store = await openStore({
    adapter: memoryAdapter(),
    actor: 'user_HL' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => clock,
    random: steadyRandom(),
  });
  const stamps = { createdAt: now(), modifiedAt: now() };
  await put(store, pipelines.collection, {
    id: PIPELINE,
    name: 'New business',
    stages: [
      { id: stage('qualified'), name: 'Qualified', type: 'open', probability: 10, rottingDays: 14 },
      { id: stage('discovery'), name: 'Discovery', type: 'open', probability: 25, rottingDays: 21 },
      {
        id: stage('proposal'),
        name: 'Proposal',
        type: 'open',
        probability: 50,
        rottingDays: 14,
        ...((proposals ?? proposalsWorth) !== undefined && {
          rules: {
            ...(proposals !== undefined && { limit: { most: proposals } }),
            ...(proposalsWorth !== undefined && { amountLimit: { most: money(proposalsWorth * 100, 'EUR') } }),
          },
        }),
      },
      { id: stage('negotiation'), name: 'Negotiation', type: 'open', probability: 70, rottingDays: 14 },
      { id: stage('contract'), name: 'Contract', type: 'open', probability: 90, rottingDays: 7 },
      ...(isOnHold ? [{ id: stage('paused'), name: 'On hold', type: 'hold', probability: 20 }] : []),
      { id: stage('won'), name: 'Won', type: 'won', probability: 100 },
      { id: stage('lost'), name: 'Lost', type: 'lost', probability: 0 },
    ],
    ...stamps,
  });
  for (const [id, name] of Object.entries(people))
    await put(store, users.collection, { id: `user_${id}`, name, ...stamps });
  if (isEmpty) return store;
  for (const [index, line] of lines.entries())
    await put(store, companies.collection, { id: `company_${index}`, name: line[2], ...stamps });
  for (let time = 0; time < times; time++) {
    for (const [index, [stageName, name, , amount, owner, next, daysInStage, ...tags]] of lines.entries()) {
      clock = NOW - daysInStage * DAY;
      const closes = stageName === 'won';
      const [kind, day, month = 11] = next ?? [];
      const created = await store.run(
        deals.create({
          name,
          pipelineId: PIPELINE,
          stageId: stage(closes ? 'contract' : stageName),
          companyId: `company_${index}` as Id<'company'>,
          ownerId: `user_${owner}` as Id<'user'>,
          amount: { minor: amount * 100, currency: 'EUR' },
          ...(tags.length > 0 ? { tags } : {}),
          ...(kind && day
            ? {
                nextStep: {
                  kind,
                  subject: name,
                  day: `2026-${month}-${String(day).padStart(2, '0')}` as Deal['openedDay'],
                },
              }
            : {}),
        }),
      );
      const { id } = valueOf(created);
      const goesTo = closes ? 'won' : isOnHold && ON_HOLD.includes(name) ? 'paused' : undefined;
      if (goesTo) valueOf(await store.run(deals.move({ id, stageId: stage(goesTo), at: 'end' })));
    }
  }
  clock = NOW;
  return store;
}
