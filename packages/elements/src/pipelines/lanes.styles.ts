import { css } from 'lit';

/** The looks of a board with lanes: it scrolls as a whole, with the heads of its columns at the top. */
export const lanesStyles = css`
  .columns.laned { display: block; overflow: auto; overflow-anchor: none; }
  .heads, .lanes { min-inline-size: var(--least); }
  .heads, .lane-cells { display: grid; grid-template-columns: var(--columns); column-gap: 8px; }
  .heads { position: sticky; inset-block-start: 0; z-index: calc(var(--kith-z-sticky) + 1); background: var(--kith-surface); }
  .lanes { position: relative; }
  .lane { position: absolute; inset-block-start: 0; inset-inline: 0; }
  .lane-head { display: flex; align-items: center; gap: 8px; inline-size: max-content; max-inline-size: 100cqi; block-size: 44px; padding-inline-end: 12px; position: sticky; inset-inline-start: 0; }
  .lane-head .top-sums { gap: 2px 12px; flex-wrap: nowrap; white-space: nowrap; }
  .lane-head .top-sums b { font-size: inherit; font-weight: 500; color: var(--kith-text-muted); }
  .lane-cells > .cell { margin: 0; }
  .laned .cards { overflow: visible; min-block-size: 0; }
  .laned .cell.bare { background: none; box-shadow: inset 0 0 0 1px var(--kith-border); }
  .laned .cell.refused .card { opacity: 0.5; box-shadow: none; }
  .laned .cell.valid { background: var(--kith-accent-subtle); box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .heads > .valid > .head { border-color: var(--kith-accent); box-shadow: inset 0 -1px 0 var(--kith-accent); }
  .heads > .refused > .head > * { opacity: 0.5; }
  .heads .folded > .head { flex-direction: column; }
  .heads .folded .head-name { writing-mode: horizontal-tb; max-inline-size: 100%; font-size: var(--kith-size-xs); }
  @container (max-width: 600px) {
    .columns.laned { scroll-snap-type: none; }
    .lane-head .top-sums { display: none; }
  }
`;
