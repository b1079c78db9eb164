import type { Seq } from '../adapter.js';
import type { Block, Version } from './version.js';

/**
 * The newest version of every row in the order of commits, in blocks. A version that a later one replaced is skipped
 * when read, and dropped when half of its block is replaced.
 */
export interface Feed {
  readonly blocks: Block[];
}

const BLOCK_LIMIT = 1024;

/** An empty feed. */
export const createFeed = (): Feed => ({ blocks: [] });

/** Adds the newest version. */
export function appendToFeed(feed: Feed, version: Version): void {
  let block = feed.blocks.at(-1);
  if (block === undefined || block.versions.length >= BLOCK_LIMIT) {
    block = { versions: [], replaced: 0 };
    feed.blocks.push(block);
  }
  block.versions.push(version);
  version.block = block;
}

/** Says that a later version has replaced this one. */
export function dropFromFeed(feed: Feed, version: Version, isCurrent: (version: Version) => boolean): void {
  const { block } = version;
  if (block === undefined) return;
  block.replaced++;
  if (block.replaced * 2 < block.versions.length) return;
  block.versions = block.versions.filter(isCurrent);
  block.replaced = 0;
  if (block.versions.length === 0) feed.blocks.splice(feed.blocks.indexOf(block), 1);
}

/** Visits the current versions behind a place in order, until the visitor answers false. */
export function visitFeed(
  feed: Feed,
  since: Seq,
  isCurrent: (version: Version) => boolean,
  visit: (version: Version) => boolean,
): void {
  for (let index = firstBlockBehind(feed, since); index < feed.blocks.length; index++) {
    const { versions } = feed.blocks[index] as Block;
    for (let at = firstBehind(versions, since); at < versions.length; at++) {
      const version = versions[at] as Version;
      if (isCurrent(version) && !visit(version)) return;
    }
  }
}

/** Looked for from the end: what is asked for is nearly always what has come last. */
function firstBehind(versions: readonly Version[], since: Seq): number {
  let at = versions.length;
  while (at > 0 && (versions[at - 1] as Version).row.seq > since) at--;
  return at;
}

function firstBlockBehind({ blocks }: Feed, since: Seq): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const last = blocks[middle]?.versions.at(-1)?.row.seq;
    if (last === undefined || last <= since) low = middle + 1;
    else high = middle;
  }
  return low;
}
