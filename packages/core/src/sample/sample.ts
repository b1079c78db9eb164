import type { Activity } from '../activities/schema.js';
import type { Company } from '../companies/schema.js';
import type { Contact } from '../contacts/schema.js';
import type { Deal } from '../deals/schema.js';
import type { Pipeline } from '../pipelines/schema.js';
import type { Product } from '../products/schema.js';
import type { Team, User } from '../users/schema.js';
import { activitiesOf } from './activities.js';
import { bookOf, type SampleOptions } from './book.js';
import { companiesOf } from './companies.js';
import { contactsOf } from './contacts.js';
import { dealsOf } from './deals.js';
import { pipelinesOf, productsOf, teamsOf, usersOf } from './staff.js';

/** One row of a book, and the collection it belongs to. */
export type SampleRow =
  | { readonly collection: 'teams'; readonly entity: Team }
  | { readonly collection: 'users'; readonly entity: User }
  | { readonly collection: 'products'; readonly entity: Product }
  | { readonly collection: 'pipelines'; readonly entity: Pipeline }
  | { readonly collection: 'companies'; readonly entity: Company }
  | { readonly collection: 'contacts'; readonly entity: Contact }
  | { readonly collection: 'deals'; readonly entity: Deal }
  | { readonly collection: 'activities'; readonly entity: Activity };

/**
 * A book of business of any size: a seller's teams and products, its customers in many languages, and a year of deals
 * with what people did for them. It comes row by row, what a row names before the row itself, and takes no more memory
 * for a million of them than for fifty. Everybody and everything in it is invented; addresses are on `.example`.
 *
 * ```ts
 * import { type Day } from '@kith/core';
 * import { sample } from '@kith/core/sample';
 *
 * const rows = [...sample({ seed: 'demo', size: 50, until: '2026-11-22' as Day })];
 * expect(rows).toHaveLength(50);
 * expect(rows[0]?.collection).toBe('teams');
 * ```
 */
export function* sample(options: SampleOptions): Generator<SampleRow, void, void> {
  const book = bookOf(options, pipelinesOf);
  for (const entity of teamsOf(book)) yield { collection: 'teams', entity };
  for (const entity of usersOf(book)) yield { collection: 'users', entity };
  for (const entity of productsOf(book)) yield { collection: 'products', entity };
  for (const entity of book.pipelines) yield { collection: 'pipelines', entity };
  for (const entity of companiesOf(book)) yield { collection: 'companies', entity };
  for (const entity of contactsOf(book)) yield { collection: 'contacts', entity };
  for (const entity of dealsOf(book)) yield { collection: 'deals', entity };
  for (const entity of activitiesOf(book)) yield { collection: 'activities', entity };
}
