import type { Mapping } from '@kith/core/imports';

/**
 * How the four files of the "CRM sales opportunities" data set (Maven Analytics) become entities, in the order in which
 * they have to be imported: what a file names, an earlier one has brought.
 */

const system = 'pipeline-maven';

/** Seven products with their list prices. */
export const products: Mapping = {
  name: 'Products',
  into: 'products',
  system,
  externalId: ['product'],
  fields: [
    { field: 'name', from: [{ column: 'product' }], required: true },
    { field: 'family', from: [{ column: 'series' }] },
    {
      field: 'price',
      from: [{ column: 'sales_price', read: { as: 'money', currency: 'USD', min: 0, max: 1_000_000 } }],
    },
    { field: 'status', from: [{ constant: 'active' }] },
  ],
};

/** 35 agents. Their regional offices become teams, and their managers users. */
export const salesTeams: Mapping = {
  name: 'Sales teams',
  into: 'users',
  system,
  externalId: ['sales_agent'],
  lookups: {
    office: {
      column: 'regional_office',
      in: 'teams',
      by: 'name',
      create: [
        { field: 'name', from: [{ column: 'regional_office' }], required: true },
        { field: 'region', from: [{ column: 'regional_office' }] },
      ],
    },
    manager: {
      column: 'manager',
      in: 'users',
      by: 'name',
      create: [
        { field: 'name', from: [{ column: 'manager' }], required: true },
        { field: 'teamId', from: [{ lookup: 'office' }] },
        { field: 'active', from: [{ constant: true }] },
      ],
    },
  },
  fields: [
    { field: 'name', from: [{ column: 'sales_agent' }], required: true },
    { field: 'teamId', from: [{ lookup: 'office' }] },
    { field: 'managerId', from: [{ lookup: 'manager' }] },
    { field: 'active', from: [{ constant: true }] },
  ],
};

/** 85 companies; 15 of them belong to another one, which may stand further down. Sectors are kept as they are spelled. */
export const accounts: Mapping = {
  name: 'Accounts',
  into: 'companies',
  system,
  externalId: ['account'],
  lookups: { parent: { column: 'subsidiary_of', in: 'companies', by: 'name', mayComeLater: true } },
  fields: [
    { field: 'name', from: [{ column: 'account' }], required: true },
    { field: 'industry', from: [{ column: 'sector' }] },
    {
      field: 'foundedYear',
      from: [{ column: 'year_established', read: { as: 'number', whole: true, min: 1600, max: 2100 } }],
    },
    {
      field: 'annualRevenue',
      from: [{ column: 'revenue', read: { as: 'money', currency: 'USD', multiplier: 1_000_000, min: 0 } }],
    },
    { field: 'employees', from: [{ column: 'employees', read: { as: 'number', whole: true, min: 0 } }] },
    {
      field: 'addresses.0.label',
      from: [{ constant: 'work', when: { column: 'office_location', filled: true } }],
    },
    { field: 'addresses.0.country', from: [{ column: 'office_location' }] },
    { field: 'parentId', from: [{ lookup: 'parent' }] },
  ],
};

const closed = ['Won', 'Lost'];
const day = { as: 'day', format: 'yyyy-MM-dd' } as const;
const value = { as: 'money', currency: 'USD', min: 0, max: 10_000_000 } as const;

/**
 * 8,800 opportunities. What the file does not say is said here: a won one is worth what it closed for, any other its
 * product's list price, and no reason of a loss was recorded.
 */
export const opportunities: Mapping = {
  name: 'Opportunities',
  into: 'deals',
  system,
  externalId: ['opportunity_id'],
  pipeline: {
    externalId: 'sales',
    name: 'Hardware sales',
    stages: [
      { name: 'Prospecting', type: 'open', probability: 20, rottingDays: 60 },
      { name: 'Engaging', type: 'open', probability: 60, rottingDays: 90 },
      { name: 'Won', type: 'won', probability: 100 },
      { name: 'Lost', type: 'lost', probability: 0 },
    ],
    openedIn: 'Engaging',
  },
  lookups: {
    agent: { column: 'sales_agent', in: 'users', by: 'name' },
    product: { column: 'product', in: 'products', by: 'name', aliases: { GTXPro: 'GTX Pro' } },
    account: { column: 'account', in: 'companies', by: 'name' },
  },
  fields: [
    {
      field: 'name',
      from: [{ template: '{product.name} for {account.name}' }, { template: '{product.name}' }],
      required: true,
    },
    { field: 'stageId', from: [{ stage: 'deal_stage' }], required: true },
    {
      field: 'amount',
      from: [
        { column: 'close_value', read: value, when: { column: 'deal_stage', in: ['Won'] } },
        { lookup: 'product', field: 'price' },
      ],
      required: true,
    },
    {
      field: 'actualValue',
      from: [{ column: 'close_value', read: value, when: { column: 'deal_stage', in: ['Won'] } }],
    },
    { field: 'openedDay', from: [{ column: 'engage_date', read: day }] },
    {
      field: 'actualCloseDay',
      from: [{ column: 'close_date', read: day, when: { column: 'deal_stage', in: closed } }],
    },
    { field: 'lossReason', from: [{ constant: 'Not recorded', when: { column: 'deal_stage', in: ['Lost'] } }] },
    { field: 'companyId', from: [{ lookup: 'account' }] },
    { field: 'productIds.0', from: [{ lookup: 'product' }] },
    { field: 'ownerId', from: [{ lookup: 'agent' }], required: true },
    { field: 'teamId', from: [{ lookup: 'agent', field: 'teamId' }] },
  ],
};

/** The files in the order in which they are imported. */
export const pipelineMaven: readonly Mapping[] = [products, salesTeams, accounts, opportunities];
