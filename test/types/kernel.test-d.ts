// Only the type checker reads this file: it holds what the types promise.
import {
  addMoney,
  type Day,
  type Id,
  type Instant,
  isId,
  type Money,
  ok,
  type Problem,
  type Result,
  refuse,
} from '@kith/core';
import { expectTypeOf, it } from 'vitest';

declare const dealId: Id<'deal'>;
declare const contactId: Id<'contact'>;

it('ids carry their kind', () => {
  expectTypeOf(dealId).toExtend<string>();
  expectTypeOf(dealId).toExtend<Id>();
  expectTypeOf(contactId).not.toExtend<Id<'deal'>>();
  // @ts-expect-error a plain string is no id: parse it (isId) or have it made (env.newId)
  const made: Id<'deal'> = 'deal_1';
  if (isId('deal', made as string)) expectTypeOf(made).toEqualTypeOf<Id<'deal'>>();
});

it('a day is no moment', () => {
  expectTypeOf<Day>().not.toExtend<Instant>();
  expectTypeOf<Instant>().not.toExtend<Day>();
});

it('money is not a number', () => {
  expectTypeOf<Money>().toEqualTypeOf<{ readonly minor: number; readonly currency: string }>();
  // @ts-expect-error an amount without its currency is not money
  addMoney({ minor: 1 }, { minor: 1 });
});

it('a result is a value or a problem, and the type asks which', () => {
  const answer = ok(1) as Result<number>;
  // @ts-expect-error the refusal has to be looked at before the value
  const unasked = answer.value;
  if (answer.ok) expectTypeOf(answer.value).toEqualTypeOf<number>();
  else expectTypeOf(answer.problem).toEqualTypeOf<Problem>();
  expectTypeOf(refuse({ code: 'a/b', message: 'No.' })).toExtend<Result<number>>();
  return unasked;
});
