import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import type { Contradiction } from './contradictions.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** Something that contradicts itself, below the stage it is about, with the press that lets go of it. */
export const contradictionLine = (
  { problem, mend }: Contradiction,
  mendIt: () => void,
  say: PipelineEditorSentences,
  locale: Locale,
): TemplateResult => html`
  <div class="wrong" role="alert" tabindex="-1">
    <span class="icon-small">${icon(alert)}<span>${problem ? problemText(problem, locale) : say.nameMissing}</span></span>
    ${mend ? html`<button type="button" class="button small" @click=${mendIt}>${say.mends[mend]}</button>` : nothing}
  </div>
`;
