import type { Change as FeedChange, Row, Seq, StorageAdapter } from '@kith/adapters';
import type { Change, ChangeSet } from './change-set.js';
import { faultOf } from './settle.js';
import type { Committed, Seen } from './store.js';
import { takeTurns } from './turn.js';

/** The feed of an adapter, followed from now on. */
export interface FollowedFeed {
  /**
   * Says what is about to be written here: the feed tells it too, and then knows how the rows were before. `readAs` is a
   * row as it was read for that.
   */
  expect(changes: ChangeSet, readAs: (collection: string, id: string) => Row | null): void;
  /**
   * Tells what there is to tell, commit by commit and in its order. With a place, asks nothing when it has told up to
   * there in the meantime: a hint is often quicker than whoever wrote.
   */
  pull(upTo?: Seq): Promise<void>;
  /** Up to where everything has been told. */
  told(): Seq;
  /** Up to where the storage has come. */
  head(): Promise<Seq>;
  stop(): void;
}

/** A change that is about to be told, and the row that it replaces. */
interface Expected {
  readonly change: Change;
  readonly row: Row | null;
}

const FEED_PAGE = 5_000;

/**
 * Follows the feed. `tell` hears of each commit, those of this store among them; `lose` hears that what happened is not
 * known, so that everything has to be read anew.
 */
export async function followFeed(
  adapter: StorageAdapter,
  { collection, origin }: { readonly collection: string; readonly origin: string },
  { tell, lose }: { tell(committed: Committed): void; lose(): void },
): Promise<FollowedFeed> {
  const head = async (): Promise<Seq> => (await adapter.query({ c: collection, limit: 1 })).at;
  let seen = await head();
  let told = seen;
  let expected = new Map<string, Expected>();
  const { sortedPlaces } = adapter.capabilities;

  /** A commit behind a place up to which everything has been told. */
  const commitOf = (changes: readonly FeedChange[], since: Seq): Committed => {
    const here = changes[0]?.origin === origin;
    const seen = changes.map(({ c, id, rev, seq, row, deleted }): Seen => {
      const own = here ? expected.get(`${c}/${id}`) : undefined;
      // The feed leaves out versions that others wrote and this one replaced: nobody was told of those.
      const isTold = own?.row ? own.row.rev + 1 === rev && own.row.seq <= since : rev === 1;
      const from = !sortedPlaces || isTold ? own?.change.from : undefined;
      return { collection: c, id, from, to: row && !deleted ? row.data : null, seq };
    });
    return { changes: seen, origin: here ? 'here' : 'elsewhere' };
  };
  const inTurn = takeTurns();
  const pull = (upTo?: Seq): Promise<void> =>
    inTurn(async () => {
      if (upTo !== undefined && seen === upTo) return;
      for (let more = true; more; ) {
        const page = await adapter.changes(seen, FEED_PAGE).catch(feedTrimmed);
        if (!page) {
          seen = told = await head();
          lose();
          return;
        }
        seen = page.next;
        more = page.more;
        for (const changes of byCommit(page.changes)) tell(commitOf(changes, told));
        told = seen;
      }
    });
  return {
    expect(changes, readAs) {
      expected = new Map(
        changes.map((change) => {
          const { collection, id } = change;
          return [`${collection}/${id}`, { change, row: readAs(collection, id) }];
        }),
      );
    },
    pull,
    told: () => told,
    head,
    // A hint that cannot be followed is no loss: the next one, or the next write, reads on from the same place.
    stop: adapter.watch(() => void pull().catch(() => undefined)),
  };
}

/** The feed does not reach back that far any more: undefined, so that the caller starts over. */
function feedTrimmed(cause: unknown): undefined {
  if (faultOf(cause)?.kind === 'feed-trimmed') return undefined;
  throw cause;
}

/** Changes that stand one behind the other with one place in the feed are one commit. */
function byCommit(changes: readonly FeedChange[]): readonly (readonly FeedChange[])[] {
  const commits: FeedChange[][] = [];
  for (const change of changes) {
    const last = commits.at(-1);
    if (last?.[0]?.seq === change.seq) last.push(change);
    else commits.push([change]);
  }
  return commits;
}
