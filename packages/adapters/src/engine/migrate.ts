import type { Migration, OpenOptions, Row, RowData } from '../adapter.js';
import { eachInSlices } from '../slices.js';
import { plainCopy } from './plain.js';
import { formatSeq } from './seq.js';
import { contentVersion, type Version } from './version.js';

/** Answers a row's next version, or undefined when nothing changes. */
export type Migrate = (version: Version) => Version | undefined;

/**
 * The migrations that lead from one schema to another, in order, as one step. What they change is one commit behind
 * `head`, so that feeds tell of it. Versions of the schema without a migration need no new content.
 */
export function migrationBetween(
  migrations: readonly Migration[],
  from: number,
  to: number,
  head: number,
  rowBytes: number,
): Migrate {
  const migrated = dataBetween(migrations, from, to, rowBytes);
  const seq = formatSeq(head + 1);
  return ({ c, row }) => {
    const data = row.deleted ? undefined : migrated(c, row);
    return data && contentVersion(c, row.id, row.rev + 1, seq, data, undefined);
  };
}

const ROWS_BETWEEN_PROGRESS = 1000;

/** What a migration makes of many versions, in slices. */
export async function migrateAll(
  versions: readonly Version[],
  migrate: Migrate,
  onProgress: OpenOptions['onProgress'],
): Promise<readonly Version[]> {
  const migrated: Version[] = [];
  const total = versions.length;
  await eachInSlices(versions.entries(), ([done, version]) => {
    if (done % ROWS_BETWEEN_PROGRESS === 0) onProgress?.({ step: 'migrate', done, total });
    const next = migrate(version);
    if (next !== undefined) migrated.push(next);
  });
  onProgress?.({ step: 'migrate', done: total, total });
  return migrated;
}

/** The same for the content of a row alone; undefined when nothing changes. */
export function dataBetween(
  migrations: readonly Migration[],
  from: number,
  to: number,
  rowBytes: number,
): (c: string, row: Row) => RowData | undefined {
  const steps = migrations
    .filter((migration) => migration.from >= from && migration.to <= to)
    .sort((a, b) => a.from - b.from);
  return (c, row) => {
    let current = row;
    for (const step of steps) {
      const mapped = step.map?.(c, current);
      if (mapped) current = { ...current, data: plainCopy(mapped, rowBytes) };
    }
    return current === row ? undefined : current.data;
  };
}
