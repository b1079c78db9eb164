import type { Op, RowData } from '@kith/adapters';
import { isSame } from '@kith/core/imports';
import { pauseBy } from '../imports/pause.js';
import { faultOf } from '../settle.js';
import type { Store } from '../store.js';
import { IDENTITY_OF, identities, identityRow, isSource } from './collection.js';

/** How far it has come. */
export interface Rebuilt {
  /** Rows looked at. */
  readonly seen: number;
  /** Identities written, because they were missing or of older rules. */
  readonly written: number;
}

/** So many rows are read at once, and written at once: each of them may stand under a dozen keys. */
const SLICE = 16;

/**
 * Writes the identities of rows that were there before they were kept, in slices between which others have their turn; it can
 * be broken off (`signal`) and begun again, and writes nothing where all is well. A row that somebody changes meanwhile is
 * left to that commit. With a policy it is for those who administer: it throws a KithError `store/denied` otherwise.
 */
export async function rebuildIdentities(
  store: Store,
  {
    signal,
    giveWay,
  }: {
    readonly signal?: AbortSignal;
    /** How it gives way to the page, after 10 milliseconds of work. */
    readonly giveWay?: () => Promise<void>;
  } = {},
): Promise<Rebuilt> {
  const adapter = store.storage.whole();
  const pause = pauseBy(giveWay);
  let seen = 0;
  let written = 0;
  for (const c of Object.keys(IDENTITY_OF).filter(isSource)) {
    let after: string | undefined;
    do {
      if (signal?.aborted) return { seen, written };
      // By name there is an index to walk along; a row that is renamed meanwhile has its identity written by that.
      const page = await adapter.query({
        c,
        order: [['name', 'asc']],
        limit: SLICE,
        ...(after !== undefined && { after }),
      });
      const known =
        page.rows.length > 0
          ? await adapter.get(
              identities.name,
              page.rows.map(({ id }) => id),
            )
          : [];
      const steps: (readonly Op[])[] = [];
      for (const [place, row] of page.rows.entries()) {
        await pause();
        const kept = known[place];
        const wanted = identityRow(c, row.data);
        if (isSame(kept && !kept.deleted ? kept.data : undefined, wanted)) continue;
        const guard: Op = { op: 'check', c, id: row.id, expect: { rev: row.rev } };
        const write: Op = wanted
          ? { op: 'put', c: identities.name, id: row.id, expect: 'any', data: wanted as unknown as RowData }
          : { op: 'delete', c: identities.name, id: row.id, expect: 'any' };
        steps.push([guard, write]);
      }
      await pause();
      if (await writeUnlessChanged(adapter, steps.flat())) written += steps.length;
      // Somebody has changed one of them meanwhile: the others are written by themselves.
      else for (const step of steps) written += (await writeUnlessChanged(adapter, step)) ? 1 : 0;
      seen += page.rows.length;
      after = page.next ?? undefined;
      await pause();
    } while (after !== undefined);
  }
  return { seen, written };
}

async function writeUnlessChanged(adapter: Store['storage']['adapter'], ops: readonly Op[]): Promise<boolean> {
  try {
    if (ops.length > 0) await adapter.write({ ops });
    return true;
  } catch (cause) {
    // Whoever changed the row meanwhile has written its identity along.
    if (faultOf(cause)?.kind === 'conflict') return false;
    throw cause;
  }
}
