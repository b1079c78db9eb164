import { activities, companies, contacts, deals, pipelines, products, users } from '@kith/store';
import { listPrices, priceBooks } from '@kith/store/pricing';

const stages = ['discovery', 'proposal', 'negotiation', 'won', 'lost'] as const;
type StageName = (typeof stages)[number];
const stage = (name: StageName): string => `stage_${name}`;
const STATUS: Readonly<Record<StageName, 'open' | 'won' | 'lost'>> = {
  discovery: 'open',
  proposal: 'open',
  negotiation: 'open',
  won: 'won',
  lost: 'lost',
};

const stamps = { createdAt: '2025-03-03T09:00:00.000Z', modifiedAt: '2026-11-18T09:00:00.000Z' };
/** Whole units of a currency. */
export const money = (amount: number, currency = 'EUR') => ({ minor: amount * 100, currency });

type Steps = readonly (readonly [stage: StageName, day: string, by?: string])[];

/** Stays in stages that end in the last one; each begins on its day at nine. */
const stays = (steps: Steps) =>
  steps.map(([name, day, by], index) => ({
    stageId: stage(name),
    enteredAt: `${day}T09:00:00.000Z`,
    ...(by && { enteredBy: `user_${by}` }),
    ...(steps[index + 1] && { leftAt: `${steps[index + 1]?.[1]}T09:00:00.000Z` }),
  }));

/** A deal that came along these stages. */
export const deal = (id: string, name: string, rank: string, steps: Steps, more: object) => {
  const last = steps.at(-1)?.[0] ?? 'discovery';
  return {
    id: `deal_${id}`,
    name,
    pipelineId: 'pipeline_sales',
    stageId: stage(last),
    status: STATUS[last],
    rank: rank.padEnd(12, '0'),
    companyId: 'company_brevent',
    stageEnteredAt: `${steps.at(-1)?.[1]}T09:00:00.000Z`,
    stageHistory: stays(steps),
    ownerId: 'user_rafael',
    ...stamps,
    ...more,
  };
};

/** Something done or planned with Léa Fontanel. */
export const activity = (id: string, kind: string, subject: string, at: string, more: object = {}) => ({
  id: `activity_${id}`,
  kind,
  subject,
  status: 'done',
  at: `${at}:00.000Z`,
  ownerId: 'user_rafael',
  contactId: 'contact_lea',
  companyId: 'company_brevent',
  ...stamps,
  ...more,
});

