import { instantOf } from '../kernel/instant.js';
import { money } from '../kernel/money.js';
import type { Pipeline } from '../pipelines/schema.js';
import type { Product } from '../products/schema.js';
import type { Team, User } from '../users/schema.js';
import { type Book, staffBirth } from './book.js';
import { personOf } from './people.js';
import type { Family } from './tongue.js';
import { TONGUES } from './tongues.js';

const REGIONS = ['Nordics and DACH', 'Western Europe', 'Southern Europe', 'Asia', 'Levant and Gulf', 'Key accounts'];
const TEAM = 8;

/** Sales teams, by region. */
export function* teamsOf(book: Book): Generator<Team> {
  const createdAt = staffBirth(book.season);
  for (const [index, id] of book.teamIds.entries()) {
    const region = REGIONS[index % REGIONS.length] ?? '';
    const round = Math.floor(index / REGIONS.length) + 1;
    yield { id, name: round === 1 ? region : `${region} ${round}`, region, createdAt, modifiedAt: createdAt };
  }
}

/** The people who sell. The first of each team leads it. */
export function* usersOf(book: Book): Generator<User> {
  const createdAt = staffBirth(book.season);
  for (const [index, id] of book.userIds.entries()) {
    const tongue = TONGUES[index % TONGUES.length];
    const teamId = book.teamIds[Math.floor(index / TEAM)];
    const managerId = book.userIds[index - (index % TEAM)];
    if (!tongue || !teamId) continue;
    const { name, account } = personOf(tongue, book.chance('user', index));
    yield {
      id,
      name,
      email: `${account}${index < TONGUES.length ? '' : index}@nordhav.example`,
      teamId,
      ...(managerId && managerId !== id && { managerId }),
      locale: tongue.language,
      timeZone: tongue.timeZone,
      active: true,
      createdAt,
      modifiedAt: createdAt,
    };
  }
}

/** Name, family and list price in euros; the first of each family comes first. */
export const CATALOGUE: ReadonlyArray<readonly [name: string, family: Family, euros: number]> = [
  ['Portal Core', 'Portal', 24_000],
  ['Shop Standard', 'Shop', 18_000],
  ['Desk 20', 'Service desk', 9_600],
  ['Cold-chain Sensor Kit', 'Sensors', 4_200],
  ['Fleet Box', 'Fleet', 380],
  ['Warehouse Go', 'Warehouse', 32_000],
  ['Insight Reports', 'Analytics', 7_200],
  ['Care Basic', 'Care', 4_800],
  ['Portal Plus', 'Portal', 46_000],
  ['Shop Wholesale', 'Shop', 38_000],
  ['Desk 100', 'Service desk', 36_000],
  ['Leak Sensor Kit', 'Sensors', 2_900],
  ['Route Planner', 'Fleet', 14_500],
  ['Warehouse Scan', 'Warehouse', 890],
  ['Insight Forecast', 'Analytics', 16_800],
  ['Care Plus', 'Care', 12_400],
];

/** What is sold. */
export function* productsOf(book: Book): Generator<Product> {
  const createdAt = staffBirth(book.season);
  for (const [index, id] of book.productIds.entries()) {
    const [name, family, euros] = CATALOGUE[index] ?? CATALOGUE[0] ?? ['', 'Care', 0];
    const sku = `NH-${String(1_000 + index * 10)}`;
    const price = book.amount(euros, TONGUES[0] as (typeof TONGUES)[number]);
    yield {
      id,
      name,
      sku,
      family,
      price: money(price.minor, price.currency),
      status: 'active',
      createdAt,
      modifiedAt: createdAt,
    };
  }
}

interface StagePlan {
  readonly name: string;
  readonly type: 'open' | 'won' | 'lost';
  readonly probability: number;
  readonly rottingDays?: number;
}
const CLOSED: readonly StagePlan[] = [
  { name: 'Won', type: 'won', probability: 100 },
  { name: 'Lost', type: 'lost', probability: 0 },
];
const PIPELINES: ReadonlyArray<{ readonly name: string; readonly stages: readonly StagePlan[] }> = [
  {
    name: 'New business',
    stages: [
      { name: 'Qualified', type: 'open', probability: 20, rottingDays: 21 },
      { name: 'Discovery', type: 'open', probability: 30, rottingDays: 30 },
      { name: 'Proposal', type: 'open', probability: 50, rottingDays: 30 },
      { name: 'Negotiation', type: 'open', probability: 70, rottingDays: 21 },
      { name: 'Contract', type: 'open', probability: 90, rottingDays: 14 },
      ...CLOSED,
    ],
  },
  {
    name: 'Renewals',
    stages: [
      { name: 'Upcoming', type: 'open', probability: 80, rottingDays: 60 },
      { name: 'Offer sent', type: 'open', probability: 90, rottingDays: 30 },
      ...CLOSED,
    ],
  },
];

/** The ways that deals go. */
export function pipelinesOf(book: Omit<Book, 'pipelines'>): readonly Pipeline[] {
  const createdAt = instantOf(book.season.start - 1_000 * 86_400_000);
  return PIPELINES.slice(0, book.sizes.pipelines).map(({ name, stages }, index) => ({
    id: book.idOf('pipeline', index, createdAt),
    name,
    stages: stages.map((stage, place) => ({ id: book.idOf('stage', index * 100 + place, createdAt), ...stage })),
    createdAt,
    modifiedAt: createdAt,
  }));
}
