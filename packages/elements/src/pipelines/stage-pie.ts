import type { Stage } from '@kith/core';
import { css, html, svg, type TemplateResult } from 'lit';

/** A stage's probability as a pie; a check for won, a cross for lost, a pause for what is on hold. Says nothing to a screen reader. */
export const stagePie = (stage: Stage): TemplateResult =>
  html`<svg class="pie ${stage.type}" viewBox="0 0 16 16" aria-hidden="true">${shapeOf(stage)}</svg>`;

function shapeOf(stage: Stage): TemplateResult {
  switch (stage.type) {
    case 'won':
      return svg`<circle class="pie-disc" cx="8" cy="8" r="7"></circle><path class="pie-mark" d="M5.1 8.2l2 2l3.8-4.2"></path>`;
    case 'lost':
      return svg`<circle class="pie-disc" cx="8" cy="8" r="7"></circle><path class="pie-mark" d="M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5"></path>`;
    case 'open':
      return svg`<circle class="pie-ring" cx="8" cy="8" r="6.25"></circle><circle class="pie-slice" cx="8" cy="8" r="1.9" pathLength="100" stroke-dasharray="${stage.probability} 100" transform="rotate(-90 8 8)"></circle>`;
    case 'hold':
      return svg`<circle class="pie-ring" cx="8" cy="8" r="6.25"></circle><path class="pie-ring" d="M6.5 5.5v5M9.5 5.5v5"></path>`;
  }
}

/** The looks of {@link stagePie}. */
export const stagePieStyles = css`
  .pie { display: block; flex: none; inline-size: 14px; block-size: 14px; fill: none; stroke: none; color: var(--kith-text-subtle); }
  .pie-ring { stroke: currentColor; stroke-width: 1.5; }
  .pie-slice { stroke: currentColor; stroke-width: 3.8; }
  .pie-disc { fill: currentColor; }
  .pie.won { color: var(--kith-positive-fill); }
  .pie.lost { color: var(--kith-text-disabled); }
  .pie-mark { stroke: var(--kith-surface); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
`;
