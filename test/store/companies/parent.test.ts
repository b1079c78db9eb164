import type { Company, Id } from '@kith/core';
import { companies, type Store } from '@kith/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';

describe('the parent of a company', () => {
  let store: Store;
  let group: readonly Id<'company'>[];
  const put = (id: Id<'company'>, parentId: Id<'company'> | undefined) =>
    store.run(companies.edit({ id, changes: { parentId } }));
  const parentOf = async (id: Id<'company'>): Promise<Company['parentId']> =>
    (await ask(store, companies.byId(id)))?.parentId;

  beforeEach(async () => {
    store = await openBook();
    const made: Id<'company'>[] = [];
    for (const name of ['Holding', 'Works', 'Foundry', 'Elsewhere'])
      made.push(valueOf(await store.run(companies.create({ name }))).id);
    group = made;
  });

  it('E15 puts no company below itself or one of its subsidiaries, however deep, and says so before', async () => {
    const [holding, works, foundry, elsewhere] = group as [Id<'company'>, Id<'company'>, Id<'company'>, Id<'company'>];
    valueOf(await put(works, holding));
    valueOf(await put(foundry, works));
    for (const below of [holding, works, foundry])
      expect(problemOf(await put(holding, below))).toBe('companies/own-ancestor');
    expect(problemOf(await store.can(companies.edit({ id: holding, changes: { parentId: foundry } })))).toBe(
      'companies/own-ancestor',
    );
    expect(await parentOf(holding)).toBeUndefined();
    valueOf(await put(holding, elsewhere));
    expect(await parentOf(holding)).toBe(elsewhere);
    valueOf(await put(holding, undefined));
    expect(await parentOf(holding)).toBeUndefined();
  });

  it('E15 holds against two who build a circle from both ends at once', async () => {
    const [holding, works] = group as [Id<'company'>, Id<'company'>];
    const [first, second] = await Promise.all([put(holding, works), put(works, holding)]);
    valueOf(first);
    expect(problemOf(second)).toBe('companies/own-ancestor');
  });
});
