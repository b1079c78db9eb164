import { html, nothing, type TemplateResult } from 'lit';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { type Contradiction, mended } from './contradictions.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** Something that contradicts itself, below the stage it is about, with the press that lets go of it. */
export function contradictionLine(
  host: PipelineEditorHost,
  contradiction: Contradiction,
  say: PipelineEditorSentences,
): TemplateResult {
  const { problem, mend } = contradiction;
  const letGo = (): void => host.change((draft) => mended(draft, contradiction));
  return html`
    <div class="wrong" role="alert" tabindex="-1">
      <span class="icon-small">${icon(alert)}<span>${problem ? problemText(problem, host.locale) : say.nameMissing}</span></span>
      ${mend ? html`<button type="button" class="button small" @click=${letGo}>${say.mends[mend]}</button>` : nothing}
    </div>
  `;
}
