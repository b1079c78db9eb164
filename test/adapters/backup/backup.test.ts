import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  memoryAdapter,
  type Op,
  type OpenOptions,
  type Progress,
  type RowData,
  type StorageAdapter,
} from '@kith/adapters';
import { readBackupHeader, restoreBackup, verifyBackup, writeBackup } from '@kith/adapters/backup';
import { dexieAdapter } from '@kith/adapters/dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';

const options: OpenOptions = { tenant: 'tenant', schema: 3, collections: {}, migrations: [], onSuperseded() {} };
const about = { schema: 3, made: '2026-11-22T09:30:00.000Z', app: 'Intranet 4.2' };
const reading = { schema: 3, migrations: [] };

const put = (id: string, data: RowData, c = 'contacts'): Op => ({ op: 'put', c, id, expect: 'any', data });

async function bookOf(...batches: readonly (readonly Op[])[]): Promise<StorageAdapter> {
  const adapter = memoryAdapter();
  await adapter.open(options);
  for (const ops of batches) await adapter.write({ ops });
  return adapter;
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
const textOf = async (stream: ReadableStream<Uint8Array>) => new TextDecoder().decode(await bytesOf(stream));

async function contentOf(adapter: StorageAdapter): Promise<readonly string[]> {
  const rows: string[] = [];
  for await (const { c, row } of adapter.dump()) rows.push(JSON.stringify([c, row.id, row.deleted ?? false, row.data]));
  return rows.sort();
}

/** A file whose checksum is right, whatever its lines say. */
function sealed(lines: readonly string[], rows = lines.length - 1): Blob {
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return new Blob([`${body}${JSON.stringify({ kith: 'end', rows, sha256 })}\n`]);
}

const headerLine = (change: object = {}) =>
  JSON.stringify({ kith: 'backup', version: 1, schema: 3, made: about.made, rows: { contacts: 1 }, ...change });
const rowLine = (change: object = {}) =>
  JSON.stringify({ c: 'contacts', id: 'a', rev: 1, data: { name: 'Ada' }, ...change });

let book: StorageAdapter;
let file: Uint8Array<ArrayBuffer>;
let target: StorageAdapter;
let before: readonly string[];

beforeEach(async () => {
  book = await bookOf(
    [put('a', { name: 'Ada' }), put('b', { name: '王小明', lone: '\ud800' }), put('d', { title: 'Deal' }, 'deals')],
    [put('a', { name: 'Ada Lovelace' }), { op: 'delete', c: 'contacts', id: 'b', expect: 'any' }],
    [put('c', JSON.parse('{"__proto__":{"x":1},"n":1e21,"nested":[[{"deep":null}]]}') as RowData)],
  );
  file = await bytesOf(writeBackup(book, about));
  target = await bookOf([put('z', { name: 'here before' }), put('a', { name: 'older' })]);
  before = await contentOf(target);
});

describe('a backup', () => {
  it('BK1 and BK6 gives back every row and tombstone, and deletes what is not in it, as one commit', async () => {
    const outcome = await restoreBackup(target, new Blob([file]), reading);
    if (!outcome.ok) throw new Error(outcome.problem.message);
    const there = await contentOf(target);
    expect(there.filter((row) => !row.includes('"z"'))).toEqual(await contentOf(book));
    expect((await target.get('contacts', ['z']))[0]).toMatchObject({ deleted: true });
    expect(outcome.value.commit.rows.length).toBe(5);
    const { changes } = await target.changes('', 100);
    expect(new Set(changes.map(({ seq }) => seq))).toEqual(new Set([outcome.value.commit.seq]));
  });

  it('BK1 gives back whatever JSON can hold', async () => {
    const content = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.array(content, { maxLength: 8 }), async (contents) => {
        const from = await bookOf(contents.map((data, index) => put(`row${index}`, data as RowData)));
        const into = await bookOf();
        const outcome = await restoreBackup(into, new Blob([await bytesOf(writeBackup(from, about))]), reading);
        expect(outcome.ok).toBe(true);
        expect(await contentOf(into)).toEqual(await contentOf(from));
      }),
      { numRuns: 60 },
    );
  });

  it('BK1 is of one moment', async () => {
    const many = await bookOf(
      Array.from({ length: 4000 }, (_, index) => put(`row${index}`, { v: 'before'.repeat(20) })),
    );
    const reader = writeBackup(many, about).getReader();
    let text = new TextDecoder().decode((await reader.read()).value);
    await many.write({ ops: Array.from({ length: 4000 }, (_, index) => put(`row${index}`, { v: 'after' })) });
    for (let next = await reader.read(); !next.done; next = await reader.read())
      text += new TextDecoder().decode(next.value);
    expect(text).not.toContain('after');
    expect(await verifyBackup(new Blob([text]), reading)).toMatchObject({ ok: true, value: { rows: 4000 } });
  });

  it('BK2 is packed when wished, and known to be by its content', async () => {
    const packed = await bytesOf(writeBackup(book, { ...about, gzip: true }));
    expect(gunzipSync(packed)).toEqual(Buffer.from(file));
    expect(await verifyBackup(new Blob([packed]), reading)).toMatchObject({ ok: true, value: { rows: 4 } });
    expect((await restoreBackup(target, new Blob([packed]), reading)).ok).toBe(true);
  });

  it('BK2 comes in portions, from a stream of any portions, and tells how far it is', async () => {
    const many = await bookOf(
      Array.from({ length: 5000 }, (_, index) => put(`row${index}`, { name: `name ${index}` })),
    );
    const told: Progress[] = [];
    const portions: Uint8Array[] = [];
    for await (const portion of writeBackup(many, { ...about, onProgress: (progress) => told.push(progress) }))
      portions.push(portion);
    expect(portions.length).toBeGreaterThan(3);
    expect(told.at(0)).toEqual({ step: 'dump', done: 0, total: 5000 });
    expect(told.at(-1)).toEqual({ step: 'dump', done: 5000, total: 5000 });
    const whole = Buffer.concat(portions);
    const inPieces = (size: number) => () => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= whole.length) return controller.close();
          controller.enqueue(new Uint8Array(whole.subarray(at, at + size)));
          at += size;
        },
      });
    };
    for (const size of [1013, 4096, 1_000_000])
      expect(await verifyBackup(inPieces(size), reading)).toMatchObject({ ok: true, value: { rows: 5000 } });
    const restoring: Progress[] = [];
    await restoreBackup(target, inPieces(9999), { ...reading, onProgress: (progress) => restoring.push(progress) });
    expect(new Set(restoring.map(({ total }) => total))).toEqual(new Set([10_000]));
    expect(restoring.map(({ done }) => done)).toEqual(restoring.map(({ done }) => done).sort((a, b) => a - b));
    expect(restoring.at(-1)?.done).toBe(10_000);
    expect(await target.count('contacts')).toBe(5000);
  });

  it('BK3 says what it is in its first line, which can be read without the rest', async () => {
    const [first = ''] = new TextDecoder().decode(file).split('\n');
    expect(await readBackupHeader(new Blob([first, '\n{"broken'], {}))).toEqual({
      ok: true,
      value: { kith: 'backup', version: 1, ...about, rows: { contacts: 3, deals: 1 }, tombstones: { contacts: 1 } },
    });
    expect(new TextDecoder().decode(file)).not.toContain('tenant');
  });

  it('BK4 can be checked with sha256sum', async () => {
    const lines = new TextDecoder().decode(file).split('\n');
    const trailer = JSON.parse(lines.at(-2) ?? '') as { sha256: string };
    const body = `${lines.slice(0, -2).join('\n')}\n`;
    expect(trailer.sha256).toBe(createHash('sha256').update(body).digest('hex'));
  });

  it('BK9 has nothing of what was erased', async () => {
    const canary = 'canary-4711';
    await book.write({ ops: [put('e', { name: canary })] });
    expect(await textOf(writeBackup(book, about))).toContain(canary);
    await book.write({ ops: [{ op: 'purge', c: 'contacts', id: 'e' }] });
    expect(await textOf(writeBackup(book, about))).not.toContain(canary);
  });
});

