import { css, html, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { ban, board } from '../parts/icons/barred.js';
import { alert } from '../parts/icons/shown.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { skeleton } from '../parts/waiting.js';
import { absenceMessages } from './absence.messages.js';
import type { BoardHost } from './board-host.js';

/** What stands in place of the board while there is none to be drawn. */
export class BoardAbsence {
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
    addStyles(host, stateStyles, absenceStyles);
  }

  /** A board in grey, in the shape of the real one. */
  loading(): TemplateResult {
    return html`
      <div class="board" role="status" aria-label=${this.#host.say.loading}>
        <div class="top">${skeleton('short')}</div>
        <div class="columns" aria-hidden="true">
          ${[3, 2, 3, 1].map(
            (cards) => html`
              <div class="column">
                <div class="head">
                  <div class="head-line">${skeleton('half')}</div>
                  <p class="sum">${skeleton('half')}</p>
                </div>
                <div class="cell">
                  <div class="cards loading">
                    ${Array.from({ length: cards }, () => html`<div class="card">${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>`)}
                  </div>
                </div>
              </div>
            `,
          )}
        </div>
      </div>
    `;
  }

  /** Its rows cannot be read, or not by this person. */
  failure(error: unknown, retry: () => void): TemplateResult {
    const say = sentencesIn(absenceMessages, this.#host.locale);
    const problem = problemOf(error);
    if (problem.code === 'store/denied' || problem.code.startsWith('permissions/'))
      return emptyState({ icon: ban, title: say.denied, text: say.deniedHow });
    return emptyState({
      icon: alert,
      title: say.failed,
      text: problemText(problem, this.#host.locale),
      action: html`<button type="button" class="button" @click=${retry}>${say.tryAgain}</button>`,
    });
  }

  /** There is no pipeline, or none with the id that was given. */
  noPipeline(isNamed: boolean): TemplateResult {
    const say = sentencesIn(absenceMessages, this.#host.locale);
    return emptyState(
      isNamed
        ? { icon: alert, title: say.unknownPipeline, text: say.unknownPipelineHow }
        : { icon: board, title: say.noPipeline, text: say.noPipelineHow },
    );
  }
}

const absenceStyles = css`
  .empty { align-content: center; block-size: 100%; }
  .columns[aria-hidden] .sum { padding-inline-start: 0; }
`;
