import type { Id, Result } from '@kith/core';
import type { Command } from '@kith/store';
import type { PipelineChangeRow } from '@kith/store/pipelines';
import type { KithElement } from '../base/element.js';
import type { Contradiction } from './contradictions.js';
import type { PipelineDraft } from './pipeline-draft.js';
import type { PipelineEditing } from './pipeline-drafts.js';

/** The editor, as its drawer and its dialogs see it. */
export interface PipelineEditorHost extends KithElement {
  pipeline?: string;
  /** What is edited now. */
  readonly editing: PipelineEditing | undefined;
  /** Everything that contradicts itself in the draft, as far as it is known. */
  readonly contradictions: readonly Contradiction[];
  /** How many deals are in a stage; undefined while nobody knows. */
  countIn(id: Id<'stage'>): number | undefined;
  /** Changes the draft by one step; `typing` names the field that is typed into. */
  change(next: (draft: PipelineDraft) => PipelineDraft, typing?: string): void;
  announce(text: string): void;
  /** Sends a command of a dialog, which shows itself what is refused; `done` is said when it is carried out. */
  wish<Output>(
    command: Command<Output>,
    done?: { readonly text: string; readonly name: string },
  ): Promise<Result<Output>>;
  create(how?: 'template' | 'copy'): Promise<void>;
  published(change: PipelineChangeRow): void;
  takeBack(change: PipelineChangeRow): Promise<boolean>;
}
