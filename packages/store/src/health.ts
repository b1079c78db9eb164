import { BehaviorSubject } from 'rxjs';
import { faultOf } from './settle.js';
import type { StorageHealth } from './storage-access.js';

/** Remembers how the storage is, by what its verbs come to. */
export interface HealthRecord {
  readonly health$: BehaviorSubject<StorageHealth>;
  worked(): void;
  /** Takes what a verb threw, whatever it was. */
  failed(cause: unknown): void;
  superseded(): void;
}

/** A storage that nothing is known against. */
export function newHealth(): HealthRecord {
  const health$ = new BehaviorSubject<StorageHealth>('fine');
  const become = (health: StorageHealth): void => {
    if (health$.value !== health && health$.value !== 'superseded') health$.next(health);
  };
  return {
    health$,
    worked: () => become('fine'),
    failed(cause) {
      switch (faultOf(cause)?.kind) {
        case 'quota':
          return become('full');
        case 'superseded':
          return become('superseded');
        case 'closed':
        case 'corrupt':
        case 'unavailable':
          return become('lost');
        default:
      }
    },
    superseded: () => become('superseded'),
  };
}
