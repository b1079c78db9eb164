import type { Id } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import type { OnPaper } from '../base/on-paper.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { drawLater } from '../parts/nest-later.js';
import type { PipelineEditorHost } from './editor-host.js';
import type { PipelineDraft } from './pipeline-draft.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';

/** From which stage deals may go where, folded away until somebody asks for it; on paper it is there. */
export class MovesFold {
  readonly #host: PipelineEditorHost;
  #paper: OnPaper | undefined;
  readonly #table: Later<typeof import('./moves-table.js')>;
  #isOpen = false;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#table = new Later(host, async () => {
      const { OnPaper } = await import('../base/on-paper.js');
      this.#paper = new OnPaper(host);
      return import('./moves-table.js');
    });
  }

  /** `allow` says whether deals may go from one stage to another; nobody may change it without. */
  render(
    { stages }: PipelineDraft,
    allow: ((from: Id<'stage'>, to: Id<'stage'>, isAllowed: boolean) => void) | undefined,
  ): TemplateResult {
    const host = this.#host;
    const say = sentencesIn(pipelineEditorMessages, host.locale);
    const some = stages.filter(({ rules }) => rules?.next).length;
    // Whoever prints waits for nothing that is still to be fetched.
    this.#table.prefetch();
    return html`
      <details class="fold" part="moves" ?open=${this.#isOpen} @toggle=${this.#onToggle}>
        <summary class="icon-small">${icon(down)}<b>${say.moves}</b><span class="subtle">${some > 0 ? say.someMoves(some) : say.anyMove}</span></summary>
        ${this.#isOpen || this.#paper?.value ? drawLater(host, this.#table, ({ movesTable }) => movesTable(host, stages, allow)) : nothing}
      </details>
    `;
  }

  readonly #onToggle = ({ currentTarget }: Event): void => {
    if (this.#paper?.value) return;
    this.#isOpen = (currentTarget as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };
}
