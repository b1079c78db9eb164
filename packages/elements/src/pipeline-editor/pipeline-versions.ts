import type { Pipeline } from '@kith/core';
import { users } from '@kith/store';
import { changesOf, type PipelineChangeRow } from '@kith/store/pipelines';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { banner } from '../parts/banner.js';
import { busyButton, busyButtonStyles } from '../parts/busy-button.js';
import { buttonStyles } from '../parts/button.js';
import { alert } from '../parts/icons/shown.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { skeleton } from '../parts/waiting.js';
import { changesBetween } from './change-list.js';
import type { PipelineEditorHost } from './editor-host.js';
import { versionOf } from './pipeline-drafts.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';
import { publishMessages } from './publish.messages.js';

/** Every version of a pipeline with what it changed, when and by whom; the latest can be taken back. */
export class PipelineVersions {
  readonly #host: PipelineEditorHost;
  readonly #modal: Modal;
  readonly #changes: Live<ReturnType<typeof changesOf>>;
  readonly #users: Live<ReturnType<typeof users.all>>;
  #pipeline: Pipeline | undefined;
  #mayEdit = true;
  #isBusy = false;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.#changes = new Live(host, () => this.#pipeline && changesOf(this.#pipeline.id));
    this.#users = new Live(host, () => this.#pipeline && users.all());
    const buttons = [buttonStyles].flat(3) as (typeof modalStyles)[];
    addStyles(host, ...buttons, modalStyles, busyButtonStyles, versionStyles);
  }

  async open(pipeline: Pipeline, mayEdit: boolean): Promise<void> {
    const say = sentencesIn(publishMessages, this.#host.locale);
    this.#pipeline = pipeline;
    this.#mayEdit = mayEdit;
    await this.#modal.open({
      shape: 'drawer',
      title: say.versions(pipeline.name),
      close: say.close,
      content: () => this.#renderVersions(),
      onClose: () => {
        this.#pipeline = undefined;
      },
    });
  }

  render(): unknown {
    return this.#modal.render();
  }

  #renderVersions(): unknown {
    const say = sentencesIn(publishMessages, this.#host.locale);
    const { status, value = [] } = this.#changes;
    if (status === 'error') return html`<div role="alert">${banner('negative', alert, say.unreadable)}</div>`;
    if (status !== 'ready')
      return html`<div role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${skeleton('half')}</div>`;
    if (value.length === 0) return html`<p>${say.noVersions}</p>`;
    return html`<p>${say.versionsText}</p><ol class="versions">${value.map((each, index) => this.#renderVersion(each, index === 0))}</ol>`;
  }

  #renderVersion(change: PipelineChangeRow, isLatest: boolean): TemplateResult {
    const { locale } = this.#host;
    const say = sentencesIn(publishMessages, locale);
    const { types } = sentencesIn(pipelineEditorMessages, locale);
    const by = this.#users.value?.find(({ id }) => id === change.by)?.name;
    const when = locale.format.instant(change.at);
    const takeBack = async (): Promise<void> => {
      this.#isBusy = true;
      this.#host.requestUpdate();
      const isDone = await this.#host.takeBack(change);
      this.#isBusy = false;
      if (isDone) this.#modal.close();
      this.#host.requestUpdate();
    };
    const texts = [
      ...(change.reverts ? [say.takenBack] : []),
      ...changesBetween(change.before, change.after, say, types),
    ];
    return html`
      <li>
        <div class="version-head">
          <span>
            <b>${say.version(versionOf(change.after) + 1)}</b><br />
            <span class="subtle"><bdi>${when}</bdi>${by ? html` · <bdi>${by}</bdi>` : nothing}</span>
          </span>
          ${isLatest && this.#mayEdit ? busyButton({ label: say.takeBack, busyLabel: say.takingBack, isBusy: this.#isBusy, onClick: () => void takeBack() }) : nothing}
        </div>
        <ul>${texts.map((text) => html`<li class="muted"><bdi>${text}</bdi></li>`)}</ul>
      </li>
    `;
  }
}

/** The list of versions. */
const versionStyles = css`
  .versions > li { display: grid; gap: 4px; padding-block: 12px; }
  .versions > li + li { border-block-start: 1px solid var(--kith-border); }
  .version-head { display: flex; gap: 12px; align-items: flex-start; justify-content: space-between; }
`;
