import type { FieldDefinition } from '@kith/core/fields';
import { type DefinitionTrial, tryDefinition } from '@kith/store/fields';
import { html, nothing } from 'lit';
import { banner } from '../parts/banner.js';
import { spinner } from '../parts/button.js';
import { alert, check } from '../parts/icons/shown.js';
import type { FieldEditingHost } from './field-editing.js';
import type { FieldFormSentences } from './field-form.messages.js';

/** What a changed definition would mean for the rows there are, looked up while somebody changes it. */
export class DefinitionTrialRun {
  readonly #host: FieldEditingHost;
  #stop = new AbortController();
  #found: DefinitionTrial | undefined;
  #key = '';
  isRunning = false;
  /** Settles when the rows have been looked at. */
  finished: Promise<void> = Promise.resolve();

  constructor(host: FieldEditingHost) {
    this.#host = host;
  }

  /** Rows whose value would not fit, as far as is known. */
  get misfits(): number {
    return this.#found?.misfits ?? 0;
  }

  clear(): void {
    this.#stop.abort();
    this.#found = undefined;
    this.#key = '';
    this.isRunning = false;
  }

  look(definition: FieldDefinition): void {
    const key = JSON.stringify(definition);
    const store = this.#host.activeStore;
    if (key === this.#key || !store) return;
    this.clear();
    this.#key = key;
    this.#stop = new AbortController();
    this.isRunning = true;
    const { signal } = this.#stop;
    this.finished = tryDefinition(store, definition, { signal })
      // Who may not see the whole book is not told what is in it; the change itself is refused to them anyway.
      .catch(() => undefined)
      .then((found) => {
        if (signal.aborted) return;
        this.isRunning = false;
        this.#found = found?.ok ? found.value : undefined;
        this.#host.requestUpdate();
      });
  }

  render(say: FieldFormSentences): unknown {
    if (this.isRunning)
      return html`<div class="row muted" role="status">${spinner()}<span>${say.checking}</span></div>`;
    const found = this.#found;
    if (!found) return nothing;
    const { misfits, duplicates, filled } = found;
    if (misfits + duplicates === 0)
      return html`<div role="status">${banner('neutral', check, filled > 0 ? say.fitsAll(filled) : say.fitsNone)}</div>`;
    const examples = found.examples.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    return html`
      <div role="alert" class="consequences">
        ${banner(
          'warning',
          alert,
          html`
            ${misfits > 0 ? html`<p>${say.misfits(misfits, filled)}</p><p class="muted">${say.examples(examples.map((text) => `“${text.slice(0, 60)}”`).join(', '))}</p>` : nothing}
            ${duplicates > 0 ? html`<p>${say.duplicates(duplicates)}</p>` : nothing}
          `,
        )}
      </div>
    `;
  }
}
