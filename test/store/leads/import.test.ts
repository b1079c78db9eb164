import type { Id } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import { check, keepIdentities } from '@kith/store/duplicates';
import { importCsv, revertImport } from '@kith/store/imports';
import * as leads from '@kith/store/leads';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, valueOf } from '../../support/book.js';

const FAIR: Mapping = {
  name: 'Fair',
  system: 'fair',
  into: 'leads',
  externalId: ['badge'],
  fields: [
    { field: 'name', from: [{ column: 'name' }], required: true },
    { field: 'companyName', from: [{ column: 'company' }] },
    { field: 'emails.0.value', from: [{ column: 'email' }] },
    { field: 'source', from: [{ constant: 'Trade fair' }] },
    { field: 'ownerId', from: [{ constant: HANNA }] },
  ],
};
const FILE = 'badge,name,company,email\n1,Léa Fontanel,Brama S.A.,lea@brama.example\n2,王小明,华夏科技,\n3,,Nobody,\n';

describe('leads from a file', () => {
  it('LE90 come in by a mapping, new and owned, found as duplicates, and all out again', async () => {
    const store = await openBook({ collections: leads.leadCollections, companions: [keepIdentities()] });
    const source = async function* () {
      yield FILE;
    };
    const report = valueOf(await importCsv(store, source(), FAIR, { collections: leads.leadCollections }));
    expect(report).toMatchObject({ created: 2, rejected: 1 });
    const inbox = await ask(store, leads.inbox(HANNA));
    expect(inbox.map(({ name, status, source: from, ownedAt }) => [name, status, from, ownedAt]).sort()).toEqual([
      ['Léa Fontanel', 'new', 'Trade fair', '2026-11-22T08:30:00.000Z'],
      ['王小明', 'new', 'Trade fair', '2026-11-22T08:30:00.000Z'],
    ]);
    const found = valueOf(await store.run(check({ name: 'Lea Fontanel', emails: ['lea@brama.example'] })));
    expect(found.matches).toMatchObject([{ collection: 'leads', verdict: 'same' }]);
    valueOf(await revertImport(store, report.importId as Id<'import'>, { collections: leads.leadCollections }));
    expect(await ask(store, leads.inbox(HANNA))).toEqual([]);
    await store.close();
  });
});
