import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { type FieldDefinition, fieldRegistry, protectedFields } from '@kith/core/fields';
import type { Role } from '@kith/core/permissions';
import { contacts, openStore, type Store, users } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { leadCollections, collection as leads } from '@kith/store/leads';
import { rolesPolicy } from '@kith/store/permissions';
import { contactActivities, keepScores, type RulePlan, rescoreAll, scoringCollections } from '@kith/store/scoring';
import { create, type OpenSegments, openSegments, segmentCollections } from '@kith/store/segments';
import { fillBrevent, NOW } from './brevent.js';

/** The fields that the house of the stories has added. */
export const HOUSE_FIELDS: readonly FieldDefinition[] = [
  {
    on: 'contact',
    name: 'customerNumber',
    type: 'text',
    labels: { en: 'Customer number', 'zh-Hans': '客户编号', de: 'Kundennummer', ar: 'رقم العميل' },
    help: { en: 'As it stands on the invoices.' },
    required: { field: 'source', is: 'exists', value: true },
  },
  {
    on: 'contact',
    name: 'creditLimit',
    type: 'money',
    labels: { en: 'Credit limit', 'zh-Hans': '信用额度', de: 'Kreditlinie', ar: 'حد الائتمان' },
    currency: 'EUR',
    least: 0,
    most: 100_000,
  },
  {
    on: 'contact',
    name: 'interests',
    type: 'choices',
    labels: { en: 'Interested in', 'zh-Hans': '感兴趣的内容', de: 'Interessiert an', ar: 'مهتم بـ' },
    options: [
      { value: 'workwear', labels: { en: 'Workwear', 'zh-Hans': '工作服' } },
      { value: 'repairs', labels: { en: 'Repairs', 'zh-Hans': '维修' } },
      { value: 'training', labels: { en: 'Training', 'zh-Hans': '培训' } },
    ],
  },
  {
    on: 'contact',
    name: 'newsletter',
    type: 'boolean',
    labels: { en: 'Reads the newsletter', 'zh-Hans': '阅读简报', de: 'Liest den Newsletter', ar: 'يقرأ النشرة' },
  },
  {
    on: 'contact',
    name: 'referredBy',
    type: 'reference',
    to: 'contact',
    labels: { en: 'Referred by', 'zh-Hans': '推荐人', de: 'Empfohlen von', ar: 'أوصى به' },
  },
  {
    on: 'contact',
    name: 'allergies',
    type: 'text',
    labels: { en: 'Allergies', 'zh-Hans': '过敏', de: 'Allergien', ar: 'الحساسية' },
    sensitivity: 'health',
  },
  {
    on: 'contact',
    name: 'reserve',
    type: 'formula',
    labels: { en: 'Half of the limit', 'zh-Hans': '额度的一半', de: 'Halbe Linie', ar: 'نصف الحد' },
    formula: 'creditLimit * 50 / 100',
  },
  {
    on: 'company',
    name: 'openValue',
    type: 'rollUp',
    labels: { en: 'In open deals', 'zh-Hans': '进行中金额', de: 'In offenen Chancen', ar: 'في صفقات مفتوحة' },
    rollUp: {
      of: 'deal',
      by: 'companyId',
      take: 'sum',
      field: 'amount',
      where: { field: 'status', is: 'eq', value: 'open' },
    },
  },
];

/** How the house scores people. */
export const HOUSE_PLAN: RulePlan = {
  of: contacts.collection,
  events: contactActivities,
  scheme: {
    id: 'house',
    timeZone: 'Europe/Vienna',
    fit: {
      rules: [
        { id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 30 },
        { id: 'network', where: { field: 'tags', is: 'contains', value: 'Atelier network' }, points: 15 },
        { id: 'silent', where: { field: 'doNotEmail', is: 'eq', value: true }, points: -20 },
      ],
    },
    engagement: {
      rules: [
        { id: 'email', where: { field: 'kind', is: 'eq', value: 'email' }, points: 12, halfLifeDays: 30 },
        { id: 'meeting', where: { field: 'kind', is: 'eq', value: 'meeting' }, points: 25, halfLifeDays: 30 },
      ],
    },
    grades: {
      steps: [
        { grade: 'A', at: { total: 60 } },
        { grade: 'B', at: { total: 20 } },
      ],
    },
  },
};

/** What its rules are called. */
export const HOUSE_NAMES: Readonly<Record<string, string>> = {
  head: 'Leads a department',
  network: 'In the atelier network',
  silent: 'Wants no emails',
  email: 'Wrote to us',
  meeting: 'Met us',
};

