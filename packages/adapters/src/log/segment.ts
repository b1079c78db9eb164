import type { Json, Row, RowData, Seq } from '../adapter.js';
import { freezeDeep } from '../engine/plain.js';
import { formatSeq, parseSeq } from '../engine/seq.js';
import { contentVersion, emptyVersion, type Version } from '../engine/version.js';
import { StorageFault } from '../fault.js';

/** A stretch of the log as it is stored: versions in the order of commits, as one JSON text. */
export interface Segment {
  /** The last commit in it. */
  readonly commit: number;
  /** Which of the segments that end with that commit. */
  readonly part: number;
  readonly rows: number;
  /** `[[c, origin, [[id, rev, commit, data], [id, rev, commit] (deleted), [id, rev, commit, 0] (purged)]], …]` */
  readonly text: string;
  /** Which submission wrote it, so that a writer that lost its connection knows its own; folded segments have none. */
  readonly mark?: string;
  /** Where in the text each row begins and ends, so that one can be cut out without reading the others; short segments have none. */
  readonly spans?: Uint32Array;
}

/** Rows in one segment: enough to be cheap, few enough that a page of rows from all over the book is soon read. */
export const SEGMENT_ROWS = 256;

/** Segments of fewer rows are read as a whole. */
const ROWS_WITH_SPANS = 32;

type StoredRow = readonly [id: string, rev: number, commit: number, data?: RowData | 0];
type StoredRun = readonly [c: string, origin: string | null, rows: readonly StoredRow[]];

/**
 * Writes versions, which are in the order of commits, as segments. One that begins inside a commit ends with it, so that
 * whoever takes the segments behind a commit takes no row of that commit. `dataText` answers the JSON of a version's
 * content.
 */
export function* encodeSegments(
  versions: readonly Version[],
  dataText: (version: Version) => string,
  mark?: string,
): Generator<Segment, void, undefined> {
  let lastCommit = -1;
  let part = 0;
  for (let from = 0; from < versions.length; ) {
    const to = endOfSegment(versions, from);
    const some = versions.slice(from, to);
    const commit = parseSeq(some.at(-1)?.row.seq ?? '');
    part = commit === lastCommit ? part + 1 : 0;
    lastCommit = commit;
    yield encodeSegment(some, part, dataText, mark);
    from = to;
  }
}

/** A segment that begins inside a commit ends with it: what is filed under later commits begins behind it. */
function endOfSegment(versions: readonly Version[], from: number): number {
  const most = Math.min(from + SEGMENT_ROWS, versions.length);
  const seq = versions[from]?.row.seq;
  if (versions[from - 1]?.row.seq !== seq) return most;
  let to = from + 1;
  while (to < most && versions[to]?.row.seq === seq) to++;
  return to;
}

/** Writes versions as one segment. */
export function encodeSegment(
  versions: readonly Version[],
  part: number,
  dataText: (version: Version) => string,
  mark: string | undefined,
): Segment {
  const commit = parseSeq(versions.at(-1)?.row.seq ?? '');
  const spans = versions.length < ROWS_WITH_SPANS ? undefined : new Uint32Array(versions.length * 2);
  const text = encodeRuns(versions, dataText, spans);
  return {
    commit,
    part,
    rows: versions.length,
    text,
    ...(mark !== undefined && { mark }),
    ...(spans !== undefined && { spans }),
  };
}

function encodeRuns(
  versions: readonly Version[],
  dataText: (version: Version) => string,
  spans: Uint32Array | undefined,
): string {
  const parts: string[] = [];
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  let run: Version | undefined;
  for (const [index, version] of versions.entries()) {
    if (run !== undefined && run.c === version.c && run.origin === version.origin) write(',');
    else {
      write(
        `${run === undefined ? '[' : ']],'}[${JSON.stringify(version.c)},${JSON.stringify(version.origin ?? null)},[`,
      );
      run = version;
    }
    if (spans !== undefined) spans[index * 2] = length;
    write(encodeRow(version, dataText));
    if (spans !== undefined) spans[index * 2 + 1] = length;
  }
  write(run === undefined ? '[]' : ']]]');
  return parts.join('');
}

