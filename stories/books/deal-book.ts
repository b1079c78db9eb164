import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import type { Role } from '@kith/core/permissions';
import { HOUSE_CURRENCY_ID } from '@kith/core/rates';
import { openStore, type Store, type StoreOptions, teams, users } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { rolesPolicy } from '@kith/store/permissions';
import { approvals, pipelineCollections } from '@kith/store/pipelines';
import { pricingCollections } from '@kith/store/pricing';
import { collection as exchangeRates, houseCurrency } from '@kith/store/rates';
import { fillBrevent, NOW } from './brevent.js';
import { money, prices } from './brevent-rows.js';

/** The fields that this house has added to its deals. */
const FIELDS: readonly FieldDefinition[] = [
  {
    on: 'deal',
    name: 'contractKind',
    type: 'choice',
    labels: { en: 'Contract', 'zh-Hans': '合同类型', de: 'Vertrag', ar: 'نوع العقد' },
    required: { field: 'items', is: 'exists', value: true },
    options: [
      { value: 'yearly', labels: { en: 'By the year', 'zh-Hans': '按年', de: 'Jährlich' } },
      { value: 'project', labels: { en: 'By the project', 'zh-Hans': '按项目', de: 'Projekt' } },
    ],
  },
  {
    on: 'deal',
    name: 'stores',
    type: 'number',
    labels: { en: 'Stores', 'zh-Hans': '门店数', de: 'Filialen', ar: 'عدد المتاجر' },
    least: 1,
    most: 400,
  },
  {
    on: 'deal',
    name: 'perStore',
    type: 'formula',
    labels: { en: 'Per store', 'zh-Hans': '每店金额', de: 'Je Filiale', ar: 'لكل متجر' },
    formula: 'amount / stores',
  },
];

/** What a deal of this book may have besides. */
export interface DealBookOptions {
  /** A colleague waits for the approval of a move. */
  readonly isAsked?: boolean;
  /** Negotiations need several approvals, one after the other: Zofia has given hers, then come Hanna, a team and a role. */
  readonly isAskedOfAll?: boolean;
  /** Who looks. */
  readonly actor?: string;
  /** The open deal is in dollars; the house keeps its books in euros. */
  readonly isAbroad?: boolean;
  /** A clerk looks, who sees neither credit nor budget and changes no competitors and no contacts. */
  readonly isClerk?: boolean;
}

const stamps = { createdAt: '2026-10-12T09:00:00.000Z', modifiedAt: '2026-11-18T09:00:00.000Z' };

/** Everything that can be known of a deal. */
const CLIENTELING = {
  amount: { minor: 1_007_986, currency: 'EUR' },
  type: 'expansion',
  recurring: { amount: { minor: 42_000, currency: 'EUR' }, period: 'month', periods: 24 },
  contacts: [
    { contactId: 'contact_lea', roles: ['champion', 'user'], primary: true },
    { contactId: 'contact_bastien', roles: ['economicBuyer'] },
  ],
  competitors: [
    {
      id: 'competitor_fil',
      name: 'Fil & Trame',
      status: 'active',
      strengths: 'Known to the holding, 8 % cheaper',
      weaknesses: 'Nothing for repairs',
    },
    { id: 'competitor_self', name: 'Spreadsheets of their own', status: 'out' },
  ],
  needs: [
    { id: 'need_stock', text: 'See the stock of all ateliers in one place', importance: 'must', isMet: true },
    { id: 'need_till', text: 'Work with the tills they have', importance: 'must', isMet: false },
    { id: 'need_french', text: 'Training in French', importance: 'should' },
  ],
  budget: { status: 'approved', amount: money(40_000), contactId: 'contact_bastien', from: '2027-01-04' },
  splits: [
    { userId: 'user_rafael', kind: 'revenue', percent: 66.67 },
    { userId: 'user_zofia', kind: 'revenue', percent: 33.33 },
    { userId: 'user_idris', kind: 'overlay', percent: 10, role: 'Presales' },
  ],
  items: {
    lines: [
      {
        id: 'lineItem_clienteling',
        productId: 'product_clienteling',
        name: 'Clienteling for stores',
        quantity: 3,
        price: { minor: 239_995, currency: 'EUR' },
        discount: { percent: 10 },
        taxPercent: 20,
      },
      {
        id: 'lineItem_onboarding',
        productId: 'product_onboarding',
        name: 'Onboarding, 3 days',
        quantity: 1,
        price: money(3_600),
        taxPercent: 20,
      },
    ],
    terms: { currency: 'EUR', tax: 'exclusive', rounding: 'line', half: 'up' },
    net: { minor: 1_007_986, currency: 'EUR' },
    total: { minor: 1_209_583, currency: 'EUR' },
  },
  amountFrom: 'items',
  expectedCloseDay: '2026-12-18',
  closeDayHistory: [
    { day: '2026-10-30', at: '2026-10-27T14:10:00.000Z', by: 'user_rafael' },
    { day: '2026-12-04', at: '2026-11-09T08:30:00.000Z', by: 'user_zofia' },
    { day: '2026-11-27', at: '2026-11-18T16:45:00.000Z', by: 'user_rafael' },
  ],
  customFields: { contractKind: 'yearly', stores: 4 },
};

