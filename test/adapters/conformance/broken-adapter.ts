import { memoryAdapter, type Row, type StorageAdapter, StorageFault } from '@kith/adapters';
import type { Means } from '@kith/adapters/conformance';

/** An adapter that works but for one thing, and the thing. */
export interface BrokenAdapter {
  /** The promise it breaks. */
  readonly promise: string;
  readonly fault: string;
  readonly factory: (place: string) => StorageAdapter;
  readonly means?: Means;
}

/** Replaces some verbs of a sound adapter. */
export type Spoil = (sound: StorageAdapter) => Partial<StorageAdapter>;

/** The memory adapter with some verbs replaced. */
export function broken(promise: string, fault: string, spoil: Spoil): BrokenAdapter {
  return {
    promise,
    fault,
    factory() {
      const sound = memoryAdapter();
      return { ...sound, ...spoil(sound), name: `broken: ${fault}` };
    },
  };
}

/** The same row with other content, whatever that is. */
export const withData = (row: Row, data: unknown): Row => ({ ...row, data: data as Row['data'] });

/** What a StorageFault says; undefined for any other error. */
export const faultIn = (error: unknown): StorageFault['fault'] | undefined =>
  error instanceof StorageFault ? error.fault : undefined;
