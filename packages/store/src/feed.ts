import type { Change as FeedChange, Seq, StorageAdapter } from '@kith/adapters';
import type { Change, ChangeSet } from './change-set.js';
import { faultOf } from './settle.js';
import type { Committed, Seen } from './store.js';
import { takeTurns } from './turn.js';

/** The feed of an adapter, followed from now on. */
export interface FollowedFeed {
  /** Says what is about to be written here: the feed tells it too, and then knows how the rows were before. */
  expect(changes: ChangeSet): void;
  /**
   * Tells what there is to tell, commit by commit and in its order. With a place, asks nothing when it has told up to
   * there in the meantime: a hint is often quicker than whoever wrote.
   */
  pull(upTo?: Seq): Promise<void>;
  stop(): void;
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
  let expected = new Map<string, Change>();

  const commitOf = (changes: readonly FeedChange[]): Committed => {
    const here = changes[0]?.origin === origin;
    const told = changes.map(({ c, id, row, deleted }): Seen => {
      const own = here ? expected.get(`${c}/${id}`) : undefined;
      return { collection: c, id, from: own?.from, to: row && !deleted ? row.data : null };
    });
    return { changes: told, origin: here ? 'here' : 'elsewhere' };
  };
  const inTurn = takeTurns();
  const pull = (upTo?: Seq): Promise<void> =>
    inTurn(async () => {
      if (upTo !== undefined && seen === upTo) return;
      for (let more = true; more; ) {
        const page = await adapter.changes(seen, FEED_PAGE).catch(feedTrimmed);
        if (!page) {
          seen = await head();
          lose();
          return;
        }
        seen = page.next;
        more = page.more;
        for (const changes of byCommit(page.changes)) tell(commitOf(changes));
      }
    });
  return {
    expect(changes) {
      expected = new Map(changes.map((change) => [`${change.collection}/${change.id}`, change]));
    },
    pull,
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
