import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { ScoringScheme } from '@kith/core/scoring';
import { command, openStore, type Store } from '@kith/store';
import { keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import { leadCollections, collection as leads } from '@kith/store/leads';
import { keepScores, type RulePlan, rescoreAll, scoringCollections } from '@kith/store/scoring';
import { NOW } from './brevent.js';

const scheme: ScoringScheme = {
  id: 'inbound',
  timeZone: 'Europe/Vienna',
  fit: {
    rules: [
      { id: 'size', where: { field: 'answers.size', is: 'eq', value: 'L' }, points: 30 },
      { id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 25 },
      { id: 'fair', where: { field: 'source', is: 'eq', value: 'Fair' }, points: 20 },
      { id: 'private', where: { field: 'emails.value', is: 'contains', value: 'freemail' }, points: -15 },
    ],
  },
  engagement: { rules: [] },
  grades: {
    steps: [
      { grade: 'A', at: { total: 40 } },
      { grade: 'B', at: { total: 15 } },
    ],
  },
};

/** By what the leads of the stories are scored. */
export const leadPlan: RulePlan = { of: leads, scheme, along: ['ownerId', 'poolId', 'status'] };
/** What its rules are called. */
export const LEAD_RULES: Readonly<Record<string, string>> = {
  size: 'Large company',
  head: 'Leads a department',
  fair: 'Met at a fair',
  private: 'Private address',
};

const shifts = [{ from: '09:00', to: '17:00' }];
/** When people of the house work. */
export const OFFICE_HOURS = {
  timeZone: 'Europe/Vienna',
  week: { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts },
};

const at = (hoursAgo: number): string => new Date(NOW - hoursAgo * 3_600_000).toISOString();
const stamped = (hoursAgo: number) => ({
  createdAt: at(hoursAgo),
  modifiedAt: at(hoursAgo),
  statusEnteredAt: at(hoursAgo),
});
const email = (value: string) => [{ value, primary: true }];

/** The leads of the stories, by the ends of their ids. */
const LEADS: Readonly<Record<string, object>> = {
  lea: {
    name: 'Léa Fontanel',
    jobTitle: 'Head of Operations',
    companyName: 'Maison Brévent',
    status: 'new',
    ownerId: 'user_hanna',
    source: 'Fair',
    sourceDetail: 'Salon 2026',
    emails: email('lea.fontanel@brevent.example'),
    phones: [{ value: '+33 4 55 01 27 90' }],
    message: 'We need a portal for our workshops.\nWho can show us one?',
    answers: { size: 'L', topic: 'Portal' },
    estimatedAmount: { minor: 18_000_00, currency: 'EUR' },
    website: 'https://brevent.example',
    ownedAt: at(20),
    idleSince: at(20),
    firstTouchDueAt: at(2),
    utm: { campaign: 'Autumn', medium: 'qr' },
    consents: [{ purpose: 'newsletter', status: 'granted', at: at(20) }],
    ...stamped(20),
  },
  jakob: {
    name: 'Jakob Lang',
    companyName: 'Aarfeld Spedition KG',
    status: 'working',
    ownerId: 'user_hanna',
    source: 'Website',
    emails: email('jakob.lang@aarfeld.example'),
    ownedAt: at(90),
    idleSince: at(50),
    firstTouchedAt: at(80),
    ...stamped(96),
  },
  noor: {
    name: 'نورة الحارثي',
    companyName: 'شركة واحة المسار',
    jobTitle: 'Purchasing',
    status: 'qualified',
    ownerId: 'user_hanna',
    source: 'Referral',
    emails: email('noura@wahat.example'),
    answers: { size: 'M', region: 'Muscat' },
    estimatedAmount: { minor: 7_500_00, currency: 'EUR' },
    ownedAt: at(70),
    idleSince: at(30),
    firstTouchedAt: at(60),
    bant: { budgetStatus: 'approved', isDecisionMaker: true, need: 'must-have', timeFrame: 'this-quarter' },
    qualificationNote: 'Decides in March.',
    ...stamped(72),
  },
  marta: {
    name: 'Marta Kłos',
    companyName: 'Papeterie des Halles',
    status: 'new',
    ownerId: 'user_hanna',
    source: 'Website',
    emails: email('marta@freemail.example'),
    ownedAt: at(3),
    idleSince: at(3),
    firstTouchDueAt: at(-3),
    ...stamped(3),
  },
  xiaoming: {
    name: '王小明',
    companyName: '株式会社みなと製作所',
    status: 'new',
    poolId: 'pool_open',
    pooledAt: at(200),
    source: 'Fair',
    emails: email('xiaoming@minato.example'),
    answers: { size: 'L' },
    ...stamped(220),
  },
  emre: {
    name: 'Emre Öztürk',
    companyName: 'Grünspecht Outdoor AG',
    jobTitle: 'Head of Sales',
    status: 'new',
    poolId: 'pool_open',
    pooledAt: at(120),
    source: 'Website',
    emails: email('emre@gruenspecht.example'),
    ...stamped(140),
  },
  zofia: {
    name: 'Zofia Dąbrowska',
    status: 'new',
    poolId: 'pool_open',
    pooledAt: at(40),
    source: 'Website',
    emails: email('zofia@freemail.example'),
    ...stamped(60),
  },
  sato: {
    name: '佐々木 遥',
    companyName: 'Minato',
    status: 'new',
    source: 'Website',
    emails: email('haruka@minato.example'),
    language: 'de',
    ...stamped(6),
  },
  tarek: {
    name: 'Tarek Winnefeld',
    status: 'new',
    source: 'Website',
    unassigned: { why: 'nobody-works', retryAt: at(-70) },
    emails: email('tarek@winnefeld.example'),
    ...stamped(8),
  },
  old: {
    name: 'Solène Vasseur',
    status: 'disqualified',
    ownerId: 'user_hanna',
    disqualifyReason: 'No need',
    source: 'Fair',
    emails: email('solene@vasseur.example'),
    ...stamped(900),
  },
};

/** Of what the book of a story holds more, or less. */
export interface LeadsOptions {
  /** So many leads in the pool besides those that are told. */
  readonly more?: number;
  /** Nothing but people, pools and plans. */
  readonly isEmpty?: boolean;
  readonly actor?: string;
  readonly claimsPerDay?: number;
}

/** A store in memory with some leads that wait: Hanna's, in a pool, with nobody. */
export async function openLeadsBook({
  more = 0,
  isEmpty = false,
  actor = 'user_hanna',
  claimsPerDay = 2,
}: LeadsOptions = {}): Promise<Store> {
  const adapter = memoryAdapter();
  const stamps = { createdAt: at(2_000), modifiedAt: at(900) };
  const put = (c: string, id: string, data: object) =>
    ({ op: 'put', c, id, expect: 'absent', data: { id, ...stamps, ...data } as never }) as const;
  const store = await openStore({
    adapter,
    actor: actor as Id<'user'>,
    clock: () => NOW,
    timeZone: 'Europe/Vienna',
    collections: [...leadCollections, ...scoringCollections],
    companions: [keepIdentities(), keepScores([leadPlan])],
  });
  const stages = [
    { id: 'stage_discovery', name: 'Discovery', type: 'open', probability: 20 },
    { id: 'stage_proposal', name: 'Proposal', type: 'open', probability: 50 },
    { id: 'stage_won', name: 'Won', type: 'won', probability: 100 },
    { id: 'stage_lost', name: 'Lost', type: 'lost', probability: 0 },
  ];
  const rules = [
    {
      id: 'german',
      name: 'German speakers',
      where: { field: 'language', is: 'eq', value: 'de' },
      hours: 'any',
      method: 'roundRobin',
    },
  ];
  await adapter.write({
    ops: [
      ...[
        ['hanna', 'Hanna Lindqvist'],
        ['rafael', 'Rafael Ortuño'],
        ['mei', 'Mei Sugawara'],
      ].map(([id, name]) => put('users', `user_${id}`, { name })),
      put('agents', 'agent_rafael', { userId: 'user_rafael' }),
      put('pools', 'pool_open', {
        name: 'Open leads',
        timeZone: 'Europe/Vienna',
        claimsPerDay,
        capacities: [{ most: 50, per: 'person' }],
      }),
      put('assignmentPlans', 'assignmentPlan_web', { name: 'Website', rules }),
      put('pipelines', 'pipeline_sales', { name: 'Sales', stages }),
      put('companies', 'company_brevent', { name: 'Maison Brévent', industry: 'Fashion' }),
      put('contacts', 'contact_lea', {
        name: 'Léa Fontanel',
        jobTitle: 'Operations',
        companyId: 'company_brevent',
        emails: email('lea.fontanel@brevent.example'),
      }),
      ...(isEmpty ? [] : Object.entries(LEADS).map(([id, data]) => put('leads', `lead_${id}`, { ...data }))),
    ],
  });
  for (let from = 0; from < more; from += 20_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(20_000, more - from) }, (_, index) => {
        const number = from + index;
        const lead = {
          name: `Lead ${number}`,
          status: 'new',
          poolId: 'pool_open',
          pooledAt: at(300 + number / 60),
          source: 'Import',
          ...stamped(400 + number / 60),
        };
        return put('leads', `lead_n${String(number).padStart(6, '0')}`, lead);
      }),
    });
  if (!isEmpty && more === 0) {
    await rebuildIdentities(store);
    await rescoreAll(store, leadPlan);
  }
  return store;
}

/** Somebody else takes a lead, in a tab of their own. */
export const takenByRafael = (store: Store, id: string) =>
  store.run(
    command('leads/assign', { id }, async (work) => {
      const lead = await work.require(leads, id);
      if (!lead.ok) return lead;
      const ownerId = 'user_rafael' as Id<'user'>;
      return work.put(leads, { ...lead.value, ownerId, modifiedBy: ownerId, modifiedAt: work.env.now });
    }),
  );
