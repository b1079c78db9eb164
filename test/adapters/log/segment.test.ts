import 'fake-indexeddb/auto';
import { keyvalAdapter } from '@kith/adapters/keyval';
import fc from 'fast-check';
import { createStore, entries, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { contentVersion, emptyVersion, type Version } from '../../../packages/adapters/src/engine/version.js';
import {
  contentText,
  decodeSegment,
  encodeSegments,
  SEGMENT_ROWS,
} from '../../../packages/adapters/src/log/segment.js';

const seqOf = (commit: number): string => String(commit).padStart(12, '0');
const withoutBlock = (versions: readonly Version[]) => versions.map(({ block: _, ...version }) => version);

describe('a segment', () => {
  it('P7 gives back every version, whatever is in it', () => {
    const id = fc.stringMatching(/^[\x21-\x7e]{1,20}$/);
    const origin = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    const name = fc.string({ minLength: 1 });
    const version = fc.oneof(
      fc
        .tuple(name, id, fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), origin)
        .map(([c, row, data, by]) => {
          // JSON has no -0, and rows have none either.
          const plain = JSON.parse(JSON.stringify(data)) as Version['row']['data'];
          return contentVersion(c, row, 1, seqOf(7), plain, by);
        }),
      fc
        .tuple(name, id, fc.boolean(), origin)
        .map(([c, row, purged, by]) => emptyVersion(c, row, 2, seqOf(8), purged, by)),
    );
    fc.assert(
      fc.property(fc.array(version, { maxLength: 30 }), (versions) => {
        const back = [...encodeSegments(versions, contentText)].flatMap(decodeSegment);
        expect(withoutBlock(back)).toEqual(withoutBlock(versions));
      }),
    );
  });

  it('P1 is cut where it gets long, and the parts of a commit are told apart', () => {
    const versions = Array.from({ length: SEGMENT_ROWS * 2 + 1 }, (_, index) =>
      contentVersion('items', `row${index}`, 1, seqOf(3), {}, undefined),
    );
    const places = [...encodeSegments(versions, contentText)].map(({ commit, part, rows }) => [commit, part, rows]);
    expect(places).toEqual([
      [3, 0, SEGMENT_ROWS],
      [3, 1, SEGMENT_ROWS],
      [3, 2, 1],
    ]);
  });

  it('P8 says which one is broken instead of opening half a book', async () => {
    const store = createStore('broken', 'log');
    const options = { tenant: 't', schema: 1, collections: {}, migrations: [], onSuperseded() {} };
    const adapter = keyvalAdapter({ name: 'broken', store });
    await adapter.open(options);
    await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'any', data: {} }] });
    await adapter.close();
    const [key, segment] =
      (await entries<IDBValidKey, { text?: string }>(store)).find(([, value]) => value.text !== undefined) ?? [];
    await set(key as IDBValidKey, { ...segment, text: '[[' }, store);
    await expect(keyvalAdapter({ name: 'broken', store }).open(options)).rejects.toMatchObject({
      fault: { kind: 'corrupt', detail: expect.stringContaining('commit 1, part 0') },
    });
  });
});