function encodeRow(version: Version, dataText: (version: Version) => string): string {
  const { row, purged } = version;
  const head = `["${jsonId(row.id)}",${row.rev},${parseSeq(row.seq)}`;
  if (purged) return `${head},0]`;
  return row.deleted ? `${head}]` : `${head},${dataText(version)}]`;
}

// Ids are printable ASCII: only these two need care, and hardly any id has them.
const jsonId = (id: string): string => (id.includes('"') || id.includes('\\') ? id.replace(/["\\]/g, '\\$&') : id);

/** The JSON of a version's content. */
export const contentText = ({ row }: Version): string => JSON.stringify(row.data);

/** Which row of which revision is looked for in a segment. */
export interface Sought {
  readonly id: string;
  readonly rev: number;
  readonly seq: Seq;
}

/** Reads some rows with content out of a segment, as far as they are there in this very version. */
export function* cutRows(
  { text, spans, ...segment }: Segment,
  c: string,
  sought: readonly Sought[],
): Generator<Row, void, undefined> {
  if (spans === undefined) {
    for (const version of decodeSegment({ text, ...segment }))
      if (version.c === c && sought.some((each) => isSame(each, version.row)) && !version.row.deleted)
        yield version.row;
    return;
  }
  const begins = sought.map(({ id, rev, seq }) => `["${jsonId(id)}",${rev},${parseSeq(seq)},{`);
  for (const [start, end] of spansOf(text, spans, c)) {
    const found = begins.findIndex((begin) => text.startsWith(begin, start));
    if (found < 0) continue;
    const { id, rev, seq } = sought[found] as Sought;
    const [, , , data] = JSON.parse(text.slice(start, end)) as StoredRow;
    yield contentVersion(c, id, rev, seq, freezeDeep(data as RowData & Json), undefined).row;
  }
}

/** Where the rows of one collection begin and end. */
function* spansOf(text: string, spans: Uint32Array, c: string): Generator<readonly [number, number], void, undefined> {
  let isWanted = false;
  let before = 0;
  for (let at = 0; at < spans.length; at += 2) {
    const start = spans[at] as number;
    const end = spans[at + 1] as number;
    // Only the first row of a run stands behind a bracket, and between it and the row before is what the run is of.
    if (text[start - 1] === '[')
      isWanted = (JSON.parse(`${text.slice(before === 0 ? 1 : before + 3, start - 2)}]`) as readonly Json[])[0] === c;
    if (isWanted) yield [start, end];
    before = end;
  }
}

const isSame = (sought: Sought, row: Row): boolean =>
  sought.id === row.id && sought.rev === row.rev && sought.seq === row.seq;

/** Reads a segment; one that cannot be read is `corrupt`. */
export function decodeSegment(segment: Segment): readonly Version[] {
  const versions: Version[] = [];
  for (const [c, origin, rows] of parseRuns(segment)) {
    let commit = -1;
    let seq = '';
    for (const [id, rev, rowCommit, data] of rows) {
      if (rowCommit !== commit) {
        commit = rowCommit;
        seq = formatSeq(commit);
      }
      versions.push(
        typeof data === 'object'
          ? contentVersion(c, id, rev, seq, freezeDeep(data as RowData & Json), origin ?? undefined)
          : emptyVersion(c, id, rev, seq, data === 0, origin ?? undefined),
      );
    }
  }
  return versions;
}

function parseRuns({ commit, part, text }: Pick<Segment, 'commit' | 'part' | 'text'>): readonly StoredRun[] {
  try {
    return JSON.parse(text) as readonly StoredRun[];
  } catch (cause) {
    throw new StorageFault(
      {
        kind: 'corrupt',
        detail: `the segment of commit ${commit}, part ${part}, cannot be read. Restore a backup, or destroy the book and begin anew.`,
      },
      { cause },
    );
  }
}
