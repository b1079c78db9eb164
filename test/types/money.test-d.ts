// Only the type checker reads this file: it holds what the types promise.
import { addMoney, allocate, type Money, money, multiplyMoney, parseMoney } from '@kith/core';
import { expectTypeOf, it } from 'vitest';

it('two currencies never add up', () => {
  const euros = money(100, 'EUR');
  const dollars = money(100, 'USD');
  expectTypeOf(addMoney(euros, euros)).toEqualTypeOf<Money<'EUR'>>();
  // @ts-expect-error two currencies are added by nobody: sum each by itself, or convert with a dated rate
  addMoney(euros, dollars);
  // @ts-expect-error nor does it help to name one of them
  addMoney<'EUR'>(euros, dollars);
});

it('an amount keeps its currency', () => {
  expectTypeOf(multiplyMoney(money(100, 'JPY'), 0.5)).toEqualTypeOf<Money<'JPY'>>();
  expectTypeOf(allocate(money(100, 'JPY'), [1, 2])).toEqualTypeOf<readonly Money<'JPY'>[]>();
  const read = parseMoney('1.00', 'EUR');
  if (read.ok) expectTypeOf(read.value).toEqualTypeOf<Money<'EUR'>>();
  expectTypeOf<Money<'EUR'>>().toExtend<Money>();
  expectTypeOf<Money>().not.toExtend<Money<'EUR'>>();
});
