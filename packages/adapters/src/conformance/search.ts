import type { CollectionShape, RowData, SearchQuery, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise, type Stand } from './chapter.js';
import { answersSearch, restores, severalHandles, survivesClosing } from './needs.js';
import { catchUp, numbered, purge, put, range, remove, write, writeAll } from './rows.js';

const shape: CollectionShape = {
  indexes: [],
  search: [{ path: 'name', weight: 3 }, { path: 'notes' }, { path: 'emails.value' }],
};
const searchable = { collections: { items: shape, others: shape } };

const people: Readonly<Record<string, RowData>> = {
  ana: { name: 'Ana Souza', notes: 'met at the fair in Lisboa', emails: [{ value: 'ana@example.test' }] },
  anton: { name: 'Anton Weiß', notes: 'prefers letters' },
  jose: { name: 'José Álvarez', notes: 'knows Ana' },
  wang: { name: '王小明', notes: '住在上海的客户' },
  guo: { name: '國際貿易有限公司', notes: 'Taipei' },
  tanaka: { name: '田中さくら', notes: '東京タワーの近く' },
  kim: { name: '김민수', notes: '서울에서 만났다' },
  acme: { name: 'Acme Corporation', notes: 'builds rockets, anvils' },
  none: { title: 'Ana is not searched here' },
};

async function openWithPeople(stand: Stand): Promise<StorageAdapter> {
  const adapter = await stand.open(searchable);
  await write(adapter, people);
  return adapter;
}

async function find(
  adapter: StorageAdapter,
  text: string,
  more: Partial<SearchQuery> = {},
): Promise<readonly string[]> {
  return (await adapter.search({ c: 'items', text, limit: 20, ...more })).map(({ row }) => row.id);
}

/** What each text finds among the people, in any order. */
const table: readonly (readonly [title: string, text: string, found: readonly string[]])[] = [
  ['P15 finds a whole word', 'Souza', ['ana']],
  ['P15 finds the beginning of a word', 'sou', ['ana']],
  ['P15 finds whatever the case', 'ACME corporation', ['acme']],
  ['P15 finds with and without accents', 'jose alvarez', ['jose']],
  ['P15 finds by a word of another field', 'rockets', ['acme']],
  ['P15 finds by an item of a list', 'ana@example', ['ana']],
  ['P15 wants every word, in whatever order', 'souza ana', ['ana']],
  ['P15 wants every word, in whatever field', 'jose knows', ['jose']],
  ['P15 finds nothing when one of the words is missing', 'ana rockets', []],
  ['P15 finds nothing for what nobody has', 'zzyzx', []],
  ['P15 finds a Chinese name by its surname', '王', ['wang']],
  ['P15 finds a Chinese name by any part of it', '小明', ['wang']],
  ['P15 finds Chinese text in the middle of a sentence', '上海', ['wang']],
  ['P15 finds traditional characters by simplified ones', '国际贸易', ['guo']],
  ['P15 finds traditional characters by themselves', '國際', ['guo']],
  ['P15 finds Japanese text by any part of it', '東京', ['tanaka']],
  ['P15 finds Korean text by any part of it', '민수', ['kim']],
  ['P15 finds nothing in fields that are not declared', 'searched', []],
];

const byTable: readonly Case[] = table.map(([title, text, found]) =>
  promise(
    title,
    async (stand) => {
      const hits = await find(await openWithPeople(stand), text);
      same([...hits].sort(), [...found].sort(), text);
    },
    answersSearch,
  ),
);

