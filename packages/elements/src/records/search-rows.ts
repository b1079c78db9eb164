import { companies, contacts, deals, type Store, users } from '@kith/store';
import { readOnce } from '../lists/read-once.js';
import type { SearchChoices } from '../parts/combobox-source.js';

const SEARCHED = { contact: contacts.collection, company: companies.collection, deal: deals.collection } as const;

/** A kind whose rows are found by their names. */
export type SearchedKind = keyof typeof SEARCHED;

export const isSearched = (kind: string | undefined): kind is SearchedKind =>
  kind !== undefined && Object.hasOwn(SEARCHED, kind);

/** How many rows are offered. */
const MOST = 20;

/** Finds rows of a kind by what a person types of their names; `without` leaves one out, such as the row itself. */
export const searchRows =
  (store: Store, kind: SearchedKind, without?: string): SearchChoices =>
  async (text) => {
    const collection = SEARCHED[kind] as typeof contacts.collection;
    const found = text.trim()
      ? await readOnce(store, { ask: 'search', collection, text, limit: MOST })
      : await readOnce(store, { ask: 'rows', collection, order: [['name', 'asc']], limit: MOST });
    return found.flatMap(({ id, name }) => ((id as string) === without ? [] : [{ value: id as string, label: name }]));
  };

/** Finds people of the house by what is typed of their names. */
export const searchUsers =
  (store: Store): SearchChoices =>
  async (text) => {
    const wanted = text.trim().toLocaleLowerCase();
    const all = await readOnce(store, users.all());
    const found = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    return found.slice(0, MOST).map(({ id, name }) => ({ value: id, label: name }));
  };
