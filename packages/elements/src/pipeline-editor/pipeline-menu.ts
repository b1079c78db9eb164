import type { Pipeline } from '@kith/core';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { clock, copy, plus } from '../parts/icons/shown.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import type { PipelineEditorHost } from './editor-host.js';
import { pipelineEditorMessages } from './pipeline-editor.messages.js';

/** What the menu of pipelines shows. */
export interface PipelineMenuOptions {
  readonly all: readonly Pipeline[];
  readonly current: Pipeline;
  readonly mayEdit: boolean;
  /** Shows the versions of the current one. */
  readonly versions: () => unknown;
}

/** The menu at the name of a pipeline: the others, a new one, a copy, the versions there were. */
export class PipelineMenu {
  readonly #host: PipelineEditorHost;
  readonly #menu: Menu;

  constructor(host: PipelineEditorHost) {
    this.#host = host;
    this.#menu = new Menu(host, 'start');
    addStyles(host, overlayStyles, menuStyles);
  }

  async open(anchor: HTMLElement, { all, current, mayEdit, versions }: PipelineMenuOptions): Promise<void> {
    const say = sentencesIn(pipelineEditorMessages, this.#host.locale);
    const choose = (id: string): void => {
      this.#host.pipeline = id;
    };
    await this.#menu.open(anchor, say.pipelines, [
      {
        caption: say.pipelines,
        items: all.map(({ id, name }) => ({ label: name, isCurrent: id === current.id, choose: () => choose(id) })),
      },
      {
        items: [
          ...(mayEdit
            ? [
                { label: say.newPipeline, icon: plus, choose: () => void this.#host.create() },
                { label: say.duplicate, icon: copy, choose: () => void this.#host.create('copy') },
              ]
            : []),
          { label: say.versions, icon: clock, choose: () => void versions() },
        ],
      },
    ]);
  }

  render(): unknown {
    return this.#menu.render();
  }
}
