import type { StorageAdapter } from '@kith/adapters';
import type { Store } from '../store.js';
import {
  type AuditEntry,
  type AuditHead,
  type AuditValues,
  auditEntries,
  auditValues,
  entryId,
  NO_HEAD,
} from './collection.js';
import { committedPart, digestOf, hashedPart } from './digest.js';

/** Something in the audit log that is not as it was written. */
export interface AuditFinding {
  /** The number of the entry. */
  readonly number: number;
  /**
   * `changed`: its content is another one. `missing`: it is not there. `unchained`: it does not follow the one before, so
   * one of them was put there, moved or written anew. `values-changed`, `values-missing`: the values it vouches for.
   * `head`: the log does not lead through the head that was kept; it was cut off, or written anew from there.
   */
  readonly is: 'changed' | 'missing' | 'unchained' | 'values-changed' | 'values-missing' | 'head';
}

/** What checking the audit log came to. */
export interface AuditReport {
  readonly entries: number;
  /** Where it ends: keep it elsewhere, and give it the next time. */
  readonly head: AuditHead;
  /** Empty when all is as it was written. */
  readonly findings: readonly AuditFinding[];
}

/**
 * Reads the audit log from its beginning and checks every hash. A log that was written anew from some place on, or cut
 * off at its end, cannot be told from a true one by itself: give a `head` that was kept elsewhere.
 */
export async function verifyAudit(
  { storage }: Pick<Store, 'storage'>,
  { head: kept }: { readonly head?: AuditHead } = {},
): Promise<AuditReport> {
  const adapter = storage.whole();
  const findings: AuditFinding[] = [];
  const chained: AuditEntry[] = [];
  let head = NO_HEAD;
  for await (const entry of entriesOf(adapter)) {
    const { number } = entry;
    const find = (is: AuditFinding['is']): void => void findings.push({ number, is });
    for (let gap = head.number + 1; gap < number; gap++) findings.push({ number: gap, is: 'missing' });
    if (entry.hash !== (await digestOf(hashedPart(entry)))) find('changed');
    if (entry.id !== entryId(number) || number <= head.number || entry.previous !== head.hash) find('unchained');
    if (number === kept?.number && entry.hash !== kept.hash) find('head');
    chained.push(entry);
    head = { number, hash: entry.hash };
  }
  if (kept && kept.number > head.number) findings.push({ number: kept.number, is: 'head' });
  findings.push(...(await wrongValues(adapter, chained)));
  return { entries: chained.length, head, findings };
}

/** Checks the values that entries vouch for. They may be missing only where an entry says later that they were erased. */
async function wrongValues(adapter: StorageAdapter, entries: readonly AuditEntry[]): Promise<readonly AuditFinding[]> {
  const findings: AuditFinding[] = [];
  const erased = new Set<string>();
  for (const { id, number, changes } of entries.toReversed()) {
    const vouched = changes.flatMap((change, index) => (change.digest ? [{ ...change, id: `${id}.${index}` }] : []));
    const rows =
      vouched.length > 0
        ? await adapter.get(
            auditValues.name,
            vouched.map((each) => each.id),
          )
        : [];
    for (const [index, { row, digest }] of vouched.entries()) {
      const found = rows[index];
      const values = found && !found.deleted ? (found.data as unknown as AuditValues) : undefined;
      if (!values) {
        if (!erased.has(row)) findings.push({ number, is: 'values-missing' });
      } else if (values.row !== row || (await digestOf(committedPart(values))) !== digest)
        findings.push({ number, is: 'values-changed' });
    }
    for (const { row, became } of changes) if (became === 'erased') erased.add(row);
  }
  return findings;
}

async function* entriesOf(adapter: StorageAdapter): AsyncGenerator<AuditEntry> {
  let after: string | undefined;
  do {
    const page = await adapter.query({
      c: auditEntries.name,
      order: [['number', 'asc']],
      limit: Math.min(1_000, adapter.capabilities.limits.pageRows),
      ...(after !== undefined && { after }),
    });
    for (const { data } of page.rows) yield data as unknown as AuditEntry;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
