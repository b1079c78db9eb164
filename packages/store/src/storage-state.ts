import type { Instant } from '@kith/core';
import { Observable } from 'rxjs';
import { readDataLoss } from './data-loss-row.js';
import { faultOf } from './settle.js';
import type { StorageAccess, StorageHealth } from './storage-access.js';
import type { Store } from './store.js';

/** How safe the rows are, for a person to see. */
export interface StorageState {
  /** Where the rows are: gone with the page, on this device, or on a server. */
  readonly kept: 'memory' | 'device' | 'server';
  /** Whether the browser will not evict them to make room; undefined where nobody knows. */
  readonly persisted: boolean | undefined;
  /** Bytes in use by the whole origin, as the browser estimates them; undefined where nobody knows. */
  readonly usage: number | undefined;
  /** Bytes that the origin may use. */
  readonly quota: number | undefined;
  /**
   * `nearly-full` from 90 % of the quota on: offer a backup, and to remove what is not needed. `full` since a write failed
   * for want of space, until one succeeds. `lost` when the storage cannot be reached or read, such as after eviction:
   * nothing more is kept; offer to load the page again. `superseded` when another tab has newer code: load it again.
   */
  readonly level: 'fine' | 'nearly-full' | StorageHealth;
  /**
   * When the book was found empty because the browser could not read it any more and had thrown it away (Chromium says
   * so; other browsers do not), until a backup is put back or `acknowledgeDataLoss` is run.
   */
  readonly dataLostAt: Instant | undefined;
}

const NEARLY_FULL = 0.9;
const LOOK_MILLIS = 60_000;

/**
 * How safe the rows are: now, after writes, and every minute as long as somebody watches. What cannot be found out is
 * undefined. It never errors, and completes when the store is closed.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { openStore, storageState } from '@kith/store';
 * import { firstValueFrom } from 'rxjs';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * expect(await firstValueFrom(storageState(store))).toMatchObject({ kept: 'memory', level: 'fine' });
 * ```
 */
export const storageState = ({ storage, changes$ }: Pick<Store, 'storage' | 'changes$'>): Observable<StorageState> =>
  new Observable((subscriber) => {
    let last: StorageState | undefined;
    let health: StorageHealth = 'fine';
    let isLooking = false;
    let isStale = false;
    const look = async (): Promise<void> => {
      isStale = true;
      if (isLooking) return;
      isLooking = true;
      while (isStale && !subscriber.closed) {
        isStale = false;
        const state = await lookAt(storage, () => health);
        if (last && JSON.stringify(state) === JSON.stringify(last)) continue;
        last = state;
        subscriber.next(state);
      }
      isLooking = false;
    };
    subscriber.add(
      storage.health$.subscribe((next) => {
        health = next;
        void look();
      }),
    );
    subscriber.add(changes$.subscribe({ next: () => void look(), complete: () => subscriber.complete() }));
    const clock = setInterval(() => void look(), LOOK_MILLIS);
    return () => clearInterval(clock);
  });

/**
 * Asks the browser not to evict the data (`navigator.storage.persist()`), and answers whether it will not. Some browsers
 * ask the person, so call it when they have just done something that shows they mean to stay. Whoever watches
 * `storageState` is told.
 */
export async function persistStorage({ storage }: Pick<Store, 'storage'>): Promise<boolean> {
  if (keptOf(storage) !== 'device') return false;
  const persisted = (await storage.manager?.persist?.()) ?? false;
  storage.lookAgain();
  return persisted;
}

async function lookAt(storage: StorageAccess, health: () => StorageHealth): Promise<StorageState> {
  const kept = keptOf(storage);
  // The browser knows about this device only.
  const manager = kept === 'device' ? storage.manager : undefined;
  const [estimate, persisted, loss] = await Promise.all([
    manager?.estimate?.().catch(() => undefined),
    manager?.persisted?.().catch(() => undefined),
    lossOf(storage),
  ]);
  const { usage, quota } = estimate ?? {};
  const isNearlyFull = usage !== undefined && quota !== undefined && usage >= quota * NEARLY_FULL;
  const level = health() !== 'fine' ? health() : loss === 'gone' ? 'lost' : isNearlyFull ? 'nearly-full' : 'fine';
  return { kept, persisted, usage, quota, level, dataLostAt: loss === 'gone' ? undefined : loss };
}

/** When rows were lost; `gone` where the handle itself has ended, as it does when the data was deleted. */
const lossOf = ({ adapter }: StorageAccess): Promise<Instant | 'gone' | undefined> =>
  readDataLoss(adapter).catch((cause: unknown) => {
    const kind = faultOf(cause)?.kind;
    return kind === 'closed' || kind === 'corrupt' ? 'gone' : undefined;
  });

function keptOf({ adapter }: StorageAccess): StorageState['kept'] {
  const { durable, shared } = adapter.capabilities;
  if (shared === 'network') return 'server';
  return durable === 'none' ? 'memory' : 'device';
}
