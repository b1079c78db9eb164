import type { Activity, Id } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { activities } from './collection.js';

/** Whom or what activities are about: exactly one of the four. */
export type Subject =
  | { readonly contactId: Id<'contact'> }
  | { readonly companyId: Id<'company'> }
  | { readonly dealId: Id<'deal'> }
  | { readonly leadId: Id<'lead'> };

/** One activity. */
export const byId = (id: Id<'activity'>): OneQuery<Activity> => ({ ask: 'one', collection: activities, id });

/** What was done and is to be done about somebody or something, newest first. */
export function about(subject: Subject, limit?: number): RowsQuery<Activity> {
  const [field, value] = Object.entries(subject)[0] ?? ['id', ''];
  return {
    ask: 'rows',
    collection: activities,
    where: { field, is: 'eq', value },
    order: [['at', 'desc']],
    ...(limit !== undefined && { limit }),
  };
}
