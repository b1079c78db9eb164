import type { Migration } from '../adapter.js';
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
  const steps = migrations
    .filter((migration) => migration.from >= from && migration.to <= to)
    .sort((a, b) => a.from - b.from);
  const seq = formatSeq(head + 1);
  return ({ c, row }) => {
    if (row.deleted) return undefined;
    let current = row;
    for (const step of steps) {
      const mapped = step.map?.(c, current);
      if (mapped) current = { ...current, data: plainCopy(mapped, rowBytes) };
    }
    return current === row ? undefined : contentVersion(c, row.id, row.rev + 1, seq, current.data, undefined);
  };
}
