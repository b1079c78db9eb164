import type { Filter } from '../filters/filter.js';

/** How the rows of one collection belong to those of another. */
export interface Relation {
  /** What a condition calls it: `order`. */
  readonly name: string;
  /** The collection whose segments may ask for it: `contacts`. */
  readonly of: string;
  /** Where the related rows are: `orders`. */
  readonly collection: string;
  /** The path at which a related row names its owner, or several: `contactId`; with `up`, at which the owner names it. */
  readonly by: string;
  /** The owner names the related rows, and not they it: the company of a contact, the contacts of a deal. */
  readonly up?: true;
  /**
   * The path of the moment or day it happened at; of several, the first at which a row has something. Without one the rows
   * are not dated, and all count at any time.
   */
  readonly at?: string | readonly string[];
  /** Which rows count at all, whatever a condition asks besides. */
  readonly where?: Filter;
}

/** An activity took place when it was done, as `lastDoneAt` says; one that is only planned, or was cancelled, did not. */
const TOOK_PLACE = {
  at: ['completedAt', 'at'],
  where: { not: { field: 'status', is: 'in', value: ['planned', 'cancelled'] } },
} as const;

/**
 * What Kith's own entities have around them. `deal` counts from its creation, `activity` from when it was done (what is
 * planned or cancelled does not count), `task` is not dated: it counts activities of any status, so say in `where` what is
 * meant. What a row names itself, such as its company, is there at any time.
 */
export const RELATIONS: readonly Relation[] = [
  { name: 'deal', of: 'contacts', collection: 'deals', by: 'contactIds', at: 'createdAt' },
  { name: 'activity', of: 'contacts', collection: 'activities', by: 'contactId', ...TOOK_PLACE },
  { name: 'task', of: 'contacts', collection: 'activities', by: 'contactId' },
  { name: 'deal', of: 'companies', collection: 'deals', by: 'companyId', at: 'createdAt' },
  { name: 'activity', of: 'companies', collection: 'activities', by: 'companyId', ...TOOK_PLACE },
  { name: 'task', of: 'companies', collection: 'activities', by: 'companyId' },
  { name: 'contact', of: 'companies', collection: 'contacts', by: 'companyId', at: 'createdAt' },
  { name: 'activity', of: 'deals', collection: 'activities', by: 'dealId', ...TOOK_PLACE },
  { name: 'task', of: 'deals', collection: 'activities', by: 'dealId' },
  { name: 'company', of: 'contacts', collection: 'companies', by: 'companyId', up: true },
  { name: 'parent', of: 'companies', collection: 'companies', by: 'parentId', up: true },
  { name: 'company', of: 'deals', collection: 'companies', by: 'companyId', up: true },
  { name: 'contact', of: 'deals', collection: 'contacts', by: 'contactIds', up: true },
  { name: 'company', of: 'activities', collection: 'companies', by: 'companyId', up: true },
  { name: 'contact', of: 'activities', collection: 'contacts', by: 'contactId', up: true },
  { name: 'deal', of: 'activities', collection: 'deals', by: 'dealId', up: true },
];

/** The relation that a condition names, if there is one. */
export const relationOf = (relations: readonly Relation[], of: string, name: string): Relation | undefined =>
  relations.find((relation) => relation.of === of && relation.name === name);
