import { memoryAdapter, type Row, type RowData } from '@kith/adapters';
import type { Company, Deal, Id, Instant } from '@kith/core';
import { companies, deals, erase, type HistoryState } from '@kith/store';
import {
  type AuditEntry,
  auditBetween,
  auditBy,
  auditedValues,
  auditLog,
  auditOf,
  verifyAudit,
} from '@kith/store/audit';
import { backUp, restoreBackup } from '@kith/store/backup';
import { importCsv } from '@kith/store/imports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, NOW, openBook, problemOf, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';
import { fuzz } from '../../support/fuzz.js';

const IDA = 'user_ida' as Id<'user'>;
const NOTES = 'Has a cat named Miez';

const customers = {
  name: 'Customers',
  into: 'companies',
  system: 'shop',
  externalId: ['number'],
  fields: [{ field: 'name', from: [{ column: 'company' }], required: true }],
};

async function audited(options: Parameters<typeof openBook>[0] = {}) {
  const adapter = memoryAdapter();
  const store = await openBook({ adapter, audit: auditLog(), ...options });
  return { adapter, store };
}

/** A book with some entries: of every kind of command, of undo, of an import. */
async function withEntries() {
  const { adapter, store } = await audited();
  const pipeline = await withPipeline(store);
  const [deal] = (await withDeals(store, pipeline, 'a', 'b')) as readonly [Deal];
  valueOf(await store.run(deals.move({ id: deal.id, stageId: stageId('proposal') })));
  valueOf(await store.undo());
  const company = valueOf(await store.run(companies.create({ name: 'Brama', description: NOTES })));
  valueOf(await store.run(companies.edit({ id: company.id, changes: { employees: 12 } })));
  const lines = Array.from({ length: 60 }, (_, index) => `${index},Customer ${index}`);
  valueOf(await importCsv(store, ['number,company', ...lines].join('\n'), customers));
  return { adapter, store, company, deal };
}

/** What somebody does to the log behind its back: which entry or value, and with what. */
interface Tampering {
  readonly kind: 'change' | 'rehash' | 'remove' | 'purge' | 'swap' | 'insert' | 'cut' | 'value' | 'lose value';
  readonly at: number;
  readonly other: number;
  readonly what: number;
  readonly value: number;
  readonly text: string;
}

const rowsOf = async (adapter: ReturnType<typeof memoryAdapter>, c: string): Promise<readonly Row[]> =>
  (await adapter.query({ c, limit: 1_000 })).rows;

