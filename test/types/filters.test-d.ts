// Only the type checker reads this file: it holds what the types promise.
import type { Filter as PortFilter, Json as PortJson } from '@kith/adapters';
import type { Filter, Json, RowFilter } from '@kith/core';
import { expectTypeOf, it } from 'vitest';

it('what a filter is lowered to is the port’s filter, though neither package knows the other', () => {
  expectTypeOf<RowFilter>().toExtend<PortFilter>();
  expectTypeOf<PortFilter>().toExtend<RowFilter>();
  expectTypeOf<Json>().toEqualTypeOf<PortJson>();
});

it('a condition takes the values its operator can use', () => {
  const filters: readonly Filter[] = [
    { field: 'name', is: 'contains', value: 'acme' },
    { field: 'expectedCloseDay', is: 'lt', value: { day: 0 } },
    { field: 'createdAt', is: 'gte', value: { startOfDay: -7 } },
    { field: 'status', is: 'in', value: ['open', 'won'] },
    // @ts-expect-error text is searched for text
    { field: 'name', is: 'contains', value: 5 },
    // @ts-expect-error nothing is more or less than null
    { field: 'amount.minor', is: 'gt', value: null },
    // @ts-expect-error a list of values is for `in`
    { field: 'status', is: 'eq', value: ['open'] },
    // @ts-expect-error whether something exists is true or false
    { field: 'amount', is: 'exists', value: 'yes' },
    // @ts-expect-error there is no regular expression: a stranger's could run for ever
    { field: 'name', is: 'matches', value: '^a' },
  ];
  return filters;
});
