import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import type { StorageHealth, Store } from '@kith/store';
import { BehaviorSubject } from 'rxjs';

/** How a storage is that a story or a test tells of. What is left out is as it would be when all is well. */
export interface Circumstances {
  readonly kept?: 'memory' | 'device' | 'server';
  readonly health?: StorageHealth;
  /** Whether the browser has promised to keep it; undefined where it does not say. */
  readonly persisted?: boolean | undefined;
  /** Whether it promises when it is asked. */
  readonly agrees?: boolean;
  /** In bytes; undefined where the browser does not say. */
  readonly usage?: number | undefined;
  readonly quota?: number | undefined;
}

const WELL: Required<Circumstances> = {
  kept: 'device',
  health: 'fine',
  persisted: true,
  agrees: true,
  usage: 48_200_000,
  quota: 10_740_000_000,
};

/** A store whose storage is in these circumstances, with a way to bring it into others while somebody looks. */
export function withCircumstances(
  store: Store,
  told: Circumstances = {},
): Store & { readonly become: (next: Circumstances) => void } {
  let now = { ...WELL, ...told };
  const health$ = new BehaviorSubject(now.health);
  const { adapter } = store.storage;
  return {
    ...store,
    storage: {
      ...store.storage,
      adapter: {
        ...adapter,
        capabilities: {
          ...adapter.capabilities,
          durable: now.kept === 'memory' ? 'none' : 'power',
          shared: now.kept === 'server' ? 'network' : 'process',
        },
      },
      health$,
      lookAgain: () => health$.next(health$.value),
      manager: {
        estimate: async () => (now.usage === undefined ? {} : { usage: now.usage, quota: now.quota ?? 0 }),
        ...(now.persisted !== undefined && { persisted: async () => now.persisted === true }),
        persist: async () => {
          now = { ...now, persisted: now.agrees };
          return now.agrees;
        },
      },
    },
    become(next) {
      now = { ...now, ...next };
      health$.next(now.health);
    },
  };
}

/** A storage that the browser could not read any more when it was opened, and has begun anew. */
export function foundLost(): StorageAdapter {
  const adapter = memoryAdapter();
  return {
    ...adapter,
    open: (options) => {
      options.onDataLost?.();
      return adapter.open(options);
    },
  };
}