describe('a backup that is not whole', () => {
  const problemOf = async (source: Blob): Promise<unknown> => {
    const outcome = await restoreBackup(target, source, reading);
    expect(await contentOf(target)).toEqual(before);
    return outcome.ok ? undefined : [outcome.problem.code, outcome.problem.params?.line];
  };

  it('BK4 and BK5 is found out with any byte changed', async () => {
    for (let at = 0; at < file.length; at++) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const outcome = await verifyBackup(new Blob([changed]), reading);
      expect(outcome.ok, `byte ${at}`).toBe(false);
    }
    const changed = new TextDecoder().decode(file).replace('Lovelace', 'Lovelock');
    expect(await problemOf(new Blob([changed]))).toEqual(['backup/wrong-checksum', undefined]);
  });

  it('BK4 and BK5 is found out wherever it is cut off', async () => {
    // Only the line feed at the very end may be missing: every row and the checksum are there.
    for (let length = 0; length < file.length - 1; length += 1) {
      const outcome = await verifyBackup(new Blob([file.slice(0, length)]), reading);
      expect(outcome.ok, `${length} bytes`).toBe(false);
    }
    expect(await problemOf(new Blob([file.slice(0, file.length - 90)]))).toEqual(['backup/truncated', undefined]);
    expect(await problemOf(new Blob([file.slice(0, 200)]))).toEqual(['backup/truncated', undefined]);
  });

  it('BK4 and BK5 is found out when it is packed, too', async () => {
    const packed = new Uint8Array(gzipSync(file));
    expect(await problemOf(new Blob([packed.slice(0, packed.length - 20)]))).toEqual(['backup/damaged', undefined]);
    const changed = packed.slice();
    changed[30] = (changed[30] ?? 0) ^ 1;
    expect((await verifyBackup(new Blob([changed]), reading)).ok).toBe(false);
  });

  const cases: readonly (readonly [string, Blob, readonly unknown[]])[] = [
    ['an empty file', new Blob([]), ['backup/not-a-backup', undefined]],
    ['a picture', new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 10, 0])]), ['backup/not-a-backup', undefined]],
    ['another JSON', new Blob(['{"name":"Ada"}\n']), ['backup/not-a-backup', undefined]],
    ['a newer format', sealed([headerLine({ version: 2 })]), ['backup/newer-format', undefined]],
    ['a newer schema', sealed([headerLine({ schema: 4 }), rowLine()]), ['backup/newer-schema', undefined]],
    ['no counts', sealed([headerLine({ rows: undefined }), rowLine()]), ['backup/wrong-line', 1]],
    [
      'tombstones without a count',
      sealed([headerLine({ tombstones: { contacts: 'two' } }), rowLine()]),
      ['backup/wrong-line', 1],
    ],
    ['a line that is no JSON', sealed([headerLine(), '{"c":']), ['backup/wrong-line', 2]],
    ['a line that is no row', sealed([headerLine(), '[1]']), ['backup/wrong-line', 2]],
    ['a row without an id', sealed([headerLine(), rowLine({ id: 'a b' })]), ['backup/wrong-line', 2]],
    ['a row without a revision', sealed([headerLine(), rowLine({ rev: 0 })]), ['backup/wrong-line', 2]],
    ['a row without content', sealed([headerLine(), rowLine({ data: 7 })]), ['backup/wrong-line', 2]],
    ['a row that is half deleted', sealed([headerLine(), rowLine({ deleted: 'yes' })]), ['backup/wrong-line', 2]],
    ['a row twice', sealed([headerLine(), rowLine(), rowLine()]), ['backup/wrong-line', 3]],
    ['an empty line', sealed([headerLine(), '', rowLine()]), ['backup/wrong-line', 2]],
    ['a row too many', sealed([headerLine(), rowLine(), rowLine({ id: 'b' })]), ['backup/wrong-count', undefined]],
    ['another number of rows', sealed([headerLine(), rowLine()], 2), ['backup/wrong-count', undefined]],
    ['rows of another collection', sealed([headerLine(), rowLine({ c: 'x' })]), ['backup/wrong-count', undefined]],
    ['something behind its end', new Blob([sealed([headerLine(), rowLine()]), rowLine()]), ['backup/wrong-line', 4]],
  ];
  for (const [name, source, problem] of cases)
    it(`BK5 is refused with ${name}, and nothing changes`, async () => {
      expect(await problemOf(source)).toEqual(problem);
    });

  it('BK5 changes nothing when the file is replaced after it was checked', async () => {
    const other = await bytesOf(writeBackup(await bookOf([put('a', { name: 'other' })]), about));
    let reads = 0;
    const outcome = await restoreBackup(target, () => new Blob([reads++ === 0 ? file : other]).stream(), reading);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'backup/wrong-checksum' } });
    expect(await contentOf(target)).toEqual(before);
  });

  it('BK5 changes nothing, and throws what happened, when the file cannot be read', async () => {
    const failure = new Error('the stick was pulled out');
    for (const [bytes, name] of [
      [file, 'plain'],
      [new Uint8Array(gzipSync(file)), 'packed'],
    ] as const) {
      const failing = () => {
        let isBegun = false;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            if (isBegun) throw failure;
            isBegun = true;
            controller.enqueue(bytes.slice(0, 60));
          },
        });
      };
      await expect(restoreBackup(target, failing, reading), name).rejects.toBe(failure);
    }
    expect(await contentOf(target)).toEqual(before);
  });
});

