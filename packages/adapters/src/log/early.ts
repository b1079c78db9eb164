import type { Row } from '../adapter.js';
import { loadSnapshot, type Preview, type PreviewRow } from '../engine/columns/preview.js';
import type { ColumnSnapshot } from '../engine/columns/snapshot.js';
import { formatSeq, parseSeq } from '../engine/seq.js';
import type { Early } from '../working-set/journal.js';
import { type ColumnsRecord, NO_PLACE } from './columns-record.js';
import type { Log } from './log.js';
import { readTail } from './meta.js';
import { cutRows, decodeSegment, type Segment } from './segment.js';
import { answerOf, transact } from './shelf.js';

/** What was written behind the columns is put into them, up to so much of it; with more, the rows are waited for. */
const TAIL_SEGMENTS = 128;
const TAIL_ROWS = 8000;
/** Pages whose rows lie in more segments wait, too: then everything is nearly as soon there. */
const MOST_SEGMENTS = 128;

/** What can be asked early, with the commit that its columns are of. */
export interface OpenedEarly extends Early {
  readonly commit: number;
}

/** Reads the columns of a book with what was written since; undefined when there are none, or none that fit. */
export async function openEarly(log: Log): Promise<OpenedEarly | undefined> {
  const { shelf, keys, schema, born } = log;
  const found = await transact(shelf, 'readonly', 'relaxed', async (store) => {
    const [record] = (await answerOf(store.getAll(keys.allColumns, 1))) as readonly ColumnsRecord[];
    if (record?.format !== 1 || record.born !== born || record.schema !== schema) return undefined;
    const { segments, meta } = await readTail(store, keys.behind(record.commit), TAIL_SEGMENTS, { schema, born });
    return meta === undefined || meta.erase === true ? undefined : { record, tail: segments };
  });
  if (found === undefined || found.tail.reduce((sum, { rows }) => sum + rows, 0) > TAIL_ROWS) return undefined;
  try {
    return earlyFrom(log, found.record, found.tail);
  } catch {
    // Columns that cannot be used, for whatever reason, are as good as none: the log has everything.
    return undefined;
  }
}

const emptySnapshot = (c: string): ColumnSnapshot => ({
  format: 1,
  c,
  ids: '',
  idEnds: new Uint32Array(0),
  revs: new Uint32Array(0),
  commits: new Float64Array(0),
  places: new Uint32Array(0),
  columns: [],
});

function earlyFrom(log: Log, record: ColumnsRecord, tail: readonly Segment[]): OpenedEarly {
  const { shelf, keys } = log;
  const previews = new Map<string, Preview>();
  for (const snapshot of record.collections) {
    if (snapshot.format !== 1) throw new TypeError('The columns are of another format.');
    previews.set(snapshot.c, loadSnapshot(snapshot));
  }
  const rows = new Map<string, Row>();
  const nameOf = (c: string, id: string): string => `${c} ${id}`;
  const known = (c: string, { id, rev, seq }: PreviewRow): Row | undefined => {
    const row = rows.get(nameOf(c, id));
    return row?.rev === rev && row.seq === seq ? row : undefined;
  };
  const previewOf = (c: string): Preview => {
    let preview = previews.get(c);
    if (preview === undefined) {
      preview = loadSnapshot(emptySnapshot(c));
      previews.set(c, preview);
    }
    return preview;
  };
  for (const segment of record.recent)
    for (const { c, row } of decodeSegment(segment)) rows.set(nameOf(c, row.id), row);
  let head = record.commit;
  for (const segment of tail) {
    head = Math.max(head, segment.commit);
    for (const version of decodeSegment(segment)) {
      const { c, row } = version;
      // A folded segment may reach back to what the columns have already.
      if (parseSeq(row.seq) <= record.commit) continue;
      previewOf(c).set(version, NO_PLACE);
      rows.set(nameOf(c, row.id), row);
    }
  }
  return {
    commit: record.commit,
    at: formatSeq(head),
    previewOf,
    async rowsOf(c, sought) {
      const bySegment = new Map<number, PreviewRow[]>();
      for (const row of sought) {
        if (known(c, row) !== undefined) continue;
        const some = bySegment.get(row.place);
        if (some === undefined) bySegment.set(row.place, [row]);
        else some.push(row);
      }
      if (bySegment.size > MOST_SEGMENTS || bySegment.has(NO_PLACE)) return undefined;
      const read = await log.steadily(() =>
        transact(shelf, 'readonly', 'relaxed', (store) =>
          Promise.all(
            [...bySegment].map(async ([place, some]) => {
              const [commit, part] = record.segments[place] ?? [-1, 0];
              const segment = (await answerOf(store.get(keys.segment(commit, part)))) as Segment | undefined;
              return segment === undefined ? [] : [...cutRows(segment, c, some)];
            }),
          ),
        ),
      );
      for (const row of read.flat()) rows.set(nameOf(c, row.id), row);
      const found = sought.flatMap((row) => known(c, row) ?? []);
      return found.length === sought.length ? found : undefined;
    },
  };
}
