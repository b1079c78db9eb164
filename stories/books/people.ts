import { memoryAdapter } from '@kith/adapters';
import type { Id, Instant } from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import { type Collection, openStore, type Store } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { NOW } from './brevent.js';

/** Given and family names by country, in the order in which the people there write them. */
const NAMES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  France: [
    ['Léa', 'Corentin', 'Maëlys', 'Gauthier', 'Solène', 'Bastien', 'Aurélie'],
    ['Fontanel', 'Abgrall', 'Tanguy-Rivoal', 'Le Goff', 'Brémond', 'Kerbrat', 'Vasseur'],
  ],
  Germany: [
    ['Jürgen', 'Friederike', 'Tarek', 'Anneliese', 'Sönke', 'Wiebke', 'Emre'],
    ['Pfäffle', 'Stolzenau', 'Winnefeld', 'von Rabenhorst', 'Grünspecht', 'Öztürk', 'Bäumler'],
  ],
  Japan: [
    ['佐々木', '三宅', '小野寺', '長谷川', '吉村', '青山', '西園寺'],
    ['遥', '陽菜', '大翔', '結衣', '蓮', '美咲', '直樹'],
  ],
  Oman: [
    ['نورة', 'سالم', 'مريم', 'حمد', 'عائشة', 'يوسف', 'ليلى'],
    ['الحارثي', 'البلوشي', 'الكندي', 'السيابي', 'المعمري', 'الرواحي', 'الزدجالي'],
  ],
  Poland: [
    ['Zofia', 'Wojciech', 'Małgorzata', 'Łukasz', 'Agnieszka', 'Bartosz', 'Żaneta'],
    ['Wiśniewska', 'Grabek', 'Szczepaniak', 'Dąbrowska', 'Kłos', 'Jagiełło', 'Mróz'],
  ],
};
const COUNTRIES = Object.keys(NAMES);
const COMPANIES = [
  'Maison Brévent',
  'Voilerie du Trégor',
  'Papeterie des Halles',
  'Pfäffle Werkzeugbau GmbH',
  'Frischemarkt Union eG',
  'Aarfeld Spedition KG',
  'Grünspecht Outdoor AG',
  '株式会社みなと製作所',
  'شركة واحة المسار',
] as const;
const JOBS = [
  'Head of Operations',
  'Purchasing',
  'Founder',
  'Managing Director',
  'IT Lead',
  'Operations',
  undefined,
] as const;
const OWNERS = ['Rafael Ortuño', 'Hanna Lindqvist', 'Zofia Grabek', 'Mei Sugawara', 'Idris Benkacem'] as const;
const STAGES = ['customer', 'customer', 'lead', 'qualified', 'subscriber', 'former'] as const;
const TAGS = [
  'Atelier network',
  'Marine',
  'Fair 2026',
  'Key account',
  'Logistics',
  'Returns',
  'Outdoor',
  'Partner',
] as const;

const CUSTOM: readonly FieldDefinition[] = [
  { on: 'contact', name: 'spent', type: 'money', labels: { en: 'Spent', 'zh-Hans': '消费额' }, currency: 'EUR' },
  {
    on: 'contact',
    name: 'rating',
    type: 'number',
    labels: { en: 'Rating', 'zh-Hans': '评级' },
    least: 0,
    most: 100,
    decimals: 0,
  },
  { on: 'contact', name: 'lastContact', type: 'instant', labels: { en: 'Last contact', 'zh-Hans': '最近联系' } },
  {
    on: 'contact',
    name: 'region',
    type: 'choice',
    labels: { en: 'Country', 'zh-Hans': '国家' },
    options: COUNTRIES.map((value) => ({ value })),
  },
];

/** The columns of the stories: what Kith knows of people, and what this house has added. */
export const PEOPLE_COLUMNS = [
  'name',
  'jobTitle',
  'companyId',
  'lifecycleStage',
  'customFields.rating',
  'customFields.lastContact',
  'customFields.spent',
  'ownerId',
  'tags',
] as const;

/** A store in memory with so many people of a few companies, the same ones each time. */
export async function openPeopleBook(count: number, collections: readonly Collection[] = []): Promise<Store> {
  const adapter = memoryAdapter();
  const store = await openStore({
    adapter,
    actor: 'user_1' as Id<'user'>,
    clock: () => NOW,
    timeZone: 'Europe/Vienna',
    fields: customFields({ fields: CUSTOM }),
    collections,
  });
  const stamps = { createdAt: '2026-01-05T08:00:00.000Z', modifiedAt: '2026-10-01T08:00:00.000Z' };
  const put = (c: string, id: string, data: object) =>
    ({ op: 'put', c, id, expect: 'absent', data: { id, ...data, ...stamps } as never }) as const;
  await adapter.write({
    ops: [
      ...COMPANIES.map((name, index) => put('companies', `company_${index}`, { name })),
      ...OWNERS.map((name, index) => put('users', `user_${index}`, { name })),
    ],
  });
  for (let from = 0; from < count; from += 20_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(20_000, count - from) }, (_, index) =>
        put('contacts', ...personOf(from + index)),
      ),
    });
  return store;
}

function personOf(index: number): [id: string, person: object] {
  const mixed = (index * 2_654_435_761) >>> 7;
  const pick = <Item>(items: readonly Item[], salt: number): Item =>
    items[((mixed >>> salt) + index) % items.length] as Item;
  const region = COUNTRIES[index % COUNTRIES.length] as string;
  const [given = [], family = []] = NAMES[region] ?? [];
  const at = Math.floor(index / COUNTRIES.length);
  const again = Math.floor(at / (given.length * family.length));
  const parts = [given[at % given.length], family[Math.floor(at / given.length) % family.length]];
  // Beyond the first few hundred, names come again with a letter, then with a number.
  if (again > 0) parts.splice(1, 0, `${String.fromCharCode(65 + ((again - 1) % 26))}.`);
  if (again > 26) parts.push(String(Math.ceil(again / 26)));
  const name = parts.join(' ');
  const jobTitle = pick(JOBS, 3);
  const tags = [...new Set([pick(TAGS, 2), pick(TAGS, 5)])].slice(0, (mixed >>> 4) % 3);
  const lastContact = new Date(NOW - (((mixed >>> 3) % 120) + 1) * 86_400_000).toISOString() as Instant;
  return [
    `contact_${String(index).padStart(6, '0')}`,
    {
      name,
      ...(jobTitle && { jobTitle }),
      companyId: `company_${pick(Object.keys(COMPANIES), 6)}`,
      emails: [{ value: `person.${index}@brevent.example`, primary: true }],
      ownerId: `user_${pick(Object.keys(OWNERS), 1)}`,
      lifecycleStage: pick(STAGES, 4),
      ...(tags.length > 0 && { tags }),
      customFields: {
        spent: { minor: ((mixed >>> 2) % 480) * 10_000, currency: 'EUR' },
        rating: 20 + ((mixed >>> 5) % 79),
        lastContact,
        region,
      },
    },
  ];
}