describe('a backup of another schema', () => {
  it('BK7 is brought to the present one', async () => {
    const outcome = await restoreBackup(target, sealed([headerLine({ schema: 1 }), rowLine()]), {
      schema: 3,
      migrations: [
        { from: 2, to: 3, map: (_, { data }) => ({ ...data, name: `${String(data.name)}!` }) },
        { from: 1, to: 2, map: (_, { data }) => ({ ...data, name: String(data.name).toUpperCase() }) },
      ],
    });
    expect(outcome.ok).toBe(true);
    expect((await target.get('contacts', ['a']))[0]?.data).toEqual({ name: 'ADA!' });
  });

  it('BK7 changes nothing when a migration throws', async () => {
    const failure = new Error('no such field');
    const migrations = [
      {
        from: 2,
        to: 3,
        map: () => {
          throw failure;
        },
      },
    ];
    const source = sealed([headerLine({ schema: 2 }), rowLine()]);
    await expect(restoreBackup(target, source, { schema: 3, migrations })).rejects.toBe(failure);
    expect(await contentOf(target)).toEqual(before);
  });
});

describe('a backup that is called off', () => {
  it('BK8 ends with the reason of the signal, wherever it was', async () => {
    const many = await bookOf(
      Array.from({ length: 6000 }, (_, index) => put(`row${index}`, { name: `name ${index}` })),
    );
    const whole = await bytesOf(writeBackup(many, about));
    for (const stopAt of [0, 1000, 5000, 6000, 8000, 11_000]) {
      const controller = new AbortController();
      const { signal } = controller;
      const onProgress = ({ done }: Progress) => void (done >= stopAt && controller.abort(new Error('called off')));
      await expect(restoreBackup(target, new Blob([whole]), { ...reading, signal, onProgress })).rejects.toThrow(
        'called off',
      );
      expect(await contentOf(target)).toEqual(before);
    }
    const controller = new AbortController();
    const reader = writeBackup(many, { ...about, signal: controller.signal }).getReader();
    await reader.read();
    controller.abort(new Error('called off'));
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow('called off');
  });

  it('BK8 ends also when the file does not answer any more', async () => {
    const controller = new AbortController();
    const silent = () => new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(file.slice(0, 300)) });
    const checking = verifyBackup(silent, { ...reading, signal: controller.signal });
    controller.abort(new Error('called off'));
    await expect(checking).rejects.toThrow('called off');
  });
});

describe('a backup of a log', () => {
  it('BK6 tells other handles', async () => {
    const one = dexieAdapter({ name: 'backup' });
    const other = dexieAdapter({ name: 'backup' });
    await one.open(options);
    await other.open(options);
    await restoreBackup(one, new Blob([file]), reading);
    await other.changes('', 1);
    expect(await contentOf(other)).toEqual(await contentOf(book));
    await one.destroy();
  });
});
