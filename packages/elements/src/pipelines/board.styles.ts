import { css } from 'lit';

/** The frame of the board: its head and the row of columns. */
export const boardStyles = css`
  /* Its cards never make it taller: a page that gives it no height, or all the height it wants, would draw every card. */
  :host { container-type: size; block-size: clamp(360px, 86dvh, 1040px); min-block-size: 240px; }
  .board { display: grid; grid-template-rows: auto minmax(0, 1fr); gap: 12px; block-size: 100%; }
  .empty { align-content: center; block-size: 100%; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 20px; min-inline-size: 0; }
  .top-name { font-size: var(--kith-size-xl); font-weight: 600; letter-spacing: var(--kith-tracking-tight); line-height: var(--kith-leading-tight); overflow-wrap: anywhere; }
  .top-name:lang(ar, zh, ja, ko) { letter-spacing: normal; }
  .top-sums { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .top-sums b { font-size: var(--kith-size-md); font-weight: 600; color: var(--kith-text); }
  .top-actions { display: flex; gap: 8px; }
  .columns {
    display: grid; grid-auto-flow: column; grid-auto-columns: minmax(max(212px, 16.4em), 1fr); grid-template-rows: auto minmax(0, 1fr); column-gap: 8px;
    position: relative; overflow-x: auto; overflow-y: hidden; overscroll-behavior-inline: contain; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent;
  }
  .columns[aria-hidden] .sum { padding-inline-start: 0; }
  @container (max-width: 600px) {
    .columns { grid-auto-columns: min(78%, 300px); scroll-snap-type: inline proximity; }
    .column { scroll-snap-align: start; }
    .top { gap: 12px; }
    .top > .grow { display: none; }
    .top-sums { order: 1; flex: 1 1 100%; }
    .top-actions { margin-inline-start: auto; }
  }
`;
