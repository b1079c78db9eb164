import type { Batch, StorageAdapter } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { ConformanceError, holds, same } from './assert.js';
import type { FaultyStand, Stand } from './chapter.js';
import type { Mishap } from './means.js';
import { purge, put, remove, stateOf } from './rows.js';

/** New rows, a change with a deletion and a guard, an erasure, a row that comes back. Each batch has a key. */
export const scenario: readonly Batch[] = [
  {
    ops: (['a', 'b', 'c'] as const).map((id) => ({ op: 'put', c: 'items', id, expect: 'absent', data: { v: 1 } })),
    key: 'first',
  },
  {
    ops: [
      { op: 'put', c: 'items', id: 'a', expect: { rev: 1 }, data: { v: 2 } },
      remove('b'),
      { op: 'check', c: 'items', id: 'c', expect: 'present' },
    ],
    key: 'second',
  },
  { ops: [purge('c'), put('d', { v: 3 })], key: 'third' },
  {
    ops: [{ op: 'put', c: 'items', id: 'b', expect: 'absent', data: { v: 4 } }, put('e', { v: 4 })],
    key: 'fourth',
    durability: 'strict',
  },
];

/** The states that the scenario passes through when nothing goes wrong: before it, and after each batch. */
export async function soundStates(stand: Stand): Promise<readonly string[]> {
  const adapter = await stand.anew().open();
  const states = [await stateOf(adapter)];
  for (const batch of scenario) {
    await adapter.write(batch);
    states.push(await stateOf(adapter));
  }
  await adapter.close();
  return states;
}

/** Runs a body with a mishap at the first call to the storage, at the second, and so on, until there are no more calls. */
export async function atEveryCall(
  stand: Stand,
  mishap: Mishap,
  forGood: boolean,
  run: (at: Stand, storage: FaultyStand, what: string, call: number) => Promise<void>,
): Promise<void> {
  for (let call = 0, calls = 1; call < calls; call++) {
    const at = stand.anew();
    const storage = at.faulty();
    await storage.open();
    storage.plan(call, mishap, forGood);
    await run(at, storage, forGood ? `call ${call} and all that follow` : `call ${call}`, call);
    calls = Math.max(calls, storage.calls());
    storage.mend();
    await storage.adapter.close().catch(() => undefined);
    holds(call < 300, 'the calls come to an end');
  }
}

/** What a batch is refused with; undefined when it was accepted. */
export async function refusalOf(adapter: StorageAdapter, batch: Batch): Promise<StorageFault['fault'] | undefined> {
  try {
    await adapter.write(batch);
    return undefined;
  } catch (error) {
    if (!(error instanceof StorageFault) && (error as Error | undefined)?.name !== 'StorageFault')
      throw new ConformanceError(`expected a StorageFault, got ${String(error)}`);
    return (error as StorageFault).fault;
  }
}

/** A storage that fails may say these, and `quota` only when it is full. */
export function checkKind({ kind }: StorageFault['fault'], mishap: Mishap, what: string): void {
  if (mishap === 'quota') same(kind, 'quota', `${what}: the fault`);
  else same(kind, 'unavailable', `${what}: the fault`);
}

/** Whether a refused batch may have been applied all the same. */
export const mayBeApplied = (fault: StorageFault['fault']): boolean =>
  fault.kind === 'unavailable' && fault.applied === 'unknown';

/**
 * Runs the scenario with one mishap. A refused batch is there wholly or not at all; repeating it with its key settles
 * it, and in the end everything is there once, also after it was reopened.
 */
export async function survive(
  at: Stand,
  { adapter, mend }: FaultyStand,
  mishap: Mishap,
  states: readonly string[],
  what: string,
): Promise<void> {
  for (const [index, batch] of scenario.entries()) {
    const fault = await refusalOf(adapter, batch);
    if (fault === undefined) continue;
    checkKind(fault, mishap, `${what}, batch ${index}`);
    mend();
    const possible = mayBeApplied(fault) ? [index, index + 1] : [index];
    const state = await stateOf(adapter);
    holds(
      possible.some((each) => states[each] === state),
      `${what}: the refused batch ${index} is there wholly or not at all, after ${JSON.stringify(fault)}`,
    );
    await adapter.write(batch);
    same(await stateOf(adapter), states[index + 1], `${what}: batch ${index}, repeated with its key`);
  }
  const last = states.at(-1);
  same(await stateOf(adapter), last, `${what}: what the handle sees`);
  await adapter.close();
  if (at.capabilities.durable === 'none') return;
  mend();
  const reopened = await at.open();
  same(await stateOf(reopened), last, `${what}: what is stored`);
  await reopened.close();
}

/** Runs the scenario until the storage is gone for good, and looks at what is left of it with another handle. */
export async function stopAt(
  at: Stand,
  { adapter, mend }: FaultyStand,
  mishap: Mishap,
  states: readonly string[],
  what: string,
): Promise<void> {
  let acknowledged = 0;
  let fault: StorageFault['fault'] | undefined;
  for (const batch of scenario) {
    fault = await refusalOf(adapter, batch);
    if (fault !== undefined) break;
    acknowledged++;
  }
  if (fault !== undefined) checkKind(fault, mishap, what);
  await adapter.close().catch(() => undefined);
  mend();
  const reopened = await at.open();
  const possible = fault !== undefined && mayBeApplied(fault) ? [acknowledged, acknowledged + 1] : [acknowledged];
  const state = await stateOf(reopened);
  holds(
    possible.some((each) => states[each] === state),
    `${what}: ${acknowledged} batches were acknowledged, then came ${JSON.stringify(fault)}; found ${state}`,
  );
  for (const batch of scenario.slice(acknowledged)) await reopened.write(batch);
  same(await stateOf(reopened), states.at(-1), `${what}: after the rest was repeated with its keys`);
  await reopened.close();
}
