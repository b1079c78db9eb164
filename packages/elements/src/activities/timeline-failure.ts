import { html, type TemplateResult } from 'lit';
import { problemOf } from '../base/problem-text.js';
import { ban } from '../parts/icons/barred.js';
import { failure, type Reading } from '../parts/record-state.js';
import { emptyState } from '../parts/states.js';
import type { TimelineSentences } from './messages.js';

/** What stands in place of entries that cannot be read, or that whoever looks may not see. */
export function timelineFailure(
  readings: readonly Pick<Reading, 'retry'>[],
  error: unknown,
  say: TimelineSentences,
): TemplateResult {
  const { code } = problemOf(error);
  if (code !== 'store/denied' && !code.startsWith('permissions/')) return failure(readings, say);
  return html`<div class="panel" role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText })}</div>`;
}
