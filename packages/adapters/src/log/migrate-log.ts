import type { Migration, OpenOptions } from '../adapter.js';
import { visitVersions } from '../engine/book.js';
import { migrateAll, migrationBetween } from '../engine/migrate.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import { follow } from './follow.js';
import type { Log } from './log.js';
import { type Meta, readTail } from './meta.js';
import { contentText, encodeSegments, type Segment } from './segment.js';
import { answerOf, transact } from './shelf.js';

/**
 * Brings the rows of a loaded log to the schema of the handle. The new content is made in slices, and kept in one
 * transaction together with the new version number, which is the one thing that others look at.
 */
export async function migrateLog(
  log: Log,
  from: number,
  migrations: readonly Migration[],
  rowBytes: number,
  onProgress?: OpenOptions['onProgress'],
): Promise<void> {
  const { shelf, keys, book, schema } = log;
  for (let there = from; there < schema; ) {
    const { head } = book;
    const segments = await encodeMigrated(log, migrationBetween(migrations, there, schema, head, rowBytes), onProgress);
    const seen = there;
    const moved = await transact(shelf, 'readwrite', 'strict', async (store): Promise<Meta | undefined> => {
      const tail = await readTail(store, keys.behind(head), 1, log);
      // Another handle has written or migrated meanwhile: look again.
      if (tail.segments.length > 0 || tail.meta?.schema !== seen) return tail.meta;
      // One after the other, so that the page stays alive.
      for (const segment of segments) await answerOf(store.put(segment, keys.segment(segment.commit, segment.part)));
      store.put({ ...tail.meta, schema }, keys.meta);
      return { ...tail.meta, schema };
    });
    there = moved?.schema ?? seen;
    await follow(log);
  }
}

async function encodeMigrated(
  { book }: Log,
  migrate: (version: Version) => Version | undefined,
  onProgress: OpenOptions['onProgress'],
): Promise<readonly Segment[]> {
  const current: Version[] = [];
  visitVersions(book, '', (version) => current.push(version) > 0);
  const migrated = await migrateAll(current, migrate, onProgress);
  const segments: Segment[] = [];
  await eachInSlices(encodeSegments(migrated, contentText), (segment) => segments.push(segment), { every: 1 });
  return segments;
}