/** A clerk who sees no health data and no owners, reads the department without changing it, and no deals. */
const CLERK: Role = {
  key: 'clerk',
  name: 'Clerk',
  grants: [
    {
      collection: 'contacts',
      actions: ['read'],
      scope: 'all',
      cleared: ['personal'],
      fields: { except: ['ownerId', 'phones'] },
    },
    {
      collection: 'contacts',
      actions: ['update'],
      scope: 'all',
      cleared: ['personal'],
      fields: { except: ['ownerId', 'phones', 'department'] },
    },
    { collection: 'companies', actions: ['read'], scope: 'all' },
    { collection: 'activities', actions: ['read', 'create'], scope: 'all' },
    { collection: 'users', actions: ['read'], scope: 'all' },
    { collection: 'pipelines', actions: ['read'], scope: 'all' },
  ],
};

/** Who may do everything. */
const OFFICE: Role = {
  key: 'office',
  name: 'Office',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};

/** What a house has besides its customers. */
export interface House {
  readonly store: Store;
  readonly segments: OpenSegments;
}

const lead = {
  id: 'lead_lea',
  name: 'Léa Fontanel',
  status: 'converted',
  statusEnteredAt: '2025-03-03T09:00:00.000Z',
  source: 'Trade fair, Lyon',
  createdAt: '2025-02-03T09:00:00.000Z',
  modifiedAt: '2025-03-03T09:00:00.000Z',
  converted: { at: '2025-03-03T09:00:00.000Z', contactId: 'contact_lea' },
  consents: [
    { purpose: 'Product news', channel: 'email', status: 'denied', at: '2024-11-02T09:00:00.000Z', page: '/fair' },
    {
      purpose: 'Product news',
      channel: 'email',
      status: 'granted',
      at: '2025-02-03T09:00:00.000Z',
      page: '/newsletter',
      text: 'Yes, write to me once a month.',
    },
    { purpose: 'Product news', channel: 'phone', status: 'denied', at: '2025-02-03T09:00:00.000Z' },
    { purpose: 'Profiling', status: 'pending', at: '2026-10-02T09:00:00.000Z', page: '/preferences' },
  ],
};

/** Maison Brévent in a house with fields, scores, segments and leads of its own; as its clerk sees it, where that is asked. */
export async function openHouse(seenBy: 'office' | 'clerk' = 'office'): Promise<House> {
  const adapter = memoryAdapter();
  const fields = customFields({ fields: HOUSE_FIELDS, timeZone: 'Europe/Vienna' });
  const collections = [...scoringCollections, ...segmentCollections, ...leadCollections];
  const clock = (): number => NOW;
  const actor = 'user_hanna' as Id<'user'>;
  const store = await openStore({
    adapter,
    actor,
    timeZone: 'Europe/Vienna',
    clock,
    fields,
    collections,
    companions: [keepScores([HOUSE_PLAN])],
  });
  await fillBrevent(store, {
    more: [
      [leads, [lead]],
      [
        users.collection,
        [{ id: 'user_clerk', name: 'Clerk', roles: ['clerk'], createdAt: lead.createdAt, modifiedAt: lead.createdAt }],
      ],
    ],
    change: (row) => {
      if (row.id === 'contact_lea')
        return {
          ...row,
          customFields: {
            customerNumber: 'B-1187',
            creditLimit: { minor: 2_500_000, currency: 'EUR' },
            interests: ['workwear', 'repairs'],
            newsletter: true,
            referredBy: 'contact_jeanne',
            allergies: 'Nuts',
          },
        };
      if (row.id === 'deal_clienteling')
        return {
          ...row,
          contacts: [
            { contactId: 'contact_lea', roles: ['champion'], primary: true },
            { contactId: 'contact_bastien', roles: ['decisionMaker', 'economicBuyer'] },
          ],
        };
      return row;
    },
  });
  await rescoreAll(store, HOUSE_PLAN);
  const made = [
    ['Repeat buyers', { field: 'lifecycleStage', is: 'eq', value: 'customer' }],
    ['In France', { field: 'addresses.country', is: 'eq', value: 'FR' }],
    ['Not reached for a year', { field: 'source', is: 'eq', value: 'nowhere' }],
  ] as const;
  for (const [name, filter] of made) {
    const result = await store.run(create({ name, of: 'contacts', filter }));
    if (!result.ok) throw new Error(result.problem.message);
  }
  if (seenBy === 'office') return { store, segments: await openSegments(store) };
  await store.close();
  const policy = rolesPolicy({
    roles: [OFFICE, CLERK],
    fields: () => protectedFields(fieldRegistry({ host: HOUSE_FIELDS }), 'contact'),
  });
  const clerks = await openStore({
    adapter,
    actor: 'user_clerk' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock,
    fields,
    collections,
    policy,
  });
  return { store: clerks, segments: await openSegments(clerks) };
}
