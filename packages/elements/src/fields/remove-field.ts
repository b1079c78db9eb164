import type { Problem, Result } from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import { type ErasedValues, eraseValues, tryDefinition } from '@kith/store/fields';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { input } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { alert, check } from '../parts/icons/shown.js';
import { Modal } from '../parts/modal.js';
import { progressBar, progressStyles } from '../parts/progress.js';
import { radioGroup } from '../parts/radio-group.js';
import type { FieldEditingHost } from './field-editing.js';
import { fieldEditorMessages } from './field-editor.messages.js';
import { fieldFormStyles } from './field-form.styles.js';
import { type DefinitionChange, removal } from './field-work.js';
import { removeFieldMessages } from './remove-field.messages.js';

/**
 * The question before a field goes: its values stay in the records, or are erased for good. What cannot be undone is
 * confirmed by writing the field's name, shows how far it is, and can be stopped.
 */
export class RemoveField {
  readonly #host: FieldEditingHost;
  readonly #change: (change: DefinitionChange) => Promise<Result<unknown>>;
  readonly #modal: Modal;
  #definition: FieldDefinition | undefined;
  #label = '';
  #holding: number | undefined;
  #erases = false;
  #written = '';
  #stop: AbortController | undefined;
  #progress: readonly [done: number, all: number] | undefined;
  #outcome: ErasedValues | undefined;
  #refusal: Problem | undefined;

  constructor(host: FieldEditingHost, change: (change: DefinitionChange) => Promise<Result<unknown>>) {
    this.#host = host;
    this.#change = change;
    this.#modal = new Modal(host);
    const buttons = [buttonStyles].flat(3) as typeof fieldFormStyles;
    addStyles(host, ...buttons, ...fieldFormStyles, progressStyles);
  }

  async open(definition: FieldDefinition, label: string): Promise<void> {
    const say = sentencesIn(removeFieldMessages, this.#host.locale);
    this.#definition = definition;
    this.#label = label;
    this.#holding = undefined;
    this.#erases = false;
    this.#written = '';
    this.#progress = undefined;
    this.#outcome = undefined;
    this.#refusal = undefined;
    const counting = new AbortController();
    void this.#count(definition, counting.signal);
    await this.#modal.open({
      title: say.title(label),
      close: say.close,
      content: () => this.#renderBody(),
      buttons: () => this.#renderButtons(),
      onClose: () => {
        counting.abort();
        this.#stop?.abort();
      },
    });
  }

  render(): unknown {
    return this.#modal.render();
  }

  async #count(definition: FieldDefinition, signal: AbortSignal): Promise<void> {
    const store = this.#host.activeStore;
    // What is computed is nobody's, and worked out anew whenever it is wanted.
    if (!store || definition.formula !== undefined || definition.rollUp) return;
    const found = await tryDefinition(store, definition, { signal }).catch(() => undefined);
    if (signal.aborted || !found?.ok) return;
    this.#holding = found.value.filled;
    this.#host.requestUpdate();
  }

  #renderBody(): TemplateResult {
    const say = sentencesIn(removeFieldMessages, this.#host.locale);
    const name = this.#definition?.name ?? '';
    const part = { id: 'erase-name', label: say.type(name) };
    const write = (text: string): void => {
      this.#written = text;
      this.#host.requestUpdate();
    };
    const choose = (value: string): void => {
      this.#erases = value === 'erase';
      this.#host.requestUpdate();
    };
    return html`
      ${this.#refusal ? html`<div role="alert">${banner('negative', alert, problemText(this.#refusal, this.#host.locale))}</div>` : nothing}
      ${
        this.#progress
          ? this.#renderProgress(this.#progress)
          : html`
            <p role="status">${this.#holding === undefined ? say.counting : say.holding(this.#holding)}</p>
            ${radioGroup({
              label: say.what,
              name: 'values',
              value: this.#erases ? 'erase' : 'keep',
              choices: [
                { value: 'keep', label: say.keep, note: say.keepNote },
                { value: 'erase', label: say.erase, note: say.eraseNote },
              ],
              onChange: choose,
            })}
            ${this.#erases ? field(part, input({ ...part, value: this.#written, onInput: write })) : nothing}
          `
      }
    `;
  }

  #renderProgress([done, all]: readonly [number, number]): TemplateResult {
    const say = sentencesIn(removeFieldMessages, this.#host.locale);
    const outcome = this.#outcome;
    if (!outcome) return progressBar({ label: say.erasing, done, total: all, text: say.progress(done, all) });
    const { erased } = sentencesIn(fieldEditorMessages, this.#host.locale);
    return html`
      <div role="status">${banner(outcome.isStopped ? 'warning' : 'neutral', outcome.isStopped ? alert : check, outcome.isStopped ? say.stopped(outcome.erased) : erased(outcome.erased))}</div>
      ${outcome.kept.count > 0 ? html`<div role="status">${banner('warning', alert, say.kept(outcome.kept.count))}</div>` : nothing}
    `;
  }

  #renderButtons(): TemplateResult {
    const say = sentencesIn(removeFieldMessages, this.#host.locale);
    if (this.#outcome)
      return html`
        ${this.#outcome.isStopped ? html`<button type="button" class="button" @click=${() => void this.#erase()}>${say.goOn}</button>` : nothing}
        <button type="button" class="button primary" @click=${() => this.#modal.close()}>${say.done}</button>
      `;
    if (this.#progress)
      return html`<button type="button" class="button" @click=${() => this.#stop?.abort()}>${say.stop}</button>`;
    const isConfirmed = !this.#erases || this.#written.trim() === this.#definition?.name;
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${say.cancel}</button>
      <button type="button" class="button ${this.#erases ? 'danger' : 'primary'}" data-action="remove" ?disabled=${!isConfirmed} @click=${() => void this.#remove()}>${this.#erases ? say.removeAndErase : say.remove}</button>
    `;
  }

  async #remove(): Promise<void> {
    const definition = this.#definition;
    if (!definition) return;
    const { removed } = sentencesIn(fieldEditorMessages, this.#host.locale);
    const words = { text: removed(this.#label), name: this.#label, isFinal: this.#erases };
    const done = await this.#change(removal(definition, words));
    this.#refusal = done.ok ? undefined : done.problem;
    this.#host.requestUpdate();
    if (!done.ok) return;
    if (this.#erases) await this.#erase();
    else this.#modal.close();
  }

  async #erase(): Promise<void> {
    const store = this.#host.activeStore;
    const definition = this.#definition;
    if (!store || !definition) return;
    this.#stop = new AbortController();
    this.#outcome = undefined;
    const onProgress = (...progress: [number, number]): void => {
      this.#progress = progress;
      this.#host.requestUpdate();
    };
    onProgress(0, 0);
    try {
      const done = await eraseValues(store, definition, { signal: this.#stop.signal, onProgress });
      if (done.ok) this.#outcome = done.value;
      else this.#refusal = done.problem;
    } catch (cause) {
      this.#refusal = problemOf(cause);
    }
    if (this.#refusal) this.#progress = undefined;
    this.#host.requestUpdate();
  }
}
