import { css } from 'lit';

/**
 * The frame of a list, its grid, and the cards it becomes where it is narrow: who it is, then what is known, two facts in
 * a line. Its rows never make it taller: a page that gave it all the height it wants would draw every row.
 */
export const listStyles = css`
  :host { container-type: inline-size; block-size: clamp(360px, 82dvh, 1040px); min-block-size: 240px; }
  .list { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; min-inline-size: 0; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-inline-size: 0; padding-block-end: 12px; }
  .top-name { font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); letter-spacing: var(--kith-tracking-tight); line-height: var(--kith-leading-tight); overflow-wrap: anywhere; }
  .top-name:lang(ar, zh, ja, ko) { letter-spacing: normal; }
  .top-actions { display: flex; gap: 8px; margin-inline-start: auto; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-inline-size: 0; padding-block-end: 12px; }

  .panel { position: relative; display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); min-block-size: 0; overflow: hidden; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); }
  .viewport { grid-area: 1 / 1; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent; }
  .viewport:focus { outline: none; }
  .sheet { inline-size: max(100%, var(--total)); min-block-size: 100%; }
  .head { position: sticky; inset-block-start: 0; z-index: calc(var(--kith-z-sticky) + 2); background: var(--kith-surface); }
  .body { position: relative; contain: layout style; }
  .line { display: grid; grid-template-columns: var(--columns); }
  .cell { display: flex; align-items: center; gap: 6px; min-inline-size: 0; overflow: hidden; padding-inline: var(--kith-cell-x); border-block-end: 1px solid var(--kith-border); white-space: nowrap; background: inherit; }
  .cell:focus-visible { outline-offset: -2px; border-radius: 3px; }
  .cell.figure { justify-content: flex-end; }
  .cell.pinned { position: sticky; z-index: 1; }
  .last-pinned { border-inline-end: 1px solid var(--kith-border); }
  .entry { position: absolute; inset-inline: 0; inset-block-start: 0; block-size: var(--kith-row); background: var(--kith-surface); }
  .entry > .cell:not(.title, .figure, .pointer) { color: var(--kith-text-muted); }
  .entry[aria-selected='true'] { background: var(--kith-accent-subtle); }
  .waiting > .cell { border-block-end-color: transparent; }

  .head > .line { block-size: var(--kith-head-row); background: var(--kith-surface); }
  .head .cell { position: relative; font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); cursor: default; user-select: none; }
  .head .cell.pinned { position: sticky; }
  .head [aria-sort$='ending'] { color: var(--kith-text); }

  .box { position: relative; flex: none; inline-size: 16px; block-size: 16px; margin: 0; margin-inline-end: 4px; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-sm); background: var(--kith-surface); appearance: none; }
  .box::before, .box::after { content: ''; position: absolute; inset: 0; }
  .box::after { inset: -8px; }
  .box:is(:checked, :indeterminate) { border-color: var(--kith-accent); background: var(--kith-accent); }
  .box:is(:checked, :indeterminate)::before { background: var(--kith-on-accent); clip-path: polygon(21% 52%, 32% 41%, 44% 53%, 69% 27%, 80% 38%, 44% 75%); }
  .box:indeterminate::before { clip-path: inset(6px 3px); }
  span.box { border-color: var(--kith-border); }
  .name { display: flex; min-inline-size: 0; padding: 0; border: 0; border-radius: 3px; background: none; color: var(--kith-text); font-weight: var(--kith-weight-medium); text-align: start; cursor: pointer; }
  .title { gap: 10px; }
  .title > .box { margin-inline-end: 0; }

  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 20px; min-block-size: 40px; padding: 6px 16px; border-block-start: 1px solid var(--kith-border); background: var(--kith-surface); color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
  .foot b { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .foot .sums { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-inline-start: auto; }
  .probe { position: absolute; inset-block-start: 0; inline-size: 0; visibility: hidden; pointer-events: none; }
  .probe-row { block-size: var(--kith-row); }
  .probe-group { block-size: 34px; }

  @container (max-width: 600px) {
    .top-actions { flex: 1 1 100%; }
    .search { flex: 1 1 100%; }
    .viewport { overflow-x: hidden; }
    .sheet { inline-size: 100%; }
    .head { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .entry, .probe-row { block-size: calc(var(--kith-row) + 64px); }
    .entry { grid-template: var(--kith-row) 26px 26px / minmax(0, 1fr) minmax(0, 1fr); align-content: start; border-block-end: 1px solid var(--kith-border); }
    .entry > .cell { border: 0; padding-block: 0; justify-content: flex-start; font-size: var(--kith-size-sm); }
    .entry > .cell.pinned { position: static; }
    .entry > .title { grid-column: 1 / -1; font-size: var(--kith-size-md); }
    .entry > .cell:nth-child(n + 6) { display: none; }
    .entry > .cell:nth-child(even) { padding-inline-end: 4px; padding-inline-start: calc(var(--kith-cell-x) + 26px); }
    .entry > .cell:nth-child(odd):not(.title) { padding-inline-start: 4px; }
    .entry > .last-pinned { border-inline-end: 0; }
    .entry > .cell.figure::before { content: attr(data-label); color: var(--kith-text-subtle); }
    .foot .sums { margin-inline-start: 0; }
  }
`;
