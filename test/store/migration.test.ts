import { memoryAdapter, type Progress } from '@kith/adapters';
import { companies } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { ask, openBook, valueOf } from '../support/book.js';

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
});