/** Maison Brévent with a deal told in full, in a house that keeps its books in euros and approves negotiations. */
export async function openDealBook(options: DealBookOptions = {}): Promise<Store> {
  const { isAsked, isAskedOfAll, actor = 'user_hanna', isAbroad, isClerk } = options;
  const adapter = memoryAdapter();
  const open = (as: string, more: Partial<StoreOptions> = {}): Promise<Store> =>
    openStore({
      adapter,
      collections: [...pricingCollections, ...pipelineCollections],
      fields: customFields({ fields: FIELDS, timeZone: 'Europe/Vienna' }),
      actor: as as Id<'user'>,
      timeZone: 'Europe/Vienna',
      clock: () => NOW,
      ...more,
    });
  const store = await open(actor);
  const rate = (from: string, day: string, units: number): object => ({
    id: `exchangeRate_${from}-EUR-${day}`,
    from,
    to: 'EUR',
    day,
    rate: units,
    ...stamps,
  });
  const request = {
    id: 'approval_negotiation',
    collection: 'deals',
    rowId: 'deal_clienteling',
    pipelineId: 'pipeline_sales',
    fromStageId: 'stage_proposal',
    toStageId: 'stage_negotiation',
    input: {},
    state: 'asked',
    askedAt: '2026-11-20T07:00:00.000Z',
    askedBy: 'user_rafael',
    note: 'Léa wants to see the contract on Monday.',
    ...(isAskedOfAll && { given: [{ by: 'user_zofia', at: '2026-11-20T08:10:00.000Z' }] }),
  };
  await fillBrevent(store, {
    more: [
      ...prices,
      [houseCurrency, [{ id: HOUSE_CURRENCY_ID, currency: 'EUR', ...stamps }]],
      [exchangeRates, [rate('USD', '2026-10-01', 0.89), rate('USD', '2026-11-16', 0.8614)]],
      ...(isAsked || isAskedOfAll ? ([[approvals, [request]]] as const) : []),
      [teams.collection, [{ id: 'team_dach', name: 'DACH', ...stamps }]],
      [users.collection, [{ id: 'user_clerk', name: 'Clerk', roles: ['clerk'], ...stamps }]],
    ],
    change: (row) => {
      if (row.id === 'pipeline_sales')
        return { ...row, stages: approved((row as unknown as Staged).stages, isAskedOfAll ? OF_ALL : OF_ANY) };
      if (row.id !== 'deal_clienteling') return row;
      const { items: _, amountFrom: __, ...abroad } = CLIENTELING;
      return { ...row, ...(isAbroad ? { ...abroad, amount: money(41_250, 'USD') } : CLIENTELING) };
    },
  });
  if (!isClerk) return store;
  await store.close();
  return open('user_clerk', { policy: rolesPolicy({ roles: [OFFICE, CLERK] }) });
}

/** Who may do everything. */
const OFFICE: Role = {
  key: 'office',
  name: 'Office',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};

const HIDDEN = ['splits', 'budget'] as const;
const FIXED = ['competitors', 'contactIds', 'contacts'] as const;

const CLERK: Role = {
  key: 'clerk',
  name: 'Clerk',
  grants: [
    { collection: 'deals', actions: ['read'], scope: 'all', fields: { except: [...HIDDEN] } },
    { collection: 'deals', actions: ['update'], scope: 'all', fields: { except: [...HIDDEN, ...FIXED] } },
    ...['companies', 'contacts', 'users', 'pipelines', 'products'].map((collection) => ({
      collection,
      actions: ['read'] as const,
      scope: 'all' as const,
    })),
  ],
};

interface Staged {
  readonly stages: readonly { readonly id: string }[];
}

const OF_ANY = { users: ['user_hanna', 'user_zofia'] };
const OF_ALL = { users: ['user_zofia', 'user_hanna'], teams: ['team_dach'], roles: ['legal'], need: 'inOrder' };

const approved = (stages: Staged['stages'], approvers: object): readonly object[] =>
  stages.map((stage) => (stage.id === 'stage_negotiation' ? { ...stage, rules: { approvers } } : stage));
