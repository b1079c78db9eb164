// Only the type checker reads this file: it holds what the types promise.
import type { Deal, Id, Result } from '@kith/core';
import {
  type Answer,
  type Changes,
  deals,
  type RowChanges,
  rowChanges,
  type Store,
  type TallyGroup,
} from '@kith/store';
import type { Observable } from 'rxjs';
import { expectTypeOf, it } from 'vitest';

declare const store: Store;
declare const id: Id<'deal'>;
declare const stageId: Id<'stage'>;
declare const companyId: Id<'company'>;
declare const pipelineId: Id<'pipeline'>;

it('a command says what it answers', () => {
  expectTypeOf(store.run(deals.move({ id, stageId }))).toEqualTypeOf<Promise<Result<Deal>>>();
  expectTypeOf(store.can(deals.win({ id }))).toEqualTypeOf<Promise<Result<Deal>>>();
  // @ts-expect-error an id of another kind leads nowhere
  deals.win({ id: stageId });
});

it('a query says what it answers', () => {
  expectTypeOf(store.watch(deals.byId(id))).toEqualTypeOf<Observable<Deal | undefined>>();
  expectTypeOf<Answer<ReturnType<typeof deals.inStage>>>().toEqualTypeOf<readonly Deal[]>();
  expectTypeOf<Answer<ReturnType<typeof deals.totals>>>().toEqualTypeOf<readonly TallyGroup[]>();
});

it('a search answers rows, and says how many it wants', () => {
  const search = { ask: 'search', collection: deals.collection, text: 'portal', limit: 10 } as const;
  expectTypeOf(store.watch(search)).toEqualTypeOf<Observable<readonly Deal[]>>();
  // @ts-expect-error nobody reads all that a search finds
  store.watch({ ask: 'search', collection: deals.collection, text: 'portal' });
});

it('differences are of the rows that are watched', () => {
  expectTypeOf(store.watch(deals.ofCompany(companyId)).pipe(rowChanges())).toEqualTypeOf<
    Observable<RowChanges<Deal>>
  >();
  // @ts-expect-error counts have no rows
  store.watch(deals.totals(pipelineId)).pipe(rowChanges());
});

it('what is answered is not changed in place', () => {
  const rename = (deal: Deal): void => {
    // @ts-expect-error a row is changed by a command
    deal.name = 'Another';
  };
  return rename;
});

it('an edit offers no field that the store stamps', () => {
  expectTypeOf<Changes<Deal>>().toHaveProperty('name');
  expectTypeOf<Changes<Deal>>().not.toHaveProperty('createdAt');
  // @ts-expect-error the stage is changed by deals.move
  deals.edit({ id, changes: { stageId } });
});
