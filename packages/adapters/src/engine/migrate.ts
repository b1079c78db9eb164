import type { Migration, Row, RowData } from '../adapter.js';
import { plainCopy } from './plain.js';
import { formatSeq } from './seq.js';
import { contentVersion, type Version } from './version.js';

/** The migrations that lead from one schema to another, in order. Versions without one need no new content. */
export function migrationsBetween(migrations: readonly Migration[], from: number, to: number): readonly Migration[] {
  return migrations.filter((migration) => migration.from >= from && migration.to <= to).sort((a, b) => a.from - b.from);
}

/** The next versions of all rows that the steps change: one commit behind `head`, so that feeds tell of them. */
export function migrateVersions(
  current: Iterable<Version>,
  steps: readonly Migration[],
  head: number,
  rowBytes: number,
): readonly Version[] {
  const migrated: Version[] = [];
  if (steps.length === 0) return migrated;
  for (const { c, row } of current) {
    const data = row.deleted ? undefined : migrateRow(steps, c, row, rowBytes);
    if (data !== undefined) migrated.push(contentVersion(c, row.id, row.rev + 1, formatSeq(head + 1), data, undefined));
  }
  return migrated;
}

function migrateRow(steps: readonly Migration[], c: string, row: Row, rowBytes: number): RowData | undefined {
  let current = row;
  for (const step of steps) {
    const mapped = step.map?.(c, current);
    if (mapped) current = { ...current, data: plainCopy(mapped, rowBytes) };
  }
  return current === row ? undefined : current.data;
}
