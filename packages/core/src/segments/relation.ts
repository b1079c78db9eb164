/** How the rows of one collection belong to those of another. */
export interface Relation {
  /** What a condition calls it: `order`. */
  readonly name: string;
  /** The collection whose segments may ask for it: `contacts`. */
  readonly of: string;
  /** Where the related rows are: `orders`. */
  readonly collection: string;
  /** The path at which a related row names its owner, or several: `contactId`. */
  readonly by: string;
  /** The path of the moment or day it happened at; without one the rows are not dated, and all count at any time. */
  readonly at?: string;
}

/**
 * What Kith's own entities have around them. `deal` counts from its creation, `activity` from when it took place (planned
 * ones do not count), `task` is not dated: it counts what is planned as well, so say in `where` what is meant.
 */
export const RELATIONS: readonly Relation[] = [
  { name: 'deal', of: 'contacts', collection: 'deals', by: 'contactIds', at: 'createdAt' },
  { name: 'activity', of: 'contacts', collection: 'activities', by: 'contactId', at: 'at' },
  { name: 'task', of: 'contacts', collection: 'activities', by: 'contactId' },
  { name: 'deal', of: 'companies', collection: 'deals', by: 'companyId', at: 'createdAt' },
  { name: 'activity', of: 'companies', collection: 'activities', by: 'companyId', at: 'at' },
  { name: 'task', of: 'companies', collection: 'activities', by: 'companyId' },
  { name: 'contact', of: 'companies', collection: 'contacts', by: 'companyId', at: 'createdAt' },
  { name: 'activity', of: 'deals', collection: 'activities', by: 'dealId', at: 'at' },
  { name: 'task', of: 'deals', collection: 'activities', by: 'dealId' },
];

/** The relation that a condition names, if there is one. */
export const relationOf = (relations: readonly Relation[], of: string, name: string): Relation | undefined =>
  relations.find((relation) => relation.of === of && relation.name === name);