/** The rows of the book, in the order in which they need each other. */
export const rows: readonly (readonly [{ readonly name: string }, readonly object[]])[] = [
  [
    users.collection,
    [
      { id: 'user_hanna', name: 'Hanna Lindqvist', ...stamps },
      { id: 'user_rafael', name: 'Rafael Ortuño', ...stamps },
      { id: 'user_zofia', name: 'Zofia Grabek', ...stamps },
      { id: 'user_idris', name: 'إدريس بن قاسم', ...stamps },
    ],
  ],
  [
    companies.collection,
    [
      {
        id: 'company_brevent',
        name: 'Maison Brévent',
        legalName: 'Maison Brévent SAS',
        type: 'customer',
        industry: 'Workwear and outdoor clothing',
        employees: 340,
        annualRevenue: money(48_600_000),
        foundedYear: 1987,
        website: 'brevent.example',
        emails: [{ value: 'bonjour@brevent.example', primary: true }],
        phones: [{ value: '+33 4 55 01 27 00', primary: true }],
        addresses: [{ street: '14 quai des Tisserands', postalCode: '74000', city: 'Annecy', country: 'FR' }],
        parentId: 'company_aravis',
        lifecycleStage: 'customer',
        ownerId: 'user_rafael',
        tags: ['Atelier network', 'Strategic'],
        ...stamps,
      },
      { id: 'company_aravis', name: 'Groupe Aravis', ...stamps },
      { id: 'company_megeve', name: 'Brévent Megève', parentId: 'company_brevent', ...stamps },
      { id: 'company_geneva', name: 'Brévent Suisse Sàrl', parentId: 'company_brevent', ...stamps },
      {
        id: 'company_masar',
        name: 'شركة واحة المسار',
        industry: 'توزيع المواد الغذائية',
        addresses: [{ city: 'مسقط', country: 'OM' }],
        ownerId: 'user_idris',
        ...stamps,
      },
      { id: 'company_new', name: 'Ylitalo Metsäkoneet Oy', ...stamps },
    ],
  ],
  [
    contacts.collection,
    [
      {
        id: 'contact_lea',
        name: 'Léa Fontanel',
        jobTitle: 'Head of Operations',
        department: 'Operations',
        companyId: 'company_brevent',
        emails: [{ value: 'lea.fontanel@brevent.example', primary: true }],
        phones: [
          { value: '+33 4 55 01 27 90', primary: true },
          { value: '+33 6 18 40 22 71', label: 'mobile' },
        ],
        addresses: [{ street: '14 quai des Tisserands', postalCode: '74000', city: 'Annecy', country: 'FR' }],
        birthDate: '1984-06-14',
        language: 'fr',
        timeZone: 'Europe/Lisbon',
        source: 'Trade fair, Lyon',
        lifecycleStage: 'customer',
        ownerId: 'user_rafael',
        tags: ['Atelier network', 'Fair 2026'],
        ...stamps,
      },
      {
        id: 'contact_bastien',
        name: 'Bastien Maurel',
        jobTitle: 'Finance, approves orders',
        companyId: 'company_brevent',
        doNotEmail: true,
        emails: [{ value: 'bastien.maurel@brevent.example' }],
        ...stamps,
      },
      {
        id: 'contact_jeanne',
        name: 'Jeanne Thollon',
        jobTitle: 'Store manager, Megève',
        companyId: 'company_brevent',
        ...stamps,
      },
      {
        id: 'contact_nura',
        name: 'نورة الحارثي',
        jobTitle: 'مديرة العمليات',
        companyId: 'company_masar',
        emails: [{ value: 'noura@wahat-masar.example' }],
        phones: [{ value: '+968 2455 0127' }],
        addresses: [{ city: 'مسقط', country: 'OM' }],
        lifecycleStage: 'customer',
        ownerId: 'user_idris',
        tags: ['شبكة المتاجر', 'معرض 2026'],
        ...stamps,
      },
      { id: 'contact_xiaoming', name: '王小明', jobTitle: '采购经理', lifecycleStage: 'lead', ...stamps },
    ],
  ],
  [
    products.collection,
    [
      { id: 'product_clienteling', name: 'Clienteling for stores', price: money(2_400), ...stamps },
      { id: 'product_onboarding', name: 'Onboarding, 3 days', price: money(3_600), ...stamps },
    ],
  ],
  [
    pipelines.collection,
    [
      {
        id: 'pipeline_sales',
        name: 'New business',
        stages: [
          { id: stage('discovery'), name: 'Discovery', type: 'open', probability: 25, rottingDays: 14 },
          { id: stage('proposal'), name: 'Proposal', type: 'open', probability: 50, rottingDays: 21 },
          { id: stage('negotiation'), name: 'Negotiation', type: 'open', probability: 75, rottingDays: 14 },
          { id: stage('won'), name: 'Won', type: 'won', probability: 100 },
          { id: stage('lost'), name: 'Lost', type: 'lost', probability: 0 },
        ],
        ...stamps,
      },
    ],
  ],
  [
    deals.collection,
    [
      deal(
        'clienteling',
        'Atelier clienteling',
        'a1',
        [
          ['discovery', '2026-10-12', 'rafael'],
          ['proposal', '2026-11-17', 'zofia'],
        ],
        {
          amount: money(36_000),
          contactIds: ['contact_lea', 'contact_bastien'],
          productIds: ['product_clienteling', 'product_onboarding'],
          expectedCloseDay: '2026-12-18',
          source: 'Trade fair, Lyon',
          nextStep: { kind: 'call', subject: 'Agree on the two first stores', day: '2026-11-23' },
          description: 'Four ateliers, two of them in January.',
        },
      ),
      deal('spring', 'Spring order, Chamonix', 'a2', [['discovery', '2026-11-01', 'rafael']], {
        amount: money(8_400),
        contactIds: ['contact_lea'],
      }),
      deal('pop-up', 'Pop-up store in Denver', 'a3', [['negotiation', '2026-11-10', 'zofia']], {
        amount: money(21_500, 'USD'),
        expectedCloseDay: '2026-11-13',
        contactIds: ['contact_lea'],
      }),
      deal(
        'repairs',
        'Repair service',
        'a4',
        [
          ['discovery', '2026-02-02'],
          ['proposal', '2026-02-20'],
          ['won', '2026-04-09', 'rafael'],
        ],
        {
          amount: money(18_000),
          actualValue: money(17_250),
          actualCloseDay: '2026-04-09',
          contactIds: ['contact_lea'],
        },
      ),
      deal(
        'labels',
        'Care labels in 6 languages',
        'a5',
        [
          ['discovery', '2025-08-20'],
          ['won', '2025-09-30', 'rafael'],
        ],
        {
          amount: money(4_210),
          actualValue: money(4_210),
          actualCloseDay: '2025-09-30',
          contactIds: ['contact_lea'],
        },
      ),
      deal(
        'kiosk',
        'Kiosk in the flagship store',
        'a6',
        [
          ['discovery', '2026-05-04'],
          ['negotiation', '2026-05-20'],
          ['lost', '2026-06-12', 'zofia'],
        ],
        {
          amount: money(52_000),
          actualCloseDay: '2026-06-12',
          lossReason: 'No budget this year',
          lossNote: 'Ask again in January.',
        },
      ),
      deal('noor', 'بوابة الموردين', 'a7', [['proposal', '2026-11-12', 'idris']], {
        companyId: 'company_masar',
        amount: money(36_000, 'OMR'),
        contactIds: ['contact_nura'],
        ownerId: 'user_idris',
      }),
    ],
  ],
  [
    activities.collection,
    [
      activity('sizes', 'task', 'Confirm sizes for the Chamonix store', '2026-11-24T00:00', {
        status: 'planned',
        dueDay: '2026-11-24',
      }),
      activity('spring', 'call', 'Talk through the spring order', '2026-11-23T10:30', {
        status: 'planned',
        ownerId: 'user_zofia',
      }),
      activity('contract', 'task', 'Send the signed contract', '2026-11-18T00:00', {
        status: 'planned',
        dueDay: '2026-11-18',
      }),
      activity('reply', 'email', 'Re: Proposal for clienteling in four ateliers', '2026-11-20T08:40', {
        direction: 'inbound',
        dealId: 'deal_clienteling',
        body: 'Thank you Rafael, the phased rollout suits us. Could we start with Annecy and Megève in January and decide on the other two after the season? The team in Chamonix would rather wait until the shop has been rebuilt, and Grenoble has a new manager who should see it first.',
      }),
      activity(
        'budget',
        'call',
        'Budget is approved until €40,000. Wants a named contact for the stores.',
        '2026-11-19T15:05',
        {
          durationMinutes: 18,
          dealId: 'deal_clienteling',
        },
      ),
      activity('samples', 'task', 'Send fabric samples', '2026-11-17T09:00', {
        completedAt: '2026-11-17T14:20:00.000Z',
      }),
      activity('visit', 'meeting', 'Store visit in Megève', '2026-11-04T13:00', {
        durationMinutes: 50,
        ownerId: 'user_zofia',
        dealId: 'deal_clienteling',
      }),
      activity(
        'fair',
        'note',
        'Met at the fair in Lyon. Interested in clienteling for the ateliers, runs four of them.',
        '2026-10-12T16:00',
      ),
      activity('lunch', 'meeting', 'Lunch in Annecy', '2026-10-08T11:00', { status: 'cancelled' }),
      activity('intro', 'email', 'Introduction', '2025-09-02T08:00', {
        direction: 'outbound',
        body: 'As agreed, here is what we do.',
      }),
    ],
  ],
];

/** A price book with the products of the book in it; for a store that has price books. */
export const prices: typeof rows = [
  [priceBooks, [{ id: 'priceBook_retail', name: 'Retail 2026', currency: 'EUR', tax: 'exclusive', ...stamps }]],
  [
    listPrices,
    (['clienteling', 'onboarding'] as const).map((product) => ({
      id: `listPrice_${product}`,
      priceBookId: 'priceBook_retail',
      productId: `product_${product}`,
      price: product === 'clienteling' ? { minor: 239_995, currency: 'EUR' } : money(3_600),
      taxPercent: 20,
      ...stamps,
    })),
  ],
];
