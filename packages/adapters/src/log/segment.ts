import type { Json, RowData } from '../adapter.js';
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
}

/** Rows in one segment: enough to be cheap, few enough to be read within a slice. */
export const SEGMENT_ROWS = 1000;

type StoredRow = readonly [id: string, rev: number, commit: number, data?: RowData | 0];
type StoredRun = readonly [c: string, origin: string | null, rows: readonly StoredRow[]];

/** Writes versions, which are in the order of commits, as segments. `dataText` answers the JSON of a version's content. */
export function* encodeSegments(
  versions: readonly Version[],
  dataText: (version: Version) => string,
  mark?: string,
): Generator<Segment, void, undefined> {
  let lastCommit = -1;
  let part = 0;
  for (let at = 0; at < versions.length; at += SEGMENT_ROWS) {
    const some = versions.slice(at, at + SEGMENT_ROWS);
    const commit = parseSeq(some.at(-1)?.row.seq ?? '');
    part = commit === lastCommit ? part + 1 : 0;
    lastCommit = commit;
    yield encodeSegment(some, part, dataText, mark);
  }
}

/** Writes versions as one segment. */
export function encodeSegment(
  versions: readonly Version[],
  part: number,
  dataText: (version: Version) => string,
  mark: string | undefined,
): Segment {
  const commit = parseSeq(versions.at(-1)?.row.seq ?? '');
  const text = encodeRuns(versions, dataText);
  return { commit, part, rows: versions.length, text, ...(mark !== undefined && { mark }) };
}

function encodeRuns(versions: readonly Version[], dataText: (version: Version) => string): string {
  const runs: string[] = [];
  let rows: string[] = [];
  let run: Version | undefined;
  const endRun = () => {
    if (run !== undefined)
      runs.push(`[${JSON.stringify(run.c)},${JSON.stringify(run.origin ?? null)},[${rows.join(',')}]]`);
    rows = [];
  };
  for (const version of versions) {
    if (run === undefined || run.c !== version.c || run.origin !== version.origin) {
      endRun();
      run = version;
    }
    rows.push(encodeRow(version, dataText));
  }
  endRun();
  return `[${runs.join(',')}]`;
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

function parseRuns({ commit, part, text }: Segment): readonly StoredRun[] {
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
