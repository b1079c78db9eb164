import { Activity, Company, Contact, Deal, Pipeline, Product, Team, User, withoutEmpty } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { frozen, NOW } from '../../support/env.js';

const stamps = {
  createdAt: NOW,
  createdBy: 'user_1',
  modifiedAt: NOW,
  modifiedBy: 'user_1',
  ownerId: 'user_1',
  externalIds: { erp: '4711' },
  tags: ['vip'],
  customFields: { budget: 5, regions: ['DACH'], approved: true, code: 'x' },
};
const eur = { minor: 125000, currency: 'EUR' };
const stage = { id: 'stage_1', name: '商谈', type: 'open', probability: 12.5, rottingDays: 14 };

const complete = [
  [
    'company',
    Company,
    {
      id: 'company_1',
      name: 'Ĉina Ŝoseo Ltd',
      legalName: 'Ĉina Ŝoseo Limited',
      type: 'customer',
      industry: 'technolgy',
      employees: 12,
      annualRevenue: eur,
      foundedYear: 1996,
      website: 'https://example.com',
      emails: [{ value: 'a@example.com', label: 'work', primary: true }],
      phones: [{ value: '+49 30 1' }],
      addresses: [{ label: 'billing', street: 'Hauptstraße 1', postalCode: '10115', city: 'Berlin', country: 'DE' }],
      parentId: 'company_2',
      lifecycleStage: 'customer',
      description: '…',
      ...stamps,
    },
  ],
  [
    'contact',
    Contact,
    {
      id: 'contact_1',
      name: '王小明',
      salutation: '先生',
      givenName: '小明',
      familyName: '王',
      jobTitle: '经理',
      department: '采购',
      companyId: 'company_1',
      emails: [{ value: 'x@example.cn' }],
      phones: [{ value: '138', label: 'mobile' }],
      birthDate: '1990-02-28',
      language: 'zh-Hans',
      timeZone: 'Asia/Shanghai',
      preferredChannel: 'phone',
      source: '展会',
      doNotEmail: true,
      ...stamps,
    },
  ],
  [
    'product',
    Product,
    { id: 'product_1', name: 'GTX Pro', sku: 'GTX-1', family: 'GTX', price: eur, status: 'active', ...stamps },
  ],
  ['pipeline', Pipeline, { id: 'pipeline_1', name: 'New business', stages: [stage], ...stamps }],
  [
    'deal',
    Deal,
    {
      id: 'deal_1',
      name: 'Renewal',
      amount: eur,
      pipelineId: 'pipeline_1',
      stageId: 'stage_1',
      status: 'won',
      rank: 'm00000000000',
      companyId: 'company_1',
      contactIds: ['contact_1'],
      productIds: ['product_1'],
      teamId: 'team_1',
      openedDay: '2026-01-01',
      expectedCloseDay: '2026-03-01',
      actualCloseDay: '2026-02-28',
      actualValue: eur,
      nextStep: { kind: 'call', subject: 'Thank them', day: '2026-03-02' },
      stageEnteredAt: NOW,
      stageHistory: [{ stageId: 'stage_1', enteredAt: NOW, enteredBy: 'user_1' }],
      ...stamps,
    },
  ],
  [
    'activity',
    Activity,
    {
      id: 'activity_1',
      kind: 'meeting',
      subject: 'Kick-off',
      body: 'All agreed',
      status: 'done',
      direction: 'inbound',
      at: NOW,
      dueDay: '2026-11-22',
      durationMinutes: 30,
      completedAt: NOW,
      outcome: 'Agreed',
      contactId: 'contact_1',
      companyId: 'company_1',
      dealId: 'deal_1',
      ...stamps,
    },
  ],
  [
    'user',
    User,
    {
      id: 'user_1',
      name: 'Hanna',
      email: 'hanna@example.com',
      teamId: 'team_1',
      managerId: 'user_2',
      locale: 'de-AT',
      timeZone: 'Europe/Vienna',
      active: true,
      ...stamps,
    },
  ],
  ['team', Team, { id: 'team_1', name: 'East', managerId: 'user_1', region: 'East', ...stamps }],
] as const;

describe('entities', () => {
  it.each(complete)('E1 accepts a complete %s and keeps it, through JSON and back', (_, schema, entity) => {
    const parsed = schema.safeParse(frozen(structuredClone(entity)));
    expect(parsed.error?.issues).toBeUndefined();
    expect(parsed.data).toEqual(entity);
    expect(schema.parse(JSON.parse(JSON.stringify(parsed.data)))).toEqual(entity);
  });

  const WRONG = [
    ['id', Company, 0, { id: 'contact_1' }],
    ['id', Company, 0, { id: 'company_' }],
    ['name', Company, 0, { name: ' \t' }],
    ['name', Company, 0, { name: 'x'.repeat(501) }],
    ['employees', Company, 0, { employees: -1 }],
    ['annualRevenue.minor', Company, 0, { annualRevenue: { minor: 0.5, currency: 'EUR' } }],
    ['annualRevenue.currency', Company, 0, { annualRevenue: { minor: 1, currency: 'euro' } }],
    ['emails.0.value', Company, 0, { emails: [{ value: '' }] }],
    ['customFields.x', Company, 0, { customFields: { x: { y: 1 } } }],
    ['birthDate', Contact, 1, { birthDate: '1990-02-30' }],
    ['companyId', Contact, 1, { companyId: 'deal_1' }],
    ['createdAt', Contact, 1, { createdAt: '2026-11-22' }],
    ['stages.0.probability', Pipeline, 3, { stages: [{ ...stage, probability: 101 }] }],
    ['stages.0.rottingDays', Pipeline, 3, { stages: [{ ...stage, rottingDays: 0 }] }],
    ['rank', Deal, 4, { rank: '1' }],
    ['status', Deal, 4, { status: 'pending' }],
    ['stageHistory.0.enteredAt', Deal, 4, { stageHistory: [{ stageId: 'stage_1', enteredAt: 'now' }] }],
    ['nextStep.day', Deal, 4, { nextStep: { kind: 'call', subject: 'x', day: '2026-02-29' } }],
    ['kind', Activity, 5, { kind: 'fax' }],
    ['subject', Activity, 5, { subject: '' }],
  ] as const;
  it.each(WRONG)('E2 refuses a wrong %s', (path, schema, index, changes) => {
    const parsed = schema.safeParse({ ...complete[index][2], ...changes });
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(path);
  });

  it('E3 leaves out what holds nothing', () => {
    const fields = frozen({ a: 1, b: undefined, c: null, d: '', e: false });
    expect(Object.keys(withoutEmpty(fields))).toEqual(['a', 'c', 'd', 'e']);
    expect(Object.keys(fields)).toHaveLength(5);
  });

  it('E12 needs a stage in a pipeline, and each only once', () => {
    const pipeline = complete[3][2];
    expect(Pipeline.safeParse({ ...pipeline, stages: [] }).success).toBe(false);
    expect(
      Pipeline.safeParse({ ...pipeline, stages: [stage, { ...stage, name: 'Again' }] }).error?.issues[0]?.message,
    ).toBe('Two stages have the same id.');
  });
});
