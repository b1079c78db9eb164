// Only the type checker reads this file: it holds what the types promise.
import type { Deal, Id, Result } from '@kith/core';
import { type Answer, type Changes, deals, type Store, type TallyGroup } from '@kith/store';
import type { Observable } from 'rxjs';
import { expectTypeOf, it } from 'vitest';

declare const store: Store;
declare const id: Id<'deal'>;
declare const stageId: Id<'stage'>;

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
