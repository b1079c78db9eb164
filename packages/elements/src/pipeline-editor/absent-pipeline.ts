import { html, type TemplateResult } from 'lit';
import { problemOf } from '../base/problem-text.js';
import { ban, board } from '../parts/icons/barred.js';
import { failure, type Reading } from '../parts/record-state.js';
import { emptyState } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** What stands where no pipeline can be shown: it is loading, failed, forbidden, unknown, or there is none yet. */
export function absentPipeline(
  all: Reading & { readonly error: unknown },
  isAsked: boolean,
  create: () => void,
  say: PipelineEditorSentences,
): TemplateResult {
  if (all.status === 'error') {
    const { code } = problemOf(all.error);
    return code === 'store/denied' || code.startsWith('permissions/')
      ? html`<div role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText })}</div>`
      : failure([all], say);
  }
  if (all.status !== 'ready')
    return html`<div role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${all.isSlow ? html`<div class="waiting">${(['half', 'wide', 'half', 'wide'] as const).map(skeleton)}</div>` : ''}</div>`;
  if (isAsked) return emptyState({ icon: board, title: say.missingTitle, text: say.missingText });
  const action = html`<button type="button" class="button primary" @click=${create}>${say.newPipeline}</button>`;
  return emptyState({ icon: board, title: say.emptyTitle, text: say.emptyText, action });
}
