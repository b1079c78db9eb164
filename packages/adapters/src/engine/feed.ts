import type { Row, Seq } from '../adapter.js';
import { formatSeq, parseSeq } from './seq.js';

/** One version of one row: a step of the feed, of the journal and of a batch. */
export interface Version {
  readonly c: string;
  readonly row: Row;
  /** The row was erased: it is in the feed, but not among the rows. */
  readonly purged: boolean;
  readonly origin: string | undefined;
}

/**
 * The newest version of every row in the order of commits, in blocks. A version that a later one replaced is skipped
 * when read and dropped when half of its block is gone.
 */
export interface Feed {
  readonly blocks: Block[];
}

interface Block {
  entries: Version[];
  /** How many entries are replaced by later ones. */
  stale: number;
}

const BLOCK_LIMIT = 1024;

/** An empty feed. */
export const createFeed = (): Feed => ({ blocks: [] });

/** Adds the newest step. */
export function appendToFeed(feed: Feed, entry: Version): void {
  let block = feed.blocks.at(-1);
  if (block === undefined || block.entries.length >= BLOCK_LIMIT) {
    block = { entries: [], stale: 0 };
    feed.blocks.push(block);
  }
  block.entries.push(entry);
}

/** Says that a later step has replaced the one with this seq. */
export function markStale(feed: Feed, seq: Seq, isCurrent: (entry: Version) => boolean): void {
  const index = blockAt(feed, seq);
  const block = feed.blocks[index];
  if (block === undefined) return;
  block.stale++;
  if (block.stale * 2 < block.entries.length) return;
  block.entries = block.entries.filter(isCurrent);
  block.stale = 0;
  if (block.entries.length === 0 && index < feed.blocks.length - 1) feed.blocks.splice(index, 1);
}

/** The index of the first block that reaches to this seq or further. */
function blockAt(feed: Feed, seq: Seq): number {
  let low = 0;
  let high = feed.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const last = feed.blocks[middle]?.entries.at(-1)?.row.seq;
    if (last === undefined || last < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Visits the steps behind a place in order, until the visitor answers false. */
export function visitFeed(
  feed: Feed,
  since: Seq,
  isCurrent: (entry: Version) => boolean,
  visit: (entry: Version) => boolean,
): void {
  for (let index = blockAt(feed, formatSeq(parseSeq(since) + 1)); index < feed.blocks.length; index++) {
    for (const entry of (feed.blocks[index] as Block).entries)
      if (entry.row.seq > since && isCurrent(entry) && !visit(entry)) return;
  }
}
