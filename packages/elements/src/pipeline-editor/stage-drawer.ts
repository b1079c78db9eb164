import type { Id } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { buttonStyles } from '../parts/button.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { changedStage } from './draft-steps.js';
import type { PipelineEditorHost } from './editor-host.js';
import { StageForm } from './stage-form.js';
import { stageFormMessages } from './stage-form.messages.js';

/** The drawer in which a stage of the draft is edited: every change counts at once, and is a step that can be taken back. */
export class StageDrawer {
  readonly #host: PipelineEditorHost;
  readonly #modal: Modal;
  readonly #form: StageForm;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    const buttons = [buttonStyles].flat(3) as (typeof modalStyles)[];
    addStyles(host, ...buttons, modalStyles);
    this.#form = new StageForm(host);
  }

  async open(id: Id<'stage'>): Promise<void> {
    const say = sentencesIn(stageFormMessages, this.#host.locale);
    const stage = this.#host.editing?.history.now.stages.find((each) => each.id === id);
    if (!stage) return;
    this.#form.begin();
    await this.#modal.open({
      shape: 'drawer',
      title: say.title,
      close: say.close,
      content: () => this.#renderForm(id),
      buttons: () =>
        html`<button type="button" class="button primary" @click=${() => this.#modal.close()}>${say.done}</button>`,
    });
    // A new name is typed over the one it was given.
    this.#host.renderRoot.querySelector<HTMLInputElement>('#stage-name')?.select();
  }

  render(): unknown {
    return this.#modal.render();
  }

  /** A stage that somebody has taken out meanwhile, by a step back, is edited no more. */
  #renderForm(id: Id<'stage'>): TemplateResult | typeof nothing {
    const stage = this.#host.editing?.history.now.stages.find((each) => each.id === id);
    if (!stage) return nothing;
    const contradictions = this.#host.contradictions.filter(({ stageId }) => stageId === id);
    return this.#form.render({
      stage,
      contradictions,
      set: (changes, typing) =>
        this.#host.change((draft) => changedStage(draft, id, changes), typing && `${id} ${typing}`),
    });
  }
}
