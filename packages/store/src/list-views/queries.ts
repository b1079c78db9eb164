import type { RowsQuery } from '../query.js';
import { listViews, type StoredView } from './collection.js';

/** The saved views of a list, by name. */
export const ofList = (list: string): RowsQuery<StoredView> => ({
  ask: 'rows',
  collection: listViews,
  where: { field: 'list', is: 'eq', value: list },
  order: [['name', 'asc']],
});
