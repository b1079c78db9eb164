/** A contact as wide as a CRM's: 23 columns, two of them nested. */
export interface BenchContact {
  readonly id: string;
  readonly city: string;
  readonly stage: string;
  readonly email: string;
  readonly companyId: string;
  readonly updatedAt: string;
  readonly score: number;
  readonly [field: string]:
    | string
    | number
    | boolean
    | null
    | readonly string[]
    | Readonly<Record<string, string | number | boolean>>;
}

const STAGES = ['subscriber', 'lead', 'qualified', 'opportunity', 'customer', 'former'];

/** Contacts that are the same in every run. Dates are spread over a year; about 40 live in each city. */
export function makeContacts(count: number): BenchContact[] {
  const contacts: BenchContact[] = [];
  for (let index = 0; index < count; index++) contacts.push(makeContact(index, count, 0));
  return contacts;
}

/** One of them, in its n-th version. */
export function makeContact(index: number, count: number, version: number): BenchContact {
  const mixed = (index * 7_919 + version * 104_729) % count;
  const day = new Date(Date.UTC(2026, 0, 1 + (mixed % 365), mixed % 24, mixed % 60, index % 60)).toISOString();
  return {
    id: `contact_${String(index).padStart(7, '0')}`,
    givenName: `Given${mixed % 1000}`,
    familyName: `Family${mixed % 5000}`,
    name: `Given${mixed % 1000} Family${mixed % 5000}`,
    email: `person${index}@example${mixed % 300}.test`,
    phone: `+43 1 ${String(1_000_000 + mixed)}`,
    jobTitle: `Title ${mixed % 60}`,
    department: `Department ${mixed % 12}`,
    companyId: `company_${String(mixed % 20_000).padStart(6, '0')}`,
    city: `City ${mixed % Math.max(1, Math.round(count / 40))}`,
    country: `C${mixed % 40}`,
    language: mixed % 3 === 0 ? 'en' : 'zh-Hans',
    timeZone: 'Europe/Vienna',
    source: `Source ${mixed % 9}`,
    stage: STAGES[mixed % STAGES.length] ?? 'lead',
    ownerId: `user_${mixed % 35}`,
    score: mixed % 100,
    revenue: (mixed % 10_000) * 100,
    doNotEmail: mixed % 11 === 0,
    tags: [`tag${mixed % 20}`, `tag${mixed % 7}x`],
    custom: { size: mixed % 500, tier: `tier ${mixed % 4}`, partner: mixed % 5 === 0, note: `Note ${mixed % 97}` },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: day,
  };
}
