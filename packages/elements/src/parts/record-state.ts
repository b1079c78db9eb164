import { html, nothing, type TemplateResult } from 'lit';
import { warning } from './icons.js';
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

/** How far the reading of a record has come. */
export interface Reading {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly isSlow: boolean;
  readonly value: unknown;
  retry(): void;
}

/**
 * What stands in place of a record that is not there: nothing at first, a skeleton after a moment, a sentence when it
 * does not exist, the failure with a way to try again. Undefined once the record can be drawn.
 */
export function recordState(
  reading: Reading,
  say: RecordStateSentences,
  skeleton: () => TemplateResult,
  shape: string,
): TemplateResult | undefined {
  switch (reading.status) {
    case 'idle':
    case 'loading':
      return html`<div role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${reading.isSlow ? skeleton() : nothing}</div>`;
    case 'error':
      return html`
        <div class="panel" role="alert">
          ${emptyState({
            icon: warning,
            title: say.failedTitle,
            text: say.failedText,
            action: html`<button type="button" class="button" @click=${() => reading.retry()}>${say.again}</button>`,
          })}
        </div>
      `;
    case 'ready':
      return reading.value === undefined
        ? html`<div class="panel">${emptyState({ icon: shape, title: say.missingTitle, text: say.missingText })}</div>`
        : undefined;
  }
}
