import type { Problem } from '@kith/core';
import { pipelines } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { busyButton, busyButtonStyles } from '../parts/busy-button.js';
import { buttonStyles } from '../parts/button.js';
import { checkStyles } from '../parts/check.styles.js';
import { input } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { alert } from '../parts/icons/shown.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { radioGroup } from '../parts/radio-group.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { Definition } from './pipeline-draft.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';
import { type PipelineTemplate, pipelineTemplates, storedStages } from './templates.js';
import { templateMessages } from './templates.messages.js';

/** The question before a pipeline is made: what it begins with, and what it is called. It is there at once, and undone like any step. */
export class NewPipeline {
  readonly #host: PipelineEditorHost;
  readonly #modal: Modal;
  #templates: readonly PipelineTemplate[] = [];
  #copied: Definition | undefined;
  #key = '';
  #name: string | undefined;
  #refusal: Problem | undefined;
  #isNameMissing = false;
  #isBusy = false;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    const buttons = [buttonStyles].flat(3) as (typeof modalStyles)[];
    addStyles(host, ...buttons, modalStyles, checkStyles, busyButtonStyles);
  }

  /** Asks what to begin with, or for the name of a copy. */
  async open(copied: Definition | undefined): Promise<void> {
    const say = sentencesIn(templateMessages, this.#host.locale);
    this.#templates = pipelineTemplates(this.#host.locale);
    this.#copied = copied;
    this.#key = this.#templates[0]?.key ?? '';
    this.#name = undefined;
    this.#refusal = undefined;
    this.#isNameMissing = false;
    this.#isBusy = false;
    await this.#modal.open({
      title: copied ? say.copyTitle(copied.name) : say.title,
      close: say.close,
      content: () => this.#renderForm(),
      buttons: () => this.#renderButtons(),
    });
  }

  render(): unknown {
    return this.#modal.render();
  }

  get #template(): Definition | undefined {
    return this.#copied ?? this.#templates.find(({ key }) => key === this.#key);
  }

  /** What it is called: as it was typed, or like what it begins with. */
  get #nameNow(): string {
    const { copyOf } = sentencesIn(templateMessages, this.#host.locale);
    return this.#name ?? (this.#copied ? copyOf(this.#copied.name) : (this.#template?.name ?? ''));
  }

  #set(change: () => void): void {
    change();
    this.#isNameMissing = false;
    this.#refusal = undefined;
    this.#host.requestUpdate();
  }

  #renderForm(): TemplateResult {
    const { locale } = this.#host;
    const say = sentencesIn(templateMessages, locale);
    const part = { id: 'new-name', label: say.name, error: this.#isNameMissing ? say.nameMissing : undefined };
    const choices = this.#templates.map(({ key, name, stages }) => ({
      value: key,
      label: name,
      note: locale.format.list(stages.filter(({ type }) => type === 'open').map((stage) => stage.name)),
    }));
    const choose = (value: string): void =>
      this.#set(() => {
        this.#key = value;
      });
    const write = (text: string): void =>
      this.#set(() => {
        this.#name = text;
      });
    return html`
      ${this.#refusal ? html`<div role="alert">${banner('negative', alert, problemText(this.#refusal, locale))}</div>` : nothing}
      ${this.#copied ? html`<p>${say.copyText}</p>` : radioGroup({ label: say.beginWith, name: 'template', value: this.#key, choices, onChange: choose })}
      ${field(part, input({ ...part, value: this.#nameNow, longest: 200, isRequired: true, onInput: write }))}
    `;
  }

  #renderButtons(): TemplateResult {
    const say = sentencesIn(templateMessages, this.#host.locale);
    const onClick = (): void => void this.#create();
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${say.cancel}</button>
      ${busyButton({ label: say.create, busyLabel: say.creating, isBusy: this.#isBusy, tone: 'primary', onClick })}
    `;
  }

  async #create(): Promise<void> {
    const template = this.#template;
    const name = this.#nameNow.trim();
    this.#isNameMissing = name === '';
    this.#host.requestUpdate();
    const env = this.#host.activeStore?.storage.env();
    if (!template || !env || this.#isNameMissing) return;
    this.#isBusy = true;
    const stages = storedStages(template.stages, () => env.newId('stage'));
    const { created } = sentencesIn(pipelineEditorMessages, this.#host.locale);
    const done = await this.#host.wish(pipelines.create({ name, stages }), { text: created(name), name });
    this.#isBusy = false;
    this.#refusal = done.ok ? undefined : done.problem;
    this.#host.requestUpdate();
    if (!done.ok) return;
    this.#modal.close();
    this.#host.pipeline = done.value.id;
  }
}
