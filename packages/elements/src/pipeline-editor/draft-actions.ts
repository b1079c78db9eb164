import { html, nothing, type TemplateResult } from 'lit';
import { type Icon, icon } from '../parts/icon.js';
import { undo } from '../parts/icons/shown.js';
import { redo } from '../parts/icons/tools.js';
import { isChanged, type PipelineEditing } from './pipeline-drafts.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** What can be done with a draft. */
export interface DraftActions {
  readonly step: (way: 'back' | 'on') => void;
  readonly discard: () => void;
  readonly publish: () => void;
}

/** The buttons at the end of the head: back and forth in the draft, all of it away, or published. */
export function draftActions(
  editing: PipelineEditing,
  { step, discard, publish }: DraftActions,
  say: PipelineEditorSentences,
): TemplateResult {
  const { before, after } = editing.history;
  const isOther = isChanged(editing);
  const button = (way: 'back' | 'on', label: string, shape: Icon, isThere: boolean): TemplateResult =>
    html`<button type="button" class="button quiet square" aria-label=${label} title=${label} aria-disabled=${isThere ? 'false' : 'true'} @click=${() => step(way)}>${icon(shape)}</button>`;
  return html`
    <span class="head-actions">
      ${before.length + after.length > 0 ? html`<span>${button('back', say.undo, undo, before.length > 0)}${button('on', say.redo, redo, after.length > 0)}</span>` : nothing}
      ${isOther ? html`<button type="button" class="button quiet" @click=${discard}>${say.discard}</button>` : nothing}
      <button type="button" class="button primary" data-action="publish" aria-disabled=${isOther ? 'false' : 'true'} title=${isOther ? nothing : say.nothingToPublish} @click=${publish}>${say.publish}</button>
    </span>
  `;
}
