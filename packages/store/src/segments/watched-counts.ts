import { Observable, Subject } from 'rxjs';

/** Who watches how many members segments have: of a hundred of them a commit moves a few, and only those are looked at. */
export interface WatchedCounts {
  /** How many there are now, and whenever that has changed. */
  count$(segmentId: string): Observable<number>;
  /** Looks at some segments; at all that are watched without them. */
  tell(segmentIds?: Iterable<string>): void;
  /** No more will be told, for a cause or for none. */
  end(cause?: unknown): void;
}

/** Nobody watches yet. `count` is undefined as long as it is not known. */
export function newWatchedCounts(count: (segmentId: string) => number | undefined): WatchedCounts {
  const listeners = new Map<string, Set<() => void>>();
  const ended$ = new Subject<never>();
  return {
    count$: (segmentId) =>
      new Observable((subscriber) => {
        let last: number | undefined;
        const look = (): void => {
          const now = count(segmentId);
          if (now === undefined || now === last) return;
          last = now;
          subscriber.next(now);
        };
        look();
        subscriber.add(ended$.subscribe(subscriber));
        const own = listeners.get(segmentId) ?? new Set();
        listeners.set(segmentId, own.add(look));
        return () => {
          own.delete(look);
          if (own.size === 0) listeners.delete(segmentId);
        };
      }),
    tell(segmentIds = listeners.keys()) {
      for (const id of new Set(segmentIds)) for (const look of listeners.get(id) ?? []) look();
    },
    end(cause) {
      if (cause === undefined) ended$.complete();
      else ended$.error(cause);
    },
  };
}
