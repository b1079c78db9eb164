import type { Op, RowData, StorageAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { isSame } from '@kith/core/imports';
import { randomWord } from '../chance.js';
import type { Change } from '../change-set.js';
import type { Companion, CompanionMaker } from '../commit.js';
import { importSteps } from '../imports/collection.js';
import { stageCounters } from '../pipelines/stage-counters.js';
import { readWhere } from '../read.js';
import {
  type AuditEntry,
  type AuditedChange,
  type AuditHead,
  type AuditValues,
  auditEntries,
  auditValues,
  entryId,
  NO_HEAD,
} from './collection.js';
import { committedPart, digestOf, hashedPart } from './digest.js';
import { hexOf } from './sha256.js';

/** A commit of more rows is written down as a list of them, without their values: an import has a journal of its own. */
const MOST_VALUES = 50;

/**
 * Keeps an audit log: for each commit who changed what from what to what, when and through what, in the batch of the
 * commit itself, so that there is no commit without its entry. Entries are chained by their hashes, which `verifyAudit`
 * checks. Every store of a book has to keep it. It costs a row for each commit and one for each changed row, so it is no
 * default.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { companies, openStore } from '@kith/store';
 * import { auditLog, auditOf, verifyAudit } from '@kith/store/audit';
 * import { firstValueFrom } from 'rxjs';
 *
 * const store = await openStore({ adapter: memoryAdapter(), audit: auditLog() });
 * const created = await store.run(companies.create({ name: 'Brama' }));
 * if (!created.ok) throw new Error(created.problem.message);
 * const [entry] = await firstValueFrom(store.watch(auditOf(companies.collection, created.value.id)));
 * expect(entry).toMatchObject({ number: 1, through: 'interface', type: 'companies/create' });
 * expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
 * ```
 */
export const auditLog = (): CompanionMaker => newAudit;

/**
 * What is no news to anybody: a journal of what is written down here already, with rows in it that may have to be erased,
 * and counters that follow from the rows they count.
 */
const UNTOLD: readonly string[] = [importSteps.name, stageCounters.name];

function newAudit(adapter: StorageAdapter): Companion {
  let head = NO_HEAD;
  /** Where the log ended before it was read again. */
  let before = NO_HEAD;
  /** The entry that is on its way. */
  let next: AuditHead = NO_HEAD;

  return {
    collections: [auditEntries, auditValues],
    isDispensable: false,
    async along(staged) {
      next = head;
      const isRestored = staged.through === 'restore';
      const audited = [...staged.changes, ...(staged.derived ?? [])].filter(
        ({ collection }) => !UNTOLD.includes(collection),
      );
      if (audited.length === 0 && !isRestored) return [];
      const id = entryId(head.number + 1);
      const erased = new Set(staged.ops.flatMap((op) => (op.op === 'purge' ? [`${op.c}/${op.id}`] : [])));
      const changes = await Promise.all(
        audited.map((change, index) => changeOf(change, `${id}.${index}` as Id, id, erased, audited.length)),
      );
      const entry = await sealed({
        id,
        number: head.number + 1,
        at: staged.env.now,
        ...(staged.env.actor && { actor: staged.env.actor }),
        through: staged.through,
        type: staged.type,
        changes: changes.map(({ change }) => change),
        ...(isRestored && { replaced: before }),
        previous: head.hash,
      });
      next = { number: entry.number, hash: entry.hash };
      const values = changes.flatMap((change) => change.values ?? []).map((each) => put(auditValues.name, each, 'any'));
      return [put(auditEntries.name, entry, 'absent'), ...values, ...(await eraseOps(adapter, erased))];
    },
    async committed() {
      head = next;
    },
    async refresh() {
      before = head;
      const page = await adapter.query({ c: auditEntries.name, order: [['number', 'desc']], limit: 1 });
      const last = page.rows[0]?.data as unknown as AuditEntry | undefined;
      head = last ? { number: last.number, hash: last.hash } : NO_HEAD;
    },
  };
}

interface Noted {
  readonly change: AuditedChange;
  readonly values?: AuditValues;
}

/** What is written down of a change, with its values where there are not too many. */
async function changeOf(
  { collection, id, from, to }: Change,
  valuesId: Id,
  entry: AuditEntry['id'],
  erased: ReadonlySet<string>,
  count: number,
): Promise<Noted> {
  const row = `${collection}/${id}`;
  if (erased.has(row)) return { change: { row, became: 'erased' } };
  const became = from === null ? 'created' : to === null ? 'deleted' : 'changed';
  if (count > MOST_VALUES) return { change: { row, became } };
  const fields = became === 'changed' ? changedFields(from as Fields, to as Fields) : undefined;
  const values: AuditValues = {
    id: valuesId,
    entry,
    row,
    salt: hexOf([randomWord(), randomWord(), randomWord(), randomWord()]),
    from: fields ? pick(from as Fields, fields) : from,
    to: fields ? pick(to as Fields, fields) : to,
  };
  const digest = await digestOf(committedPart(values));
  return { change: { row, became, ...(fields && { fields }), digest }, values };
}

const sealed = async (entry: Omit<AuditEntry, 'hash'>): Promise<AuditEntry> => ({
  ...entry,
  hash: await digestOf(hashedPart(entry)),
});

/** The values of erased rows go, too; their digests stay, and tell nobody anything without the salt. */
async function eraseOps(adapter: StorageAdapter, erased: ReadonlySet<string>): Promise<readonly Op[]> {
  if (erased.size === 0) return [];
  const rows = await readWhere(adapter, auditValues, { f: 'row', is: 'in', v: [...erased] });
  return rows.map(({ id }): Op => ({ op: 'purge', c: auditValues.name, id }));
}

const put = (c: string, data: AuditEntry | AuditValues, expect: 'absent' | 'any'): Op => ({
  op: 'put',
  c,
  id: data.id,
  expect,
  data: data as unknown as RowData,
});

type Fields = Readonly<Record<string, unknown>>;

const changedFields = (from: Fields, to: Fields): readonly string[] =>
  [...Object.keys(from), ...Object.keys(to).filter((field) => !Object.hasOwn(from, field))]
    .filter((field) => from[field] !== to[field] && !isSame(from[field], to[field]))
    .sort();

const pick = (entity: Fields, fields: readonly string[]): object =>
  Object.fromEntries(fields.filter((field) => Object.hasOwn(entity, field)).map((field) => [field, entity[field]]));
