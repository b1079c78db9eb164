import { makeId, type Problem } from '@kith/core';
import type { Command } from '@kith/store';
import { each } from '@kith/store/bulk';
import type { ListHost } from './list-host.js';
import type { ListRow } from './list-rows.js';

/** Rows that are changed in one commit. */
const CHUNK = 500;
/** Refusals that are told row by row. */
const TOLD = 100;

/** A row that was left as it was, and why. */
export interface Refused {
  readonly id: string;
  readonly name: string;
  readonly problem: Problem;
}

/** How far changing many rows has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What changing many rows came to. */
export interface Outcome {
  readonly done: number;
  readonly refused: readonly Refused[];
  /** How many were refused, told or not. */
  readonly left: number;
  /** Why it ended before the end, if it did. */
  readonly failure?: Problem | undefined;
}

/** How rows are changed, and who hears of it. */
export interface ChangeOptions<Row> {
  readonly commandFor: (row: Row) => Command<unknown>;
  /** What is told when it is done, with the undo of all of it. */
  readonly tell: (done: number, left: number) => string;
  readonly onProgress: (progress: Progress) => void;
  /** Ends it between two commits. */
  readonly signal: AbortSignal;
}

/** Changes many rows, some hundreds in each commit; all of them are one undo. What is refused is left as it is, and told. */
export async function changeRows<Row extends Pick<ListRow, 'id' | 'name'>>(
  host: Pick<ListHost, 'carryOut' | 'locale'>,
  rows: readonly Row[],
  { commandFor, tell, onProgress, signal }: ChangeOptions<Row>,
): Promise<Outcome> {
  const part = makeId('batch', host.locale.now(), Math.random);
  const refused: Refused[] = [];
  let left = 0;
  let done = 0;
  for (let from = 0; from < rows.length && !signal.aborted; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const isLast = from + CHUNK >= rows.length;
    const result = await host.carryOut(each(chunk.map(commandFor), part), {
      // Where nothing was changed, an undo would take back something else.
      done: (now) => {
        const changed = done + now.done;
        return isLast && changed > 0 ? { text: tell(changed, left + now.refused.length) } : undefined;
      },
      showsRefusal: () => true,
    });
    if (!result.ok) return { done, refused, left, failure: result.problem };
    done += result.value.done;
    left += result.value.refused.length;
    for (const { index, problem } of result.value.refused) {
      const row = chunk[index];
      if (row && refused.length < TOLD) refused.push({ id: row.id, name: row.name ?? row.id, problem });
    }
    onProgress({ done: from + chunk.length, total: rows.length });
    // The page breathes between two commits.
    await new Promise(requestAnimationFrame);
  }
  return { done, refused, left };
}
