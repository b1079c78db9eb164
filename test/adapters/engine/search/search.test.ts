import { memoryAdapter, type RowData, type StorageAdapter } from '@kith/adapters';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../packages/adapters/src/conformance/random.js';

const C = 'people';
const search = [
  { path: 'name', weight: 3 },
  { path: 'company', weight: 2 },
  { path: 'emails.value' },
  { path: 'phones.value' },
  { path: 'note' },
];

async function opened(rows: Readonly<Record<string, RowData>> = {}): Promise<StorageAdapter> {
  const adapter = memoryAdapter();
  await adapter.open({
    tenant: 't',
    schema: 1,
    collections: { [C]: { indexes: [], search } },
    migrations: [],
    onSuperseded() {},
  });
  await adapter.write({
    ops: Object.entries(rows).map(([id, data]) => ({ op: 'put', c: C, id, expect: 'any', data })),
  });
  return adapter;
}

const put = (adapter: StorageAdapter, id: string, data: RowData) =>
  adapter.write({ ops: [{ op: 'put', c: C, id, expect: 'any', data }] });

const found = async (adapter: StorageAdapter, text: string, limit = 20): Promise<readonly string[]> =>
  (await adapter.search({ c: C, text, limit })).map(({ row }) => row.id);

const people: Readonly<Record<string, RowData>> = {
  huber: {
    name: 'Anna Huber',
    company: 'Alpenholz',
    emails: [{ value: 'anna.huber@alpenholz.test' }],
    phones: [{ value: '+43 664 123 45 67' }],
  },
  hubert: { name: 'Paul Hubert', company: 'Nordlicht', emails: [{ value: 'p@nordlicht.test' }] },
  hueber: { name: 'Jörg Hueber', company: 'Straßenbau Süd', note: 'asks for Anna' },
  wang: { name: '王小明', company: '聯合科技', note: '客户' },
  wangli: { name: '王丽', company: 'Huawei' },
  tanaka: { name: '田中さくら', company: 'トヨタ' },
  kim: { name: '김민수', company: '삼성전자' },
  obrien: { name: "Seán O'Brien", company: 'Ærø Færge' },
  ivan: { name: 'Иван Йовчев', company: 'Ёлка' },
};

