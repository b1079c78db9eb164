import { html, nothing, type TemplateResult } from 'lit';
import type { Icon } from './icon.js';
import { warning } from './icons/shown.js';
import { emptyState } from './states.js';

/** What an element says while it has nothing to show. */
export interface RecordStateSentences {
  readonly loading: string;
  readonly missingTitle: string;
  readonly missingText: string;
  readonly failedTitle: string;
  readonly failedText: string;
  readonly again: string;
}

/** How far the reading of something has come. */
export interface Reading {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly isSlow: boolean;
  readonly value: unknown;
  retry(): void;
}

/** What is read: the record itself, and what is shown with it. */
export interface RecordReading {
  readonly record: Reading;
  readonly others: readonly Reading[];
}

/**
 * What stands in place of a record that is not there: nothing at first, a skeleton after a moment, a sentence when it
 * does not exist, the failure of any reading with a way to try again. Undefined once the record can be drawn.
 */
export function recordState(
  { record, others }: RecordReading,
  say: RecordStateSentences,
  skeleton: () => TemplateResult,
  shape: Icon,
): TemplateResult | undefined {
  const failed = [record, ...others].filter((reading) => reading.status === 'error');
  if (failed.length > 0) return failure(failed, say);
  if (record.status !== 'ready')
    return html`<div role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${record.isSlow ? skeleton() : nothing}</div>`;
  if (record.value === undefined)
    return html`<div class="panel">${emptyState({ icon: shape, title: say.missingTitle, text: say.missingText })}</div>`;
  return undefined;
}

const retry = (failed: readonly Pick<Reading, 'retry'>[]): void => {
  for (const reading of failed) reading.retry();
};

/** What is said when something could not be read; trying again reads all of it anew. */
export const failure = (
  failed: readonly Pick<Reading, 'retry'>[],
  say: Pick<RecordStateSentences, 'failedTitle' | 'failedText' | 'again'>,
): TemplateResult => html`
  <div class="panel" role="alert">
    ${emptyState({
      icon: warning,
      title: say.failedTitle,
      text: say.failedText,
      action: html`<button type="button" class="button" @click=${() => retry(failed)}>${say.again}</button>`,
    })}
  </div>
`;
