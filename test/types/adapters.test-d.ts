// Only the type checker reads this file: it holds what the types promise.
import { type Batch, type Json, memoryAdapter, type Row, type StorageAdapter } from '@kith/adapters';
import { expectTypeOf, it } from 'vitest';

it('an adapter is the whole port', () => {
  expectTypeOf(memoryAdapter()).toEqualTypeOf<StorageAdapter>();
  const { dump, ...rest } = memoryAdapter();
  // @ts-expect-error the port is required in full; what an adapter cannot do it says in its capabilities
  const partial: StorageAdapter = rest;
  return [dump, partial];
});

it('rows are plain JSON', () => {
  expectTypeOf<Row['data']>().toExtend<Json>();
  expectTypeOf<Date>().not.toExtend<Json>();
  expectTypeOf<undefined>().not.toExtend<Json>();
});

it('a step of a batch says what it expects of the row', () => {
  // @ts-expect-error a write that expects nothing would overwrite what somebody else has written
  const batch: Batch = { ops: [{ op: 'put', c: 'deals', id: 'deal_1', data: {} }] };
  return batch;
});
