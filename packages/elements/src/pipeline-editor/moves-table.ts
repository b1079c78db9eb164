import type { Id, Stage } from '@kith/core';
import { css, html, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import type { KithElement } from '../base/element.js';
import { sentencesIn } from '../base/locale.js';
import { checkStyles } from '../parts/check.styles.js';
import { checkbox } from '../parts/checkbox.js';
import { stageFormMessages } from './stage-form.messages.js';

/**
 * The moves that are allowed, as a table of checkboxes: a line for each stage, a column for each it may lead to. Without
 * `allow` it is only looked at.
 */
export function movesTable(
  host: KithElement,
  stages: readonly Stage[],
  allow?: (from: Id<'stage'>, to: Id<'stage'>, isAllowed: boolean) => void,
): TemplateResult {
  addStyles(host, checkStyles, movesStyles);
  const say = sentencesIn(stageFormMessages, host.locale);
  const cell = (from: Stage, to: Stage): unknown =>
    to.id === from.id
      ? html`<span class="subtle" aria-hidden="true">–</span>`
      : checkbox({
          label: say.move(from.name, to.name),
          isLabelUnseen: true,
          isOn: from.rules?.next?.includes(to.id) ?? true,
          isDisabled: !allow,
          onChange: (isOn) => allow?.(from.id, to.id, isOn),
        });
  return html`
    <div class="moves" role="region" tabindex="0" aria-label=${say.moves}>
      <table>
        <thead>
          <tr><th scope="col">${say.from}</th><th scope="colgroup" colspan=${stages.length}>${say.to}</th></tr>
          <tr><td></td>${stages.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr>
        </thead>
        <tbody>
          ${stages.map((from) => html`<tr><th scope="row"><bdi>${from.name}</bdi></th>${stages.map((to) => html`<td>${cell(from, to)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  `;
}

/** The looks of {@link movesTable}: what a line leads from stays in sight. */
const movesStyles = css`
  .moves { overflow-x: auto; border-block-start: 1px solid var(--kith-border); border-end-start-radius: var(--kith-radius-lg); border-end-end-radius: var(--kith-radius-lg); }
  .moves:focus-visible { outline-offset: -2px; }
  .moves > table { border-collapse: collapse; min-inline-size: 100%; }
  .moves :is(th, td) { min-inline-size: 72px; padding: 6px 10px; text-align: center; font-weight: var(--kith-weight); }
  .moves th[colspan] { text-align: start; }
  .moves td > .check { display: flex; justify-content: center; padding: 0; }
  .moves thead :is(th, td) { font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); vertical-align: bottom; }
  .moves tr > :first-child { position: sticky; inset-inline-start: 0; z-index: 1; min-inline-size: 104px; max-inline-size: 160px; padding-inline-start: 16px; background: var(--kith-surface); text-align: start; overflow-wrap: anywhere; }
  .moves tbody tr { border-block-start: 1px solid var(--kith-border); }
`;
