import type { Problem } from '@kith/core';
import type { Store } from '@kith/store';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { icon } from '../parts/icon.js';
import { check, warning } from '../parts/icons/shown.js';
import { download } from '../parts/icons/tools.js';
import { laterFailure } from '../parts/later-failure.js';
import { backupMessages } from './backup.messages.js';
import { bytesText } from './bytes.js';
import { redrawAt } from './keep-focus.js';
import { orAborted } from './or-aborted.js';
import { progress, type Work } from './progress.js';
import { rowCount } from './rows-of-kinds.js';

/** The element that a backup is saved from. */
export type BackupHost = LitElement & { readonly activeStore: Store | undefined; readonly locale: Locale };

type Saving =
  | { readonly step: 'idle' | 'cancelled' | 'missing' }
  | { readonly step: 'saving'; readonly work: Work | undefined }
  | {
      readonly step: 'saved';
      readonly name: string;
      readonly address: string;
      readonly rows: number;
      readonly bytes: number;
    }
  | { readonly step: 'failed'; readonly problem: Problem };

const IDLE: Saving = { step: 'idle' };

/**
 * Makes a backup of the book and hands it to the browser as a file, zipped. The file stays at hand as long as the
 * element is there, for those whose browser asked first and was told no. Needs the styles of `<kith-backup>`.
 */
export class SaveBackup implements ReactiveController {
  readonly #host: BackupHost;
  readonly #part: Later<Pick<typeof import('@kith/store/backup'), 'backUp' | 'backupName' | 'readBackup'>>;
  #saving: Saving = IDLE;
  #abort: AbortController | undefined;

  constructor(host: BackupHost) {
    this.#host = host;
    this.#part = new Later(host, async () => {
      const { backUp, backupName, readBackup } = await import('@kith/store/backup');
      return { backUp, backupName, readBackup };
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    void this.#become(IDLE);
  }

  async #save(): Promise<void> {
    const store = this.#host.activeStore;
    if (!store || this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    await this.#become({ step: 'saving', work: undefined });
    const next = await this.#write(store, abort.signal);
    this.#abort = undefined;
    await this.#become(next);
    if (next.step === 'saved') this.#host.renderRoot.querySelector<HTMLAnchorElement>('.save a[download]')?.click();
  }

  async #write(store: Store, signal: AbortSignal): Promise<Saving> {
    const part = await this.#part.load();
    if (!part) return { step: 'missing' };
    try {
      const bytes = part.backUp(store, {
        gzip: true,
        signal,
        onProgress: (work) => {
          if (!signal.aborted) void this.#become({ step: 'saving', work });
        },
      });
      // A storage that does not answer is not waited for: nothing depends on what becomes of it.
      const file = await orAborted(collected(bytes), signal);
      const header = await part.readBackup(file);
      if (signal.aborted) return { step: 'cancelled' };
      if (!header.ok) return { step: 'failed', problem: header.problem };
      const name = part.backupName(store, { gzip: true });
      const address = URL.createObjectURL(file);
      return { step: 'saved', name, address, rows: rowCount(header.value), bytes: file.size };
    } catch (error) {
      return signal.aborted ? { step: 'cancelled' } : { step: 'failed', problem: problemOf(error) };
    }
  }

  #become(next: Saving): Promise<void> {
    const before = this.#saving;
    if (before.step === 'saved') URL.revokeObjectURL(before.address);
    this.#saving = next;
    return redrawAt(this.#host, '.save');
  }

  readonly #onSave = (): void => void this.#save();
  readonly #onStop = (): void => this.#abort?.abort();

  render(): TemplateResult {
    const say = sentencesIn(backupMessages, this.#host.locale);
    const { step } = this.#saving;
    return html`
      <section class="save part" tabindex="-1" aria-label=${say.saveTitle}>
        <h4>${say.saveTitle}</h4>
        <p class="muted">${say.saveText}</p>
        <p class="unseen" role="status">${step === 'saving' ? say.saving : step === 'saved' ? say.saved : ''}</p>
        ${this.#renderStep()}
        ${step === 'saving' || step === 'saved' ? nothing : html`<button type="button" class="button primary" aria-disabled=${this.#host.activeStore ? 'false' : 'true'} @click=${this.#onSave}>${icon(download)}<span>${say.save}</span></button>`}
      </section>
    `;
  }

  #renderStep(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const say = sentencesIn(backupMessages, locale);
    const saving = this.#saving;
    switch (saving.step) {
      case 'idle':
        return nothing;
      case 'saving':
        return progress(saving.work, { label: say.saving, stop: say.cancel, onStop: this.#onStop, locale });
      case 'saved':
        return html`
          <div class="outcome">
            <p class="outcome-head">${icon(check)}<b><bdi>${saving.name}</bdi></b></p>
            <p class="muted">${say.savedText(say.rows(saving.rows), bytesText(saving.bytes, locale.lang))}</p>
            <p class="row wrap">
              <a class="button small" href=${saving.address} download=${saving.name}>${say.download}</a>
              <button type="button" class="button quiet small" @click=${this.#onSave}>${say.saveAgain}</button>
            </p>
          </div>
        `;
      case 'cancelled':
        return html`<p role="status">${say.saveCancelled}</p>`;
      case 'missing':
        return laterFailure(locale, this.#onSave);
      case 'failed':
        return html`<div role="alert">${banner('negative', warning, html`<b>${say.saveFailed}</b> ${problemText(saving.problem, locale)}`)}</div>`;
    }
  }
}

/** All of a stream as a file. A Response would do, but it does not tell why a stream failed. */
async function collected(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = bytes.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) parts.push(step.value);
  return new Blob(parts, { type: 'application/gzip' });
}
