import type { Result } from '@kith/core';
import type { Store } from '@kith/store';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { cancelled } from '../base/command-event.js';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf } from '../base/problem-text.js';
import type { Question } from '../base/ui.js';
import { icon } from '../parts/icon.js';
import { upload } from '../parts/icons/tools.js';
import { laterFailure } from '../parts/later-failure.js';
import { backupMessages } from './backup.messages.js';
import { redrawAt } from './keep-focus.js';
import { orAborted } from './or-aborted.js';
import { progress, type Work } from './progress.js';
import { RestoreEvent } from './restore-event.js';
import type { CheckedBackup, Restoring } from './restoring.js';
import type { BackupHost } from './save-backup.js';

const IDLE: Restoring = { step: 'idle' };

/**
 * Makes the book what a backup holds: a file is chosen or dropped, checked from its first byte to its last, told, and
 * only then, when the person has said so twice, written. Whatever goes wrong before that changes nothing.
 * Needs the styles of `<kith-backup>`.
 */
export class RestoreBackup implements ReactiveController {
  readonly #host: BackupHost;
  readonly #confirm: (question: Question) => Promise<boolean>;
  readonly #part: Later<
    Pick<typeof import('@kith/store/backup'), 'checkBackup' | 'restoreBackup'> &
      Pick<typeof import('./restore-view.js'), 'checkedBackup' | 'restoreOutcome'>
  >;
  #restoring: Restoring = IDLE;
  #abort: AbortController | undefined;
  #isOver = false;

  /** `confirm` asks the person, and answers whether to go on. */
  constructor(host: BackupHost, confirm: (question: Question) => Promise<boolean>) {
    this.#host = host;
    this.#confirm = confirm;
    this.#part = new Later(host, async () => {
      const [{ checkBackup, restoreBackup }, { checkedBackup, restoreOutcome, styleRestore }] = await Promise.all([
        import('@kith/store/backup'),
        import('./restore-view.js'),
      ]);
      styleRestore(host);
      return { checkBackup, restoreBackup, checkedBackup, restoreOutcome };
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    void this.#become(IDLE);
  }

  /** Runs one piece of work that can be stopped, and goes on with what it answers. */
  async #carryOut(work: (store: Store, signal: AbortSignal) => Promise<Restoring>): Promise<void> {
    const store = this.#host.activeStore;
    if (!store || this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    let next: Restoring;
    try {
      next = await work(store, abort.signal);
    } catch (error) {
      next = abort.signal.aborted ? { step: 'cancelled' } : { step: 'failed', problem: problemOf(error) };
    }
    this.#abort = undefined;
    await this.#become(next);
  }

  #choose(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || this.#abort) return Promise.resolve();
    if (files.length > 1) return this.#become({ step: 'several' });
    return this.#carryOut(async (store, signal) => {
      await this.#become({ step: 'checking', file, work: undefined });
      const part = await this.#part.load();
      if (!part) return { step: 'missing' };
      const onProgress = (work: Work): void => this.#reach({ step: 'checking', file, work }, signal);
      const checked = await orAborted(part.checkBackup(store, file, { signal, onProgress }), signal);
      return checked.ok
        ? { step: 'checked', file, header: checked.value.header }
        : { step: 'refused', file, problem: checked.problem };
    });
  }

  async #restore(backup: CheckedBackup): Promise<void> {
    const { askTitle, askText, askAction } = sentencesIn(backupMessages, this.#host.locale);
    if (!(await this.#confirm({ title: askTitle, text: askText, action: askAction, tone: 'danger' }))) return;
    await this.#carryOut(async (store, signal) => {
      const { file, header } = backup;
      if (!this.#host.dispatchEvent(new RestoreEvent(header.made))) return refused(cancelled, file);
      await this.#become({ step: 'restoring', file, header, work: undefined });
      const part = await this.#part.load();
      if (!part) return { step: 'missing' };
      const onProgress = (work: Work): void => this.#reach({ step: 'restoring', file, header, work }, signal);
      const restored = await part.restoreBackup(store, file, { signal, onProgress });
      return restored.ok ? { step: 'restored', file, header } : refused(restored, file);
    });
  }

  #reach(next: Restoring, signal: AbortSignal): void {
    if (!signal.aborted) void this.#become(next);
  }

  #become(next: Restoring): Promise<void> {
    this.#restoring = next;
    return redrawAt(this.#host, '.restore');
  }

  render(): TemplateResult {
    const { locale, activeStore } = this.#host;
    const say = sentencesIn(backupMessages, locale);
    const { step } = this.#restoring;
    const isBusy = step === 'checking' || step === 'restoring' || step === 'checked';
    return html`
      <section class="restore part" tabindex="-1" aria-label=${say.restoreTitle} @dragover=${this.#onDragOver} @dragleave=${this.#onDragLeave} @drop=${this.#onDrop}>
        <h4>${say.restoreTitle}</h4>
        <p class="muted">${say.restoreText}</p>
        <p class="unseen" role="status">${this.#status()}</p>
        ${this.#renderStep()}
        ${
          isBusy
            ? nothing
            : html`
              <label class="drop ${this.#isOver ? 'over' : ''}">
                <input type="file" class="unseen" accept=".ndjson,.gz" ?disabled=${!activeStore} @change=${this.#onChoose} />
                ${icon(upload)}<span><span class="choose">${say.choose}</span> ${say.orDrop}</span>
              </label>
            `
        }
      </section>
    `;
  }

  #status(): string {
    const say = sentencesIn(backupMessages, this.#host.locale);
    const { step } = this.#restoring;
    switch (step) {
      case 'checking':
        return say.checking(this.#restoring.file.name);
      case 'checked':
        return say.checked;
      case 'restoring':
        return say.restoring;
      case 'restored':
        return say.restored;
      default:
        return '';
    }
  }

  #renderStep(): unknown {
    const { locale } = this.#host;
    const say = sentencesIn(backupMessages, locale);
    const restoring = this.#restoring;
    const shared = { stop: say.cancel, onStop: this.#onStop, locale };
    switch (restoring.step) {
      case 'idle':
        return nothing;
      case 'checking':
        return progress(restoring.work, { label: say.checking(restoring.file.name), ...shared });
      case 'restoring':
        return progress(restoring.work, { label: say.restoring, ...shared });
      case 'cancelled':
        return html`<p role="status">${say.restoreCancelled}</p>`;
      case 'several':
        return html`<p role="alert">${say.oneFile}</p>`;
      case 'missing':
        return laterFailure(locale, this.#onForget);
      case 'checked':
        return this.#part.value?.checkedBackup(restoring, {
          locale,
          restore: () => void this.#restore(restoring),
          forget: this.#onForget,
        });
      default:
        return this.#part.value?.restoreOutcome(restoring, locale);
    }
  }

  readonly #onForget = (): void => void this.#become(IDLE);
  readonly #onStop = (): void => this.#abort?.abort();

  readonly #onChoose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file chosen again is to be read again.
    input.value = '';
    void this.#choose(files);
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hover(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const section = event.currentTarget as HTMLElement;
    if (!section.contains(event.relatedTarget as Node | null)) this.#hover(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#hover(false);
    void this.#choose([...(event.dataTransfer?.files ?? [])]);
  };

  #hover(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}

const refused = (result: Extract<Result<unknown>, { ok: false }>, file: File): Restoring => ({
  step: 'refused',
  problem: result.problem,
  file,
});
