import type { Change, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { severalHandles, survivesClosing } from './needs.js';
import { createRandom } from './random.js';
import { follow, nextTask, numbered, put, range, read, write } from './rows.js';

/** What a reader knows who has followed the feed: the newest revision of each row. */
const learned = (changes: readonly Change[]): Readonly<Record<string, number>> =>
  Object.fromEntries(changes.map(({ c, id, rev }) => [`${c}/${id}`, rev]));

/** The feed of changes. */
export const feed: Chapter = {
  title: '8 Feed',
  cases: [
    promise('P5 tells every row in the order of commits', async (stand) => {
      const adapter = await stand.open();
      for (const id of ['c', 'a', 'b']) await write(adapter, { [id]: { id } });
      same(
        (await follow(adapter)).map(({ id }) => id),
        ['c', 'a', 'b'],
        'the feed',
      );
    }),
    promise('P5 tells what happened to a row', async (stand) => {
      const adapter = await stand.open();
      const { seq } = await adapter.write({ ops: [put('a', { n: 1 })], origin: 'tab-1' });
      const [change] = await follow(adapter);
      same(
        change,
        { seq, c: 'items', id: 'a', rev: 1, deleted: false, row: await read(adapter, 'a'), origin: 'tab-1' },
        'the change',
      );
    }),
    promise('P5 leaves the origin out where there is none', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const [change] = await follow(adapter);
      same(change?.origin, undefined, 'origin');
    }),
    promise('P5 tells of deletions', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'present' }] });
      const last = (await follow(adapter)).at(-1);
      same([last?.id, last?.deleted, last?.rev], ['a', true, 2], 'the last change');
    }),
    promise('P5 goes on from any place, and skips nothing', async (stand) => {
      const adapter = await stand.open();
      const random = createRandom(5);
      const places = [''];
      for (let step = 0; step < 40; step++) {
        const ids = [0, 1, 2].map(() => numbered(random.below(12)));
        const commit = await adapter.write({
          ops: [...new Set(ids)].map((id) =>
            random.chance(0.2) ? ({ op: 'delete', c: 'items', id, expect: 'any' } as const) : put(id, { step }),
          ),
        });
        places.push(commit.seq);
      }
      const end = learned(await follow(adapter));
      for (const place of places) {
        const missed = learned(await follow(adapter, place));
        for (const [row, rev] of Object.entries(missed)) same(rev, end[row], `${row} since ${place}`);
      }
      same((await follow(adapter, places.at(-1))).length, 0, 'nothing since the last commit');
    }),
    promise('P5 comes to the same from every place, with pages of every size', async (stand) => {
      const adapter = await stand.open();
      for (let step = 0; step < 24; step++)
        await adapter.write({ ops: range(1 + (step % 3), (index) => put(numbered((step * 5 + index) % 9), { step })) });
      const all = await follow(adapter, '', 1000);
      const places = ['', ...all.map(({ seq }) => seq)];
      for (const place of new Set(places)) {
        const behind = all.filter(({ seq }) => places.indexOf(seq) > places.lastIndexOf(place));
        for (const limit of [1, 2, 5, 1000]) {
          const told = await follow(adapter, place, limit);
          if (stand.capabilities.feed === 'latest' && place !== '')
            same(
              told.map(({ id, rev }) => `${id}@${rev}`),
              behind.map(({ id, rev }) => `${id}@${rev}`),
              `behind ${place} by ${limit}`,
            );
          same(learned(told), learned(place === '' ? all : behind), `what is learned behind ${place} by ${limit}`);
        }
      }
    }),
    promise('P5 leads on from the end of every page to the next', async (stand) => {
      const adapter = await stand.open();
      for (let n = 0; n < 12; n++) await write(adapter, { [numbered(n)]: { n } });
      for (let place = '', pages = 0; ; pages++) {
        const page = await adapter.changes(place, 5);
        if (page.more) holds(page.next !== place, 'it goes forward');
        same(page.changes.at(-1)?.seq, page.next, 'it ends with the commit that it names');
        if (!page.more) return same(pages, 2, 'pages before the last');
        place = page.next;
      }
    }),
    promise(
      'P5 tells each row once from the beginning, where it keeps the latest only',
      async (stand) => {
        const adapter = await stand.open();
        for (let n = 0; n < 30; n++) await adapter.write({ ops: [put(`row${n % 4}`, { n }), put('always', { n })] });
        const ids = (await follow(adapter)).map(({ id }) => id);
        same(ids.length, new Set(ids).size, 'changes');
      },
      ({ feed: kept }) => (kept === 'latest' ? undefined : 'its feed has every version'),
    ),
    promise(
      'P5 tells every version, where it says so',
      async (stand) => {
        const adapter = await stand.open();
        for (let n = 1; n <= 10; n++) await write(adapter, { a: { n } });
        same(
          (await follow(adapter)).map(({ rev, row }) => [rev, row?.data.n ?? null]),
          range(10, (n) => [n + 1, n + 1]),
          'the versions',
        );
      },
      ({ feed: kept }) => (kept === 'full' ? undefined : 'its feed has the latest versions only'),
    ),
    promise('P5 tells nothing of a refused batch', async (stand) => {
      const adapter = await stand.open();
      const { seq } = await adapter.write({ ops: [put('a', {})] });
      for (let n = 0; n < 5; n++)
        await refuses(
          'conflict',
          () => adapter.write({ ops: [put('b', {}), { op: 'check', c: 'items', id: 'a', expect: 'absent' }] }),
          'a batch',
        );
      same(await adapter.changes(seq, 10), { changes: [], next: seq, more: false }, 'the feed');
    }),
    promise('P5 names in a page of rows a place from which the feed goes on', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {}, b: {} });
      const { at } = await adapter.query({ c: 'items', limit: 10 });
      same((await adapter.changes(at, 10)).changes, [], 'nothing since');
      await write(adapter, { c: {} });
      same(
        (await follow(adapter, at)).map(({ id }) => id),
        ['c'],
        'what came since',
      );
    }),
    promise(
      'P5 skips nothing for a reader of another handle while eight writers are under way',
      async (stand) => {
        const writers = await Promise.all(range(4, () => stand.open()));
        const reader = await stand.open();
        const told = new Map<string, number>();
        let place = '';
        const pull = async (): Promise<void> => {
          for (;;) {
            const page = await reader.changes(place, 7);
            for (const { id, rev } of page.changes) told.set(id, rev);
            place = page.next;
            if (!page.more) return;
          }
        };
        const isDone = Promise.all(
          range(8, async (writer) => {
            const adapter = writers[writer % writers.length] as StorageAdapter;
            for (let step = 0; step < 10; step++)
              await adapter.write({
                ops: [put(numbered(step, `w${writer}-`), { step }), put('all', { writer, step })],
              });
          }),
        ).then(() => true);
        while (
          !(await Promise.race([
            isDone,
            pull()
              .then(() => nextTask())
              .then(() => false),
          ]))
        );
        await pull();
        same(
          [told.size, told.get('all')],
          [81, 80],
          'rows the reader knows, and the newest revision of the one that all write',
        );
      },
      severalHandles,
    ),
    promise('P5 skips nothing for a reader who follows while others write', async (stand) => {
      const adapter = await stand.open();
      const told: Change[] = [];
      let place = '';
      const pull = async (): Promise<void> => {
        const page = await adapter.changes(place, 5);
        told.push(...page.changes);
        place = page.next;
        if (page.more) await pull();
      };
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let step = 0; step < 12; step++)
          await adapter.write({ ops: [put(numbered(step, `w${writer}-`), { step }), put('shared', { writer, step })] });
      });
      const isDone = Promise.all(writers).then(() => true);
      while (!(await Promise.race([isDone, pull().then(() => false)])));
      await pull();
      const known = learned(told);
      same(Object.keys(known).length, 8 * 12 + 1, 'rows the reader knows');
      same(known['items/shared'], 96, 'the newest revision of the shared row');
    }),
    promise('P5 tells the rows of one commit together', async (stand) => {
      const adapter = await stand.open();
      const commit = await adapter.write({ ops: Array.from({ length: 10 }, (_, index) => put(numbered(index), {})) });
      await write(adapter, { later: {} });
      const page = await adapter.changes('', 3);
      same(page.changes.length, 10, 'changes in the page');
      same([page.next, page.more], [commit.seq, true], 'where it goes on');
      holds(
        page.changes.every(({ seq }) => seq === commit.seq),
        'they have one seq',
      );
    }),
    promise('P5 tells the last version of each row at least', async (stand) => {
      const adapter = await stand.open();
      for (let n = 0; n < 50; n++) await adapter.write({ ops: [put(`row${n % 5}`, { n })] });
      const last = new Map((await follow(adapter)).map((change) => [change.id, change.row?.data.n]));
      same(
        [...last].sort(),
        [
          ['row0', 45],
          ['row1', 46],
          ['row2', 47],
          ['row3', 48],
          ['row4', 49],
        ],
        'the newest versions',
      );
    }),
    promise('P5 keeps the order of one row', async (stand) => {
      const adapter = await stand.open();
      for (let n = 1; n <= 10; n++) await write(adapter, { a: { n } });
      const revs = (await follow(adapter)).map(({ rev }) => rev);
      same(
        revs,
        [...revs].sort((a, b) => a - b),
        'revisions',
      );
    }),
    promise('P5 answers where to go on when nothing changed', async (stand) => {
      const adapter = await stand.open();
      const { seq } = await adapter.write({ ops: [put('a', {})] });
      same(await adapter.changes(seq, 10), { changes: [], next: seq, more: false }, 'the page');
    }),
    promise('P5 says that its feed does not reach a place of another life', async (stand) => {
      const adapter = await stand.open();
      for (let n = 0; n < 5; n++) await write(adapter, { a: { n } });
      const { next } = await adapter.changes('', 100);
      const other = await stand.open({ tenant: 'another' });
      await refuses('feed-trimmed', () => other.changes(next, 10), 'a place it never reached');
    }),
    promise('P5 refuses a place that is none, and pages of no size', async (stand) => {
      const adapter = await stand.open();
      await refuses('invalid', () => adapter.changes('nonsense', 10), 'nonsense');
      for (const limit of [0, -1, 0.5]) await refuses('invalid', () => adapter.changes('', limit), `limit ${limit}`);
    }),
    promise('P5 dumps every row once, tombstones included', async (stand) => {
      const adapter = await stand.open();
      await adapter.write({ ops: [put('a', { n: 1 }), put('gone', {})] });
      await adapter.write({ ops: [put('b', { n: 2 }, 'others')] });
      await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'gone', expect: 'any' }] });
      const dumped: string[] = [];
      for await (const { c, row } of adapter.dump()) {
        dumped.push(`${c}/${row.id}${row.deleted ? ' deleted' : ''}`);
        await adapter.write({ ops: [put(`during-${dumped.length}`, {})] });
      }
      same(dumped.sort(), ['items/a', 'items/gone deleted', 'others/b'], 'the dump');
    }),
    promise(
      'P5 goes on after it was reopened',
      async (stand) => {
        const first = await stand.open();
        for (let n = 0; n < 300; n++)
          await first.write({ ops: [put(`row${n % 120}`, { n })], origin: n % 2 === 0 ? 'even' : 'odd' });
        const before = await follow(first, '', 50);
        const { seq } = await first.write({ ops: [put('last', {})] });
        await first.close();
        const second = await stand.open();
        same(learned(await follow(second, '', 50)), { ...learned(before), 'items/last': 1 }, 'the feed');
        same((await follow(second, seq)).length, 0, 'nothing since');
        await write(second, { more: {} });
        same(
          (await follow(second, seq)).map(({ id }) => id),
          ['more'],
          'what is new',
        );
      },
      survivesClosing,
    ),
    promise('P6 hints no more after it was told to stop', async (stand) => {
      const adapter = await stand.open();
      let hints = 0;
      const stop = adapter.watch(() => hints++);
      stop();
      stop();
      await write(adapter, { a: {} });
      await adapter.changes('', 10);
      for (let turn = 0; turn < 5; turn++) await nextTask();
      same(hints, 0, 'hints');
    }),
    promise('P6 tells every watcher apart, and stops one without the others', async (stand) => {
      const adapter = await stand.open();
      const heard = { first: 0, second: 0 };
      const hint = () => heard.first++;
      const stops = [adapter.watch(hint), adapter.watch(hint), adapter.watch(() => heard.second++)];
      stops[0]?.();
      await write(adapter, { a: {} });
      await adapter.changes('', 10);
      for (let turn = 0; turn < 5; turn++) await nextTask();
      // A hint may be missing, but then for both.
      same(heard.first > 0, heard.second > 0, 'the watcher that was added twice and stopped once');
      for (const stop of stops) stop();
    }),
    promise(
      'P6 hints at what another handle wrote, or at least tells it when asked',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { n: 1 } });
        same(
          (await follow(other)).map(({ id }) => id),
          ['a'],
          'the feed of the other',
        );
        same((await read(other, 'a'))?.data, { n: 1 }, 'the row, once the feed has told it');
      },
      severalHandles,
    ),
  ],
};