describe('a search', () => {
  it.each([
    ['a word', 'anna', ['huber', 'hueber']],
    ['the beginning of a word', 'hub', ['huber', 'hubert']],
    ['several words, each in any field', 'anna alpen', ['huber']],
    ['several words in any order', 'huber anna', ['huber', 'hueber']],
    ['nothing when one word is missing', 'anna nordlicht', []],
    ['a word with a letter left out', 'alpnholz', ['huber']],
    ['a word with neighbours swapped', 'nodrlicht', ['hubert']],
    ['a word with its first letter wrong', 'mordlicht', ['hubert']],
    ['letters without their accents', 'jorg sud', ['hueber']],
    ['letters with accents that the row lacks', 'ánnä', ['huber', 'hueber']],
    ['ß as ss', 'STRASSENBAU', ['hueber']],
    ['letters that are not made of a letter and an accent', 'aero faerge', ['obrien']],
    ['Cyrillic', 'иван', ['ivan']],
    ['wide letters', 'ＨＵＡＷＥＩ', ['wangli']],
    ['one Chinese character', '王', ['wang', 'wangli']],
    ['any part of a Chinese name', '小明', ['wang']],
    ['characters that stand together only', '王明', []],
    ['traditional characters by simplified ones', '联合', ['wang']],
    ['simplified characters by traditional ones', '王麗', ['wangli']],
    ['any part of a Japanese text', 'くら', ['tanaka']],
    ['Katakana', 'ヨタ', ['tanaka']],
    ['any part of a Korean text', '민수', ['kim']],
    ['scripts side by side', '王 huawei', ['wangli']],
    ['a part of an address', 'huber@alpenholz', ['huber']],
    ['a part of an address before the sign', 'anna.hub', ['huber']],
    ['a telephone number as it is written', '+43 664 1234567', ['huber']],
    ['a telephone number as it is dialled at home', '0664 1234567', ['huber']],
    ['the middle of a telephone number', '64123', ['huber']],
    ['three digits of a telephone number', '456', ['huber']],
    ['nothing for a number that is not there', '0664 1234568', []],
    ['a name with an apostrophe', "o'brien", ['obrien']],
    ['nothing for nothing', ' – !', []],
    ['nothing for a word that is nowhere', 'zzzzz', []],
  ])('finds %s', async (_, text, ids) => {
    const adapter = await opened(people);
    expect([...(await found(adapter, text))].sort()).toEqual([...ids].sort());
  });

  it('puts the word before its beginning, and that before a word with a mistake', async () => {
    const adapter = await opened({
      mistake: { name: 'Maier' },
      beginning: { name: 'Meierhofer' },
      exact: { name: 'Meier' },
    });
    expect(await found(adapter, 'meier')).toEqual(['exact', 'beginning', 'mistake']);
  });

  it('puts the heavier field first, then the shorter one, then the lower id', async () => {
    const adapter = await opened({
      note: { note: 'Berger' },
      long: { name: 'Hans Peter Maria Berger' },
      short: { name: 'Berger' },
      same: { name: 'Berger' },
    });
    expect(await found(adapter, 'berger')).toEqual(['same', 'short', 'long', 'note']);
  });

  it('lets a rare word weigh more than a common one', async () => {
    const rows: Record<string, RowData> = { a: { name: 'Common Rarely' }, b: { name: 'Commonly Rare' } };
    for (let index = 0; index < 50; index++) rows[`c${index}`] = { name: `Common ${index}` };
    expect(await found(await opened(rows), 'common rare')).toEqual(['b', 'a']);
  });

  it('respects a filter and a limit', async () => {
    const adapter = await opened(people);
    const hits = await adapter.search({ c: C, text: 'a', where: { f: 'company', is: 'eq', v: 'Alpenholz' }, limit: 5 });
    expect(hits.map(({ row }) => row.id)).toEqual(['huber']);
    expect(hits[0]?.score).toBeGreaterThan(0);
    expect(await found(adapter, '王', 1)).toHaveLength(1);
  });

  it('refuses a limit that is no page, a filter that is none, and a text that is no string', async () => {
    const adapter = await opened(people);
    const wrong: readonly unknown[] = [
      { c: C, text: 'a', limit: 0 },
      { c: C, text: 'a', limit: 1e9 },
      { c: C, text: 5, limit: 1 },
      { c: C, text: 'a', limit: 1, where: { f: 'name' } },
      { c: 'others', text: 'a', limit: 1, where: {} },
    ];
    for (const query of wrong)
      await expect(adapter.search(query as Parameters<StorageAdapter['search']>[0])).rejects.toMatchObject({
        fault: { kind: 'invalid' },
      });
  });

  it('has no hits in a collection that declares no paths', async () => {
    const adapter = await opened(people);
    await adapter.write({ ops: [{ op: 'put', c: 'others', id: 'a', expect: 'any', data: { name: 'Anna' } }] });
    expect(await adapter.search({ c: 'others', text: 'anna', limit: 5 })).toEqual([]);
  });

  it('knows what was written, changed, deleted and erased since', async () => {
    const adapter = await opened(people);
    expect(await found(adapter, 'anna')).toEqual(['huber', 'hueber']);
    await put(adapter, 'new', { name: 'Annabel' });
    await put(adapter, 'huber', { name: 'Berta Huber', phones: [{ value: '+1 555 0100' }] });
    expect(await found(adapter, 'anna')).toEqual(['new', 'hueber']);
    expect(await found(adapter, 'berta')).toEqual(['huber']);
    expect(await found(adapter, '5550100')).toEqual(['huber']);
    expect(await found(adapter, '0664 1234567')).toEqual([]);
    await adapter.write({ ops: [{ op: 'delete', c: C, id: 'hueber', expect: 'any' }] });
    await adapter.write({ ops: [{ op: 'purge', c: C, id: 'new' }] });
    expect(await found(adapter, 'anna')).toEqual([]);
    await put(adapter, 'hueber', { name: 'Anna again' });
    expect(await found(adapter, 'anna')).toEqual(['hueber']);
  });

  it('takes Chinese text that comes later', async () => {
    const adapter = await opened({ a: { name: 'Anna' } });
    expect(await found(adapter, '王')).toEqual([]);
    await put(adapter, 'b', { name: '王麗' });
    expect(await found(adapter, '王丽')).toEqual(['b']);
  });

  for (let seed = 1; seed <= Number(process.env['KITH_SEEDS'] ?? 4); seed++)
    it(`answers after any changes as an adapter that has just been filled (seed ${seed})`, async () => {
      const random = createRandom(seed);
      const parts = [
        'Anna',
        'Ann',
        'Huber',
        'Hubert',
        'Meier',
        'Maier',
        '王',
        '小明',
        '麗',
        '丽',
        'Süd',
        'sud',
        '4711',
        '0664123456',
      ];
      const data = (): RowData => ({
        name: Array.from({ length: 1 + random.below(3) }, () => random.pick(parts)).join(random.pick([' ', '-', ''])),
        ...(random.chance(0.3) && { note: random.pick(parts) }),
        ...(random.chance(0.3) && { phones: [{ value: `+43 ${random.below(1e6)}` }] }),
      });
      const rows = new Map<string, RowData>();
      const changed = await opened();
      for (let round = 0; round < 6; round++) {
        for (let change = 0; change < 150; change++) {
          const id = `r${random.below(300)}`;
          if (random.chance(0.25)) {
            rows.delete(id);
            await changed.write({ ops: [{ op: random.pick(['delete', 'purge'] as const), c: C, id, expect: 'any' }] });
          } else {
            const content = data();
            rows.set(id, content);
            await put(changed, id, content);
          }
        }
        const fresh = await opened(Object.fromEntries(rows));
        for (const text of [
          'ann',
          'anna huber',
          'meier',
          'hubre',
          '王',
          '王小',
          '丽',
          'sud an',
          '471',
          '664123',
          '0664 12',
          'm',
          '4',
        ]) {
          const answers = await Promise.all(
            [changed, fresh].map(async (adapter) =>
              (await adapter.search({ c: C, text, limit: 1000 })).map(({ row, score }) => [row.id, score]),
            ),
          );
          expect(answers[0], `${text} in round ${round}`).toEqual(answers[1]);
        }
      }
    });
});
