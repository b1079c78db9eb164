import type { Activity } from '../activities/schema.js';
import type { Agent } from '../assignment/schema.js';
import type { DetailedDeal } from '../deals/details.js';
import type { StoredQuota, StoredTeamPlace, StoredTeamStay } from '../forecast/schema.js';
import type { Goal } from '../goals/schema.js';
import type { Pool } from '../leads/pool.js';
import type { Lead } from '../leads/schema.js';
import type { ListPrice, PriceBook } from '../pricing/schema.js';
import type { StoredScheme } from '../scoring/stored-scheme.js';
import type { Segment } from '../segments/schema.js';
import { activitiesOf } from './activities.js';
import { type Book, bookOf, type SampleOptions } from './book.js';
import { companiesOf } from './companies.js';
import { contactsOf } from './contacts.js';
import { withSampleDetails } from './deal-details.js';
import { dealsOf } from './deals.js';
import {
  agentsOf,
  goalsOf,
  listPricesOf,
  placesOf,
  poolOf,
  priceBookOf,
  quotasOf,
  salesTeam,
  schemeOf,
  segmentsOf,
  staysOf,
  withTerritories,
} from './desk.js';
import { dayAt } from './moments.js';
import type { SampleRow } from './sample.js';
import { leadsOf } from './sample-leads.js';
import { pipelinesOf, productsOf, teamsOf, usersOf } from './staff.js';

/** One row of a sales book, and the collection it belongs to. */
export type SalesRow =
  | Exclude<SampleRow, { readonly collection: 'deals' }>
  | { readonly collection: 'deals'; readonly entity: DetailedDeal }
  | { readonly collection: 'agents'; readonly entity: Agent }
  | { readonly collection: 'teamStays'; readonly entity: StoredTeamStay }
  | { readonly collection: 'teamPlaces'; readonly entity: StoredTeamPlace }
  | { readonly collection: 'quotas'; readonly entity: StoredQuota }
  | { readonly collection: 'goals'; readonly entity: Goal }
  | { readonly collection: 'pools'; readonly entity: Pool }
  | { readonly collection: 'leads'; readonly entity: Lead }
  | { readonly collection: 'priceBooks'; readonly entity: PriceBook }
  | { readonly collection: 'listPrices'; readonly entity: ListPrice }
  | { readonly collection: 'segments'; readonly entity: Segment }
  | { readonly collection: 'scoringSchemes'; readonly entity: StoredScheme };

const DAY = 86_400_000;

/**
 * The book of `sample` with all that a sales desk works with: the same rows, with roles of contacts, competitors, needs,
 * budgets, splits and line items in deals, territories and roles in people, and tasks that are overdue, due today and to
 * come; and on top of `size` the teams' hierarchy, quotas and goals of the quarter, leads with a pool, prices, segments and a
 * scoring scheme. What a row names comes before it.
 *
 * ```ts
 * import { type Day } from '@kith/core';
 * import { sampleSales } from '@kith/core/sample';
 *
 * const rows = [...sampleSales({ seed: 'demo', size: 500, until: '2026-11-22' as Day })];
 * expect(rows.filter(({ collection }) => collection === 'leads').length).toBeGreaterThan(10);
 * ```
 */
export function* sampleSales(options: SampleOptions): Generator<SalesRow, void, void> {
  const book = bookOf(options, pipelinesOf);
  const above = salesTeam(book);
  yield { collection: 'teams', entity: above };
  for (const team of teamsOf(book)) yield { collection: 'teams', entity: { ...team, parentId: above.id } };
  let person = 0;
  for (const user of usersOf(book)) yield { collection: 'users', entity: withTerritories(user, person++) };
  for (const entity of staysOf(book)) yield { collection: 'teamStays', entity };
  for (const entity of placesOf(book)) yield { collection: 'teamPlaces', entity };
  for (const entity of agentsOf(book)) yield { collection: 'agents', entity };
  for (const entity of quotasOf(book)) yield { collection: 'quotas', entity };
  for (const entity of goalsOf(book)) yield { collection: 'goals', entity };
  for (const entity of productsOf(book)) yield { collection: 'products', entity };
  yield { collection: 'priceBooks', entity: priceBookOf(book) };
  for (const entity of listPricesOf(book)) yield { collection: 'listPrices', entity };
  for (const entity of book.pipelines) yield { collection: 'pipelines', entity };
  for (const entity of segmentsOf(book)) yield { collection: 'segments', entity };
  yield { collection: 'scoringSchemes', entity: schemeOf(book) };
  for (const entity of companiesOf(book)) yield { collection: 'companies', entity };
  for (const entity of contactsOf(book)) yield { collection: 'contacts', entity };
  const pool = poolOf(book);
  yield { collection: 'pools', entity: pool };
  for (const entity of leadsOf(book, pool.id)) yield { collection: 'leads', entity };
  let deal = 0;
  for (const entity of dealsOf(book)) yield { collection: 'deals', entity: withSampleDetails(book, entity, deal++) };
  let task = 0;
  for (const entity of activitiesOf(book)) {
    const isTask = entity.kind === 'task' && entity.status === 'planned';
    yield { collection: 'activities', entity: isTask ? dueSometime(book, entity, task++) : entity };
  }
}

/** Of ten tasks two are late, two are due today, and the others later. */
function dueSometime(book: Book, task: Activity, number: number): Activity {
  const days = [-4, 0, undefined, undefined, 0, undefined, -1, undefined, undefined, undefined][number % 10];
  return days === undefined ? task : { ...task, dueDay: dayAt(book.season.end + days * DAY, 0) };
}