/** Text that finds rows. */
export const search: Chapter = {
  title: '18 Search',
  cases: [
    ...byTable,
    promise(
      'P15 finds simplified characters by traditional ones',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await write(adapter, { a: { name: '国际贸易' }, b: { name: '北京' } });
        same(await find(adapter, '國際貿易'), ['a'], 'the traditional characters');
      },
      answersSearch,
    ),
    promise(
      'P15 answers the rows that it found, as they are',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        const hits = await adapter.search({ c: 'items', text: 'souza', limit: 5 });
        same(hits[0]?.row, (await adapter.get('items', ['ana']))[0], 'the row');
        await write(adapter, { ana: { name: 'Ana Souza', notes: 'moved to Porto' } });
        const later = await adapter.search({ c: 'items', text: 'souza', limit: 5 });
        same(later[0]?.row.data.notes, 'moved to Porto', 'the row as it is later');
      },
      answersSearch,
    ),
    promise(
      'P15 answers the best first, and says how good each is',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        const hits = await adapter.search({ c: 'items', text: 'ana', limit: 20 });
        same(hits[0]?.row.id, 'ana', 'a name outweighs a note');
        holds(
          hits.some(({ row }) => row.id === 'jose'),
          'a note is found, too',
        );
        const scores = hits.map(({ score }) => score);
        same(
          scores,
          [...scores].sort((a, b) => b - a),
          'the scores',
        );
      },
      answersSearch,
    ),
    promise(
      'P15 puts hits that are equally good in the order of their ids',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await write(adapter, { c: { name: 'Maple' }, a: { name: 'Maple' }, b: { name: 'Maple' } });
        same(await find(adapter, 'maple'), ['a', 'b', 'c'], 'the hits');
      },
      answersSearch,
    ),
    promise(
      'P15 puts a whole word before the beginning of another',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await write(adapter, { a: { name: 'Marketing' }, b: { name: 'Mark' } });
        same((await find(adapter, 'mark'))[0], 'b', 'the first hit');
      },
      answersSearch,
    ),
    promise(
      'P15 answers no more hits than were asked for, and the best of them',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await writeAll(adapter, [
          ...range(30, (index) => put(numbered(index), { notes: 'maple' })),
          put('zzz', { name: 'maple' }),
        ]);
        const hits = await find(adapter, 'maple', { limit: 5 });
        same([hits.length, hits[0]], [5, 'zzz'], 'the hits');
      },
      answersSearch,
    ),
    promise(
      'P15 finds only what passes the filter, however many do not',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await writeAll(
          adapter,
          range(60, (index) => put(numbered(index), { name: 'maple', open: index === 51 })),
        );
        same(
          await find(adapter, 'maple', { where: { f: 'open', is: 'eq', v: true }, limit: 5 }),
          [numbered(51)],
          'open ones',
        );
      },
      answersSearch,
    ),
    promise(
      'P15 follows every change of a row',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        await write(adapter, { ana: { name: 'Beatriz Souza' } });
        same([await find(adapter, 'lisboa'), await find(adapter, 'beatriz')], [[], ['ana']], 'after a change');
        await adapter.write({ ops: [remove('ana')] });
        same(await find(adapter, 'beatriz'), [], 'after a deletion');
        await write(adapter, { ana: { name: 'Carla' } });
        same([await find(adapter, 'beatriz'), await find(adapter, 'carla')], [[], ['ana']], 'after it came back');
      },
      answersSearch,
    ),
    promise(
      'P10 finds nothing by the words of an erased row',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        await adapter.write({ ops: [purge('ana')] });
        same(await find(adapter, 'souza'), [], 'by its name');
        same(await find(adapter, 'lisboa'), [], 'by its notes');
      },
      answersSearch,
    ),
    promise(
      'P15 finds rows of one collection only',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        await write(adapter, { other: { name: 'Souza' } }, 'others');
        same(await find(adapter, 'souza'), ['ana'], 'items');
        same(await find(adapter, 'souza', { c: 'others' }), ['other'], 'others');
      },
      answersSearch,
    ),
    promise(
      'P15 finds nothing where nothing was declared',
      async (stand) => {
        const adapter = await stand.open({ collections: { items: { indexes: [['name']] } } });
        await write(adapter, people);
        same(await find(adapter, 'ana'), [], 'a collection without search');
        same(await find(adapter, 'ana', { c: 'nowhere' }), [], 'a collection nobody wrote to');
      },
      answersSearch,
    ),
    promise(
      'P15 finds nothing for no words',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        for (const text of ['', '   ', '!?', '\n']) same(await find(adapter, text), [], JSON.stringify(text));
      },
      answersSearch,
    ),
    promise(
      'P15 takes whatever is typed as words, and nothing as a language of queries',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        for (const text of [
          'name:ana',
          '"',
          'ana AND',
          '*',
          '(',
          '\\',
          'a.*',
          '%',
          "';--",
          '\u0000',
          '\ud83d',
          '__proto__',
        ])
          holds(Array.isArray(await find(adapter, text)), JSON.stringify(text));
        await write(adapter, { odd: { name: '__proto__ constructor' } });
        same(await find(adapter, 'constructor'), ['odd'], 'words that mean something to JavaScript');
      },
      answersSearch,
    ),
    promise(
      'P15 finds a word in which one letter is wrong',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        holds((await find(adapter, 'corporetion')).includes('acme'), 'one letter is another');
        holds((await find(adapter, 'corporaton')).includes('acme'), 'one letter is missing');
      },
      answersSearch,
    ),
    promise(
      'P15 puts what is right before what is close',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await write(adapter, { a: { name: 'Johansen' }, b: { name: 'Johanson' } });
        same((await find(adapter, 'johanson'))[0], 'b', 'the first hit');
      },
      answersSearch,
    ),
    promise(
      'P11 finds nothing of another tenant',
      async (stand) => {
        const [ana, bo] = [
          await stand.open({ ...searchable, tenant: 'ana' }),
          await stand.open({ ...searchable, tenant: 'bo' }),
        ];
        await write(ana, people);
        same(await find(bo, 'souza'), [], 'what bo finds');
      },
      answersSearch,
    ),
    promise(
      'P15 finds again after it was reopened',
      async (stand) => {
        const first = await openWithPeople(stand);
        const before = await find(first, 'an');
        await first.close();
        const second = await stand.open(searchable);
        same(await find(second, 'an'), before, 'the hits');
        same(await find(second, '小明'), ['wang'], 'Chinese text');
      },
      answersSearch,
      survivesClosing,
    ),
    promise(
      'P15 finds what another handle wrote, once the feed has told it',
      async (stand) => {
        const [one, other] = [await stand.open(searchable), await stand.open(searchable)];
        same(await find(other, 'souza'), [], 'before');
        await write(one, people);
        await catchUp(other);
        same(await find(other, 'souza'), ['ana'], 'after');
      },
      answersSearch,
      severalHandles,
    ),
    promise(
      'P15 finds what was restored, and no more what it replaced',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        async function* rows() {
          yield { c: 'items', row: { id: 'new', rev: 1, seq: '', data: { name: 'Restored' } } };
        }
        await adapter.restore(rows());
        same([await find(adapter, 'restored'), await find(adapter, 'souza')], [['new'], []], 'the hits');
      },
      answersSearch,
      restores,
    ),
    promise(
      'P15 refuses questions of no size, and filters that are none',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        for (const limit of [0, -1, 1.5, stand.capabilities.limits.pageRows + 1])
          await refuses('invalid', () => find(adapter, 'ana', { limit }), `limit ${limit}`);
        const where = { f: 'v', is: 'like', v: 'x' } as unknown as NonNullable<SearchQuery['where']>;
        await refuses('invalid', () => find(adapter, 'ana', { where }), 'like');
      },
      answersSearch,
    ),
    promise(
      'P14 searches only while it is open',
      async (stand) => {
        const adapter = await openWithPeople(stand);
        await adapter.close();
        await refuses('closed', () => find(adapter, 'ana'), 'a search');
      },
      answersSearch,
    ),
    promise(
      'P15 refuses a search where it has said that it answers none',
      async (stand) => {
        const adapter = await stand.open(searchable);
        await refuses('unsupported', () => find(adapter, 'ana'), 'a search');
      },
      (capabilities) => (capabilities.search ? 'it searches' : undefined),
    ),
  ],
};
