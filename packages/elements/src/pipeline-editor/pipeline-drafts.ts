import type { Id, Pipeline } from '@kith/core';
import {
  begun,
  type DraftHistory,
  isSameDefinition,
  type PipelineDraft,
  stepped,
  steppedBack,
  steppedOn,
} from './pipeline-draft.js';

/** A pipeline that is being edited. */
export interface PipelineEditing {
  /** The pipeline that the draft was made from. */
  readonly seen: Pipeline;
  readonly history: DraftHistory;
}

/** The drafts of an editor, one for each pipeline: whoever looks at another one meanwhile finds theirs again. */
export class PipelineDrafts {
  readonly #byId = new Map<Id<'pipeline'>, PipelineEditing>();

  /** How a pipeline is edited, as it is stored now: a draft without changes follows what others do. */
  of(stored: Pipeline): PipelineEditing {
    const known = this.#byId.get(stored.id);
    if (known && versionOf(stored) < versionOf(known.seen)) return known; // what was published here is on its way back
    if (known && isSameDefinition(stored, known.seen)) return this.#keep(stored, known.history);
    return known && isChanged(known) ? known : this.#keep(stored, begun(stored));
  }

  /** Whether somebody else has changed a pipeline under its draft. */
  isConflict(stored: Pipeline): boolean {
    const { seen } = this.of(stored);
    return versionOf(stored) >= versionOf(seen) && !isSameDefinition(stored, seen);
  }

  /** One step on; see `stepped`. */
  set(stored: Pipeline, draft: PipelineDraft, typing?: string): void {
    const { seen, history } = this.of(stored);
    this.#keep(seen, stepped(history, draft, typing));
  }

  /** One step back, or forward again. */
  step(stored: Pipeline, way: 'back' | 'on'): void {
    const { seen, history } = this.of(stored);
    this.#keep(seen, way === 'back' ? steppedBack(history) : steppedOn(history));
  }

  /** Begins anew from a pipeline, with a draft of it or as it is: after a publication, a conflict, or when all is discarded. */
  begin(seen: Pipeline, draft?: PipelineDraft): void {
    const history = begun(seen);
    this.#keep(seen, draft ? stepped(history, draft) : history);
  }

  #keep(seen: Pipeline, history: DraftHistory): PipelineEditing {
    const known = this.#byId.get(seen.id);
    if (known?.seen === seen && known.history === history) return known;
    const editing = { seen, history };
    this.#byId.set(seen.id, editing);
    return editing;
  }
}

/** Whether a draft says anything else than what it was made from. */
export const isChanged = ({ seen, history }: PipelineEditing): boolean => !isSameDefinition(seen, history.now);

/** Which version of its definition a pipeline has, counted from 0. */
export const versionOf = ({ past }: Pipeline): number => past?.version ?? 0;
