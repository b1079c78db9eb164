import type { Stage } from '@kith/core';
import { css, html, svg, type TemplateResult } from 'lit';

const RADIUS = 3.8;

/** A stage's probability as a pie; a check for won, a cross for lost. Says nothing to a screen reader. */
export const stagePie = (stage: Stage): TemplateResult =>
  html`<svg class="pie ${stage.type}" viewBox="0 0 16 16" aria-hidden="true">${shapeOf(stage)}</svg>`;

function shapeOf(stage: Stage): TemplateResult {
  switch (stage.type) {
    case 'won':
      return svg`<circle class="pie-disc" cx="8" cy="8" r="7"></circle><path class="pie-mark" d="M5.1 8.2l2 2l3.8-4.2"></path>`;
    case 'lost':
      return svg`<circle class="pie-disc" cx="8" cy="8" r="7"></circle><path class="pie-mark" d="M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5"></path>`;
    case 'open':
      return svg`<circle class="pie-ring" cx="8" cy="8" r="6.25"></circle><path class="pie-slice" d=${slice(stage.probability / 100)}></path>`;
  }
}

function slice(share: number): string {
  if (share >= 1)
    return `M8 ${8 - RADIUS}a${RADIUS} ${RADIUS} 0 1 1 0 ${2 * RADIUS}a${RADIUS} ${RADIUS} 0 1 1 0 ${-2 * RADIUS}Z`;
  const angle = share * 2 * Math.PI;
  const [x, y] = [8 + RADIUS * Math.sin(angle), 8 - RADIUS * Math.cos(angle)];
  return `M8 8V${8 - RADIUS}A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
}

/** The looks of {@link stagePie}. */
export const stagePieStyles = css`
  .pie { display: block; flex: none; inline-size: 14px; block-size: 14px; fill: none; stroke: none; color: var(--kith-text-subtle); }
  .pie-ring { stroke: currentColor; stroke-width: 1.5; }
  .pie-slice { fill: currentColor; }
  .pie-disc { fill: currentColor; }
  .pie.won { color: var(--kith-positive-fill); }
  .pie.lost { color: var(--kith-text-disabled); }
  .pie-mark { stroke: var(--kith-surface); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
`;
