import { Activity } from '@kith/core';
import type { Collection } from '../collection.js';

/** What was done and is to be done. */
export const activities: Collection<Activity> = {
  name: 'activities',
  kind: 'activity',
  schema: Activity,
  shape: {
    indexes: [
      ['companyId', 'at'],
      ['contactId', 'at'],
      ['dealId', 'at'],
      ['leadId', 'at'],
      ['ownerId', 'status', 'at'],
    ],
    search: [{ path: 'subject', weight: 3 }, { path: 'body' }, { path: 'outcome' }],
  },
};
