import type { Pipeline, Problem } from '@kith/core';
import { change } from '@kith/store/pipelines';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { busyButton, busyButtonStyles } from '../parts/busy-button.js';
import { buttonStyles } from '../parts/button.js';
import { input } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { alert } from '../parts/icons/shown.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { changesBetween } from './change-list.js';
import { goneFrom } from './draft-steps.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { PipelineDraft } from './pipeline-draft.js';
import { versionOf } from './pipeline-drafts.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';
import { publishMessages } from './publish.messages.js';

/** The question before a version is published: what changes, and how many deals have to move, and where to. */
export class PublishPipeline {
  readonly #host: PipelineEditorHost;
  readonly #modal: Modal;
  #lossReason = '';
  #refusal: Problem | undefined;
  #isBusy = false;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    const buttons = [buttonStyles].flat(3) as (typeof modalStyles)[];
    addStyles(host, ...buttons, modalStyles, busyButtonStyles, publishStyles);
  }

  async open(seen: Pipeline, draft: PipelineDraft): Promise<void> {
    const say = sentencesIn(publishMessages, this.#host.locale);
    this.#lossReason = '';
    this.#refusal = undefined;
    this.#isBusy = false;
    await this.#modal.open({
      title: say.title(versionOf(seen) + 2),
      close: say.close,
      content: () => this.#renderPlan(seen, draft),
      buttons: () => this.#renderButtons(seen, draft),
    });
  }

  render(): unknown {
    return this.#modal.render();
  }

  #renderPlan(seen: Pipeline, draft: PipelineDraft): TemplateResult {
    const { locale } = this.#host;
    const say = sentencesIn(publishMessages, locale);
    const { types } = sentencesIn(pipelineEditorMessages, locale);
    const countOf = (id: Parameters<PipelineEditorHost['countIn']>[0]): number => this.#host.countIn(id) ?? 0;
    const going = goneFrom(seen, draft).flatMap((stage) => {
      const to = draft.stages.find(({ id }) => id === draft.targets[stage.id]);
      return to && countOf(stage.id) > 0 ? [{ stage, to }] : [];
    });
    const retyped = draft.stages.filter((stage) => {
      const before = seen.stages.find(({ id }) => id === stage.id);
      return before && before.type !== stage.type && countOf(stage.id) > 0;
    });
    const isLosing = [...going.map(({ to }) => to), ...retyped].some(({ type }) => type === 'lost');
    const isAtReason = this.#refusal?.path === 'lossReason';
    const refusal = this.#refusal && problemText(this.#refusal, locale);
    const reason = { id: 'loss-reason', label: say.lossReason, error: isAtReason ? refusal : undefined };
    const write = (text: string): void => {
      this.#lossReason = text;
      this.#refusal = undefined;
      this.#host.requestUpdate();
    };
    return html`
      ${refusal && !isAtReason ? html`<div role="alert">${banner('negative', alert, refusal)}</div>` : nothing}
      <p>${say.text}</p>
      <ul class="plan" aria-label=${say.changes}>
        ${changesBetween(seen, draft, say, types).map((text) => html`<li><bdi>${text}</bdi></li>`)}
        ${going.map(({ stage, to }) => html`<li><bdi>${say.going(countOf(stage.id), stage.name, to.name)}</bdi></li>`)}
        ${retyped.map(({ id, name }) => html`<li><bdi>${say.follow(countOf(id), name)}</bdi></li>`)}
      </ul>
      ${isLosing || isAtReason ? field(reason, input({ ...reason, value: this.#lossReason, isRequired: true, onInput: write })) : nothing}
    `;
  }

  #renderButtons(seen: Pipeline, draft: PipelineDraft): TemplateResult {
    const say = sentencesIn(publishMessages, this.#host.locale);
    const onClick = (): void => void this.#publish(seen, draft);
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${say.cancel}</button>
      ${busyButton({ label: say.publish, busyLabel: say.publishing, isBusy: this.#isBusy, tone: 'primary', onClick })}
    `;
  }

  async #publish(seen: Pipeline, { name, stages, targets }: PipelineDraft): Promise<void> {
    this.#isBusy = true;
    this.#host.requestUpdate();
    const lossReason = this.#lossReason.trim() || undefined;
    const done = await this.#host.wish(change({ id: seen.id, name: name.trim(), stages, targets, lossReason, seen }));
    this.#isBusy = false;
    this.#refusal = done.ok ? undefined : done.problem;
    this.#host.requestUpdate();
    if (!done.ok) return;
    this.#modal.close();
    this.#host.published(done.value);
  }
}

/** The list of what changes, as sentences. */
const publishStyles = css`
  .plan { display: grid; gap: 6px; padding: 12px 14px; border-radius: var(--kith-radius-md); background: var(--kith-surface-sunken); overflow-wrap: anywhere; }
`;
