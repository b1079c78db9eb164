import { type Deal, type Pipeline, reopenStage, type Stage } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../base/format.js';
import type { DealSentences } from './messages.js';

/** What the path needs besides the deal. */
export interface StagePathOptions {
  readonly say: DealSentences;
  readonly format: Format;
  readonly move: (stage: Stage) => void;
}

/**
 * The open stages of a pipeline as steps, with the deal's place among them; behind them, apart, those in which it would be
 * on hold. A click, Enter or Space on a step moves the deal there; arrow keys go from step to step. Needs
 * {@link stagePathStyles}.
 */
export function stagePath(deal: Deal, pipeline: Pipeline, { say, format, move }: StagePathOptions): TemplateResult {
  const open = pipeline.stages.filter(({ type }) => type === 'open');
  const stages = [...open, ...pipeline.stages.filter(({ type }) => type === 'hold')];
  const current = stages.findIndex((stage) => stage.id === deal.stageId);
  const isOnHold = stages[current]?.type === 'hold';
  // What is on hold has come as far as the open stage that it was in last.
  const reached = isOnHold ? open.indexOf(reopenStage(deal, pipeline) as Stage) : current;
  const stateOf = ({ type }: Stage, index: number): string => {
    if (index === current) return 'current';
    if (type === 'hold') return 'ahead';
    if (current < 0) return deal.status === 'won' ? 'won' : 'left';
    if (isOnHold) return index <= reached ? 'left' : 'ahead';
    return index < reached ? 'done' : 'ahead';
  };
  const label = ({ type, name, probability }: Stage): string =>
    type === 'hold' ? say.putOnHold(name) : say.moveTo(name, format.percent(probability));
  return html`
    <ol class="path" aria-label=${say.stages} @keydown=${onKeydown}>
      ${stages.map(
        (stage, index) => html`
          <li class="${stateOf(stage, index)} ${stage.type}" aria-current=${index === current ? 'step' : nothing}>
            <button
              type="button"
              tabindex=${index === Math.max(current, 0) ? 0 : -1}
              aria-label=${index === current ? stage.name : label(stage)}
              title=${index === current ? stage.name : label(stage)}
              @click=${() => move(stage)}
            ><bdi>${stage.name}</bdi></button>
          </li>
        `,
      )}
    </ol>
  `;
}

function onKeydown(event: KeyboardEvent): void {
  const steps = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button')];
  const at = steps.indexOf(event.target as HTMLElement);
  const isRightToLeft = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const to = { [onward]: at + 1, [back]: at - 1, Home: 0, End: steps.length - 1 }[event.key];
  if (to === undefined) return;
  steps[to]?.focus();
  event.preventDefault();
}

/** The looks of {@link stagePath}. */
export const stagePathStyles = css`
  .path { display: flex; gap: 3px; min-inline-size: 0; }
  .path > li { flex: 1; min-inline-size: 0; }
  .path > .current { flex: 1.6; }
  .path button { position: relative; display: block; inline-size: 100%; min-block-size: 30px; padding: 10px 2px 4px 0; padding-inline: 0 2px; border: 0; border-radius: 3px; background: none; color: var(--kith-text-subtle); font-size: var(--kith-size-xs); text-align: start; cursor: pointer; }
  .path bdi { display: inline-block; max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .path button::before { content: ''; position: absolute; inset-inline: 0; inset-block-start: 0; block-size: 4px; background: var(--kith-border); }
  .path > li:first-child button::before { border-start-start-radius: 2px; border-end-start-radius: 2px; }
  .path > li:last-child button::before { border-start-end-radius: 2px; border-end-end-radius: 2px; }
  .path button:hover { color: var(--kith-text); }
  .path button:hover::before { box-shadow: 0 0 0 1px var(--kith-accent); }
  .path > .done button::before { background: var(--kith-accent-border); }
  .path > .current button { font-weight: var(--kith-weight-strong); color: var(--kith-text); cursor: default; }
  .path > .current button::before { background: var(--kith-accent); box-shadow: none; }
  .path > .won button::before { background: var(--kith-positive-fill); }
  .path > .left button::before { background: var(--kith-border-strong); }
  .path > .hold { margin-inline-start: 9px; }
  .path > .hold button::before { border-radius: 2px; }
  .path > .hold.current button::before { background: var(--kith-text-subtle); }
  @container (max-width: 460px) {
    .path > .current { flex: 4; }
    .path > li:not(.current) bdi { opacity: 0; }
  }
  @media (forced-colors: active) {
    .path button::before { border: 1px solid CanvasText; background: Canvas; }
    .path > :is(.done, .won) button::before { background: CanvasText; }
    .path > .current button::before { border-color: Highlight; background: Highlight; }
  }
`;