describe('the audit log', () => {
  it('S70 says who changed what from what to what, when, and through what', async () => {
    const { store, company, deal } = await withEntries();
    const edited = (await ask(store, auditOf(companies.collection, company.id)))[0] as AuditEntry;
    expect(edited).toMatchObject({
      at: new Date(NOW).toISOString(),
      actor: HANNA,
      through: 'interface',
      type: 'companies/edit',
      changes: [{ row: `companies/${company.id}`, became: 'changed', fields: ['employees'] }],
    });
    expect(await ask(store, auditedValues(edited))).toMatchObject([
      { row: `companies/${company.id}`, from: {}, to: { employees: 12 } },
    ]);
    const ofDeal = await ask(store, auditOf(deals.collection, deal.id));
    expect(ofDeal.map(({ through, type }) => `${through} ${type}`)).toEqual([
      'undo deals/move',
      'interface deals/move',
      'interface deals/create',
    ]);
    expect((await ask(store, auditBy(HANNA))).length).toBe((await verifyAudit(store)).entries);
    expect(await ask(store, auditBy(IDA))).toEqual([]);
    const [from, to] = ['2026-11-22T00:00:00.000Z', '2026-11-23T00:00:00.000Z'] as [Instant, Instant];
    expect((await ask(store, auditBetween(from, to))).length).toBeGreaterThan(5);
    expect(await ask(store, auditBetween(to, '2026-11-24T00:00:00.000Z' as Instant))).toEqual([]);
  });

  it('S70 says it as it happens', async () => {
    const { store } = await audited();
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    const counts: number[] = [];
    store.watch(auditOf(companies.collection, company.id)).subscribe((entries) => counts.push(entries.length));
    await expect.poll(() => counts.at(-1)).toBe(1);
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } })));
    expect(counts).toEqual([1, 2]);
  });

  it('S71 has an entry for each commit, and none for what was not committed', async () => {
    const { store } = await audited();
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    problemOf(await store.run(companies.edit({ id: 'company_none' as Id<'company'>, changes: { name: 'X' } })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama' } })));
    valueOf(await store.can(companies.create({ name: 'Perhaps' })));
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, findings: [] });
    const committed: number[] = [];
    store.changes$.subscribe(({ changes }) => committed.push(changes.length));
    valueOf(await store.run(companies.create({ name: 'Cantine' })));
    expect(committed).toEqual([1]);
  });

  it('S71 has no gap and no fork when two stores write at once, and goes on after the page was loaded again', async () => {
    const adapter = memoryAdapter();
    const one = await openBook({ adapter, audit: auditLog(), random: Math.random });
    const two = await openBook({
      adapter: { ...adapter, open: async () => undefined },
      audit: auditLog(),
      random: Math.random,
      actor: IDA,
    });
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 === 0 ? one : two).run(companies.create({ name: `Company ${index}` })),
      ),
    );
    await one.close();
    const again = await openBook({ adapter, audit: auditLog(), random: Math.random });
    valueOf(await again.run(companies.create({ name: 'Later' })));
    expect(await verifyAudit(again)).toMatchObject({ entries: 31, findings: [], head: { number: 31 } });
    expect((await ask(again, auditBy(IDA))).length).toBe(15);
  });

  it('S72 writes an import down as lists of rows, a commit each', async () => {
    const { adapter, store } = await audited();
    const lines = Array.from({ length: 250 }, (_, index) => `${index},Customer ${index}`);
    const report = valueOf(
      await importCsv(store, ['number,company', ...lines].join('\n'), customers, { chunkRows: 100 }),
    );
    const rows = (await ask(store, companies.all())) as readonly Company[];
    const [entry] = (await ask(store, auditOf(companies.collection, rows[0]!.id))) as readonly AuditEntry[];
    expect(entry).toMatchObject({ through: 'import', type: 'imports/write' });
    expect(entry!.changes.filter(({ row }) => row.startsWith('companies/'))).toHaveLength(100);
    expect(await ask(store, auditedValues(entry!))).toEqual([]);
    expect(report.created).toBe(250);
    // Three commits and the end of it: the end has the values of the record.
    expect(await adapter.count('auditEntries')).toBe(4);
    expect(await verifyAudit(store)).toMatchObject({ findings: [] });
  });

  it('S73 finds 1,000 of 1,000 tamperings', async () => {
    const { adapter, store } = await withEntries();
    const { head, findings, entries: count } = await verifyAudit(store);
    expect(findings).toEqual([]);
    const entries = await rowsOf(adapter, 'auditEntries');
    const values = await rowsOf(adapter, 'auditValues');
    expect(count).toBe(entries.length);
    const put = (c: string, id: string, data: object) =>
      ({ op: 'put', c, id, expect: 'any', data: data as RowData }) as const;
    const remove = (c: string, id: string) => ({ op: 'delete', c, id, expect: 'any' }) as const;
    const at = fc.nat(entries.length - 1);
    const tampering = fc.oneof(
      fc.record({ kind: fc.constant('change'), at, text: fc.string({ minLength: 1 }), what: fc.nat(3) }),
      fc.record({ kind: fc.constant('rehash'), at }),
      fc.record({ kind: fc.constant('remove'), at }),
      fc.record({ kind: fc.constant('purge'), at }),
      fc.record({ kind: fc.constant('swap'), at, other: fc.integer({ min: 1, max: entries.length - 1 }) }),
      fc.record({ kind: fc.constant('insert'), at }),
      fc.record({ kind: fc.constant('cut'), at: fc.integer({ min: 1, max: entries.length }) }),
      fc.record({ kind: fc.constant('value'), value: fc.nat(values.length - 1), text: fc.string({ minLength: 1 }) }),
      fc.record({ kind: fc.constant('lose value'), value: fc.nat(values.length - 1) }),
    );
    let tampered = 0;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(tampering as fc.Arbitrary<Tampering>, async (one) => {
        const entry = entries[one.at ?? 0]?.data as unknown as AuditEntry;
        const id = entries[one.at ?? 0]?.id ?? '';
        const value = values[one.value ?? 0] as Row;
        const ops = [];
        if (one.kind === 'change') {
          const changed = [
            { ...entry, type: `${entry.type}${one.text}` },
            { ...entry, actor: `user_${one.text}x` },
            { ...entry, at: '2026-11-22T08:30:00.001Z' },
            { ...entry, changes: entry.changes.slice(1) },
          ][one.what];
          ops.push(put('auditEntries', id, changed as object));
        }
        if (one.kind === 'rehash') {
          // A forger who knows how hashes are made: the entry fits itself, and no longer what follows, or the kept head.
          const { digestOf, hashedPart } = await import('../../../packages/store/src/audit/digest.js');
          const forged = { ...entry, type: 'deals/edit', actor: IDA };
          ops.push(put('auditEntries', id, { ...forged, hash: await digestOf(hashedPart(forged)) }));
        }
        if (one.kind === 'remove') ops.push(remove('auditEntries', id));
        if (one.kind === 'purge') ops.push({ op: 'purge', c: 'auditEntries', id } as const);
        if (one.kind === 'swap') {
          const other = entries[(one.at + one.other) % entries.length] as Row;
          const { number } = other.data as unknown as AuditEntry;
          ops.push(
            put('auditEntries', id, { ...other.data, id, number: entry.number }),
            put('auditEntries', other.id, { ...entry, id: other.id, number }),
          );
        }
        if (one.kind === 'insert') {
          const copy = 'audit_999999999999';
          ops.push(put('auditEntries', copy, { ...entry, id: copy }));
        }
        if (one.kind === 'cut') for (const row of entries.slice(-one.at)) ops.push(remove('auditEntries', row.id));
        if (one.kind === 'value')
          ops.push(put('auditValues', value.id, { ...value.data, to: { name: `${one.text}!`, other: one.text } }));
        if (one.kind === 'lose value') ops.push({ op: 'purge', c: 'auditValues', id: value.id } as const);
        await adapter.write({ ops });
        tampered++;
        if ((await verifyAudit(store, { head })).findings.length > 0) found++;
        else throw new Error(`not found: ${JSON.stringify(one)}`);
        await adapter.write({
          ops: [
            ...entries.map((row) => put('auditEntries', row.id, row.data)),
            ...values.map((row) => put('auditValues', row.id, row.data)),
            remove('auditEntries', 'audit_999999999999'),
          ],
        });
      }),
      fuzz(1_000),
    );
    expect([found, tampered]).toEqual([1_000, 1_000]);
    expect((await verifyAudit(store, { head })).findings).toEqual([]);
  });

  it('S74 forgets what was erased, and stays whole', async () => {
    const { adapter, store, company } = await withEntries();
    const states: HistoryState[] = [];
    store.history$.subscribe((state) => states.push(state));
    expect(await holds(adapter, NOTES)).toBe(true);
    const { head } = await verifyAudit(store);
    valueOf(await store.run(erase(companies.collection, company.id)));
    expect(await holds(adapter, NOTES)).toBe(false);
    expect(await ask(store, companies.byId(company.id))).toBeUndefined();
    const told = await ask(store, auditOf(companies.collection, company.id));
    expect(told.map(({ type }) => type)).toEqual(['store/erase', 'companies/edit', 'companies/create']);
    expect(told[0]).toMatchObject({ through: 'erasure', changes: [{ became: 'erased' }] });
    expect((await verifyAudit(store, { head })).findings).toEqual([]);
    // What came before it can still be taken back: the deal's move was, so its making is next.
    expect(states.at(-1)?.undo?.type).toBe('deals/create');
    valueOf(await store.undo());
    expect(problemOf(await store.run(erase(companies.collection, company.id)))).toBe('store/not-found');
  });

  it('S74 forgets what the journal of an import held of it', async () => {
    const { adapter, store } = await audited();
    const file = (name: string) => `number,company\n1,${name}\n2,Stays\n`;
    valueOf(await importCsv(store, file('Zuzana Novotna'), customers));
    valueOf(await importCsv(store, file('Z. N.'), customers));
    const [company] = (await ask(store, companies.all())).filter(({ name }) => name === 'Z. N.');
    expect(await holds(adapter, 'Zuzana')).toBe(true);
    valueOf(await store.run(erase(companies.collection, company!.id)));
    expect([await holds(adapter, 'Zuzana'), await holds(adapter, 'Z. N.')]).toEqual([false, false]);
    expect((await verifyAudit(store)).findings).toEqual([]);
  });

  it('S75 says what a backup took the place of', async () => {
    const { adapter, store } = await withEntries();
    const file = await new Response(backUp(store)).blob();
    const at = (await verifyAudit(store)).head;
    valueOf(await store.run(companies.create({ name: 'After the backup' })));
    const { head } = await verifyAudit(store);
    valueOf(await restoreBackup(store, file));
    const restored = (await ask(store, auditBy(HANNA)))[0];
    expect(restored).toMatchObject({ through: 'restore', number: at.number + 1, previous: at.hash, replaced: head });
    expect((await verifyAudit(store)).findings).toEqual([]);
    expect((await verifyAudit(store, { head })).findings).toEqual([{ number: head.number, is: 'head' }]);
    expect(await adapter.count('auditEntries')).toBe(at.number + 1);
  });
});

/** Whether a text stands in any row, or in the feed. */
async function holds(adapter: ReturnType<typeof memoryAdapter>, text: string): Promise<boolean> {
  const rows: unknown[] = [];
  for await (const dumped of adapter.dump()) rows.push(dumped);
  return JSON.stringify([rows, await adapter.changes('', 100_000)]).includes(text);
}
