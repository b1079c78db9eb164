import { filter, from, map, type Observable, startWith, switchMap } from 'rxjs';
import type { Store } from '../store.js';
import { isSource } from './collection.js';
import { checkRow, type RowOf } from './commands.js';
import { type Matches, NO_MATCHES } from './find-duplicates.js';

/**
 * The duplicates of a row that is there, now and after each commit that touches a lead, a contact or a company: what stands
 * beside a lead in somebody's inbox. Each person is told those that they may see; a row that is gone has none.
 */
export const watchDuplicates = (store: Pick<Store, 'can' | 'changes$'>, row: RowOf): Observable<Matches> =>
  store.changes$.pipe(
    filter(
      ({ changes, isIncomplete }) => isIncomplete === true || changes.some(({ collection }) => isSource(collection)),
    ),
    startWith(undefined),
    switchMap(() => from(store.can(checkRow(row)))),
    map((checked) => (checked.ok ? checked.value : NO_MATCHES)),
  );
