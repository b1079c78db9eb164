import { memoryAdapter, type Progress, type Row } from '@kith/adapters';
import { companies } from '@kith/store';
import { remove } from '@kith/store/bulk';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../support/book.js';

const COUNT = 3_000;

describe('a newer schema', () => {
  it('S15 migrates the rows when the book is opened, and tells how far that is', async () => {
    const adapter = memoryAdapter();
    const before = await openBook({ adapter });
    const names = Array.from({ length: COUNT }, (_, index) => `Company ${index}`);
    for (const name of names) valueOf(await before.run(companies.create({ name })));
    await before.close();

    const told: Progress[] = [];
    const store = await openBook({
      adapter,
      schema: 2,
      migrations: [
        { from: 1, to: 2, map: (c, { data }) => (c === 'companies' ? { ...data, name: `${data.name} Ltd` } : null) },
      ],
      onProgress: (progress) => told.push(progress),
    });
    expect((await ask(store, companies.all()))[0]?.name).toMatch(/ Ltd$/);
    const migrated = told.filter(({ step }) => step === 'migrate');
    expect(migrated.length).toBeGreaterThan(1);
    const total = migrated[0]?.total as number;
    expect(total).toBeGreaterThanOrEqual(COUNT);
    expect(migrated.at(-1)).toEqual({ step: 'migrate', done: total, total });
    await store.close();
  });

  it('S50 is not gone behind by undo: no row comes back as the old one had it', async () => {
    const adapter = memoryAdapter();
    const before = await openBook({ adapter });
    const brama = valueOf(await before.run(companies.create({ name: 'Brama' })));
    valueOf(await before.run(remove(companies.collection, brama.id)));
    await before.close();

    const migrations = [{ from: 1, to: 2, map: (_: string, { data }: Row) => ({ ...data, sector: 'retail' }) }];
    const newer = { adapter, schema: 2, migrations, random: Math.random };
    const store = await openBook(newer);
    expect(await firstValueFrom(store.history$)).toEqual({ undo: undefined, redo: undefined });
    expect(problemOf(await store.undo())).toBe('store/nothing-to-undo');
    const cantine = valueOf(await store.run(companies.create({ name: 'Cantine' })));
    valueOf(await store.undo());
    expect(await ask(store, companies.all())).toEqual([]);
    expect(problemOf(await store.undo())).toBe('store/nothing-to-undo');
    await store.close();

    const again = await openBook(newer);
    valueOf(await again.redo());
    expect(await ask(again, companies.all())).toEqual([cantine]);
    await again.close();
  });
});
