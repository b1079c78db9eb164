import { type Id, ok, type Result } from '@kith/core';
import type { Staged } from '@kith/core/pipelines';
import type { Collection } from '../../collection.js';
import { KithError } from '../../error.js';
import { type Pause, pauseBy } from '../../imports/pause.js';
import type { Store } from '../../store.js';
import { dealsAsRows } from './change.js';
import { type Settled, SLICE, settle } from './settle.js';

/** How far the rows of a pipeline have come. */
export interface SettleProgress {
  readonly moved: number;
  readonly left: number;
}

/** How the rows of a pipeline are settled. */
export interface SettleOptions {
  readonly collection?: Collection<Staged>;
  readonly onProgress?: (progress: SettleProgress) => void;
  /** Stops between two slices; what is done stays done, and the rest waits for the next run. */
  readonly signal?: AbortSignal;
  /** How it gives way to the page between slices; by a task of the event loop when left out. */
  readonly giveWay?: () => Promise<void>;
}

/**
 * Brings all rows of a pipeline to where its definition wants them, slice by slice, with room for the page between. When
 * it is stopped or the page is closed, the next run goes on from there.
 */
export async function settlePipeline(
  store: Store,
  pipelineId: Id<'pipeline'>,
  { collection = dealsAsRows, onProgress, signal, giveWay }: SettleOptions = {},
): Promise<Result<Settled>> {
  const pause: Pause = pauseBy(giveWay);
  let most = SLICE;
  for (let moved = 0, conflicts = 0; ; ) {
    const slice = await store.run(settle({ pipelineId, most }, collection)).catch(inConflict);
    if (!slice) {
      // Where many people move rows, a smaller slice gets through between two of their moves.
      most = Math.max(1, Math.floor(most / 2));
      conflicts++;
      if (conflicts < MOST_CONFLICTS) continue;
      throw new KithError(
        'store/conflict',
        'Too much is being moved right now. Run it again later; what is done stays done.',
      );
    }
    if (!slice.ok) return slice;
    most = Math.min(SLICE, most * 2);
    conflicts = 0;
    moved += slice.value.moved;
    onProgress?.({ moved, left: slice.value.left });
    const isIdle = slice.value.moved === 0 && slice.value.stuck.length > 0;
    if (slice.value.isDone || isIdle || signal?.aborted) return ok({ ...slice.value, moved });
    await pause();
  }
}

const MOST_CONFLICTS = 20;

/** Other writers were quicker: undefined. Anything else is thrown. */
function inConflict(cause: unknown): undefined {
  if (cause instanceof KithError && cause.code === 'store/conflict') return undefined;
  throw cause;
}
