import { css } from 'lit';

/** The frame of the inbox: places and order above, the list beside the open lead; one of the two where it is narrow. */
export const inboxStyles = css`
  :host { container-type: inline-size; block-size: clamp(420px, 82dvh, 1040px); }
  .inbox { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding-block-end: 10px; }
  .top > h2 { font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); }
  .top-end { display: flex; flex-wrap: wrap; gap: 8px; margin-inline-start: auto; }
  .top-end .input { inline-size: auto; block-size: max(28px, 1lh + 4px); font-size: var(--kith-size-sm); }
  .places { display: flex; gap: 4px; max-inline-size: 100%; overflow-x: auto; scrollbar-width: none; padding: 2px; }
  .place { display: inline-flex; align-items: center; gap: 6px; flex: none; block-size: max(28px, 1lh + 4px); padding-inline: 10px; border: 0; border-radius: var(--kith-radius-full); background: none; color: var(--kith-text-muted); font-weight: var(--kith-weight-medium); white-space: nowrap; cursor: default; }
  .place:hover { background: var(--kith-hover); }
  .place[aria-pressed='true'] { background: var(--kith-accent-subtle); color: var(--kith-accent-text); }
  .panes { position: relative; display: grid; grid-template: minmax(0, 1fr) / minmax(260px, 340px) minmax(0, 1fr); min-block-size: 0; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); overflow: hidden; }
  .pane-list { position: relative; display: grid; grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); min-block-size: 0; min-inline-size: 0; border-inline-end: 1px solid var(--kith-border); }
  .viewport { overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent; }
  .body { position: relative; contain: layout style; min-block-size: 100%; }
  .entry { position: absolute; inset-inline: 0; inset-block-start: 0; block-size: max(84px, 4lh); border-block-end: 1px solid var(--kith-border); }
  .probe-row { position: absolute; block-size: max(84px, 4lh); inline-size: 0; visibility: hidden; }
  .lead-check { position: absolute; inset-block: 0; inset-inline-start: 0; z-index: 1; display: grid; place-items: start center; inline-size: 36px; padding-block-start: 14px; }
  .box { inline-size: 16px; block-size: 16px; margin: 0; accent-color: var(--kith-accent); }
  .lead-row { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 10px; align-content: start; inline-size: 100%; block-size: 100%; padding: 10px 12px 8px 36px; padding-inline: 36px 12px; border: 0; background: none; text-align: start; cursor: default; }
  .lead-row:hover { background: var(--kith-hover); }
  .lead-row[aria-current='true'] { background: var(--kith-accent-subtle); }
  .lead-row:focus-visible { outline-offset: -2px; }
  .waiting-row { gap: 12px; grid-template-columns: minmax(0, 1fr); align-content: center; }
  .lead-who { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .lead-line { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-inline-size: 0; min-block-size: 20px; }
  .lead-name { font-weight: var(--kith-weight-medium); }
  .lead-score { display: inline-flex; gap: 5px; flex: none; align-items: baseline; font-size: var(--kith-size-sm); color: var(--kith-text-muted); }
  .lead-score > b { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .wait { display: inline-flex; gap: 4px; align-items: center; min-inline-size: 0; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); white-space: nowrap; }
  .wait.due { color: var(--kith-info-text); }
  .wait.late { color: var(--kith-negative-text); font-weight: var(--kith-weight-medium); }
  .foot { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-block-size: 40px; padding: 4px 8px 4px 12px; padding-inline: 12px 8px; border-block-start: 1px solid var(--kith-border); color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
  kbd { display: inline-block; min-inline-size: 20px; padding: 0 5px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-sm); background: var(--kith-surface-sunken); color: var(--kith-text-muted); font: inherit; font-size: var(--kith-size-sm); text-align: center; }
  .pane-detail { min-inline-size: 0; min-block-size: 0; overflow: auto; overscroll-behavior: contain; }
  .pane-detail:focus { outline: none; }
  .unknown { padding: 24px; }
  .state { align-self: center; }
  .pane-list > .state { grid-area: 1 / 1; }
  .back { display: none; margin: 8px 8px 0; }
  @container (max-width: 719px) {
    .panes { grid-template-columns: minmax(0, 1fr); }
    .pane-list { border: 0; }
    .panes.is-detail > .pane-list, .panes:not(.is-detail) > .pane-detail { display: none; }
    .back { display: inline-flex; }
    .top-end { margin-inline-start: 0; flex: 1 1 100%; }
    .top-end > * { flex: 1; }
    .top-end .input { inline-size: 100%; }
  }
  @media (forced-colors: active) { .lead-row[aria-current='true'], .place[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -2px; } }
  @media print { :host { block-size: auto !important; } .inbox, .panes { display: block; block-size: auto; overflow: visible; border: 0; } .pane-detail { overflow: visible; } .pane-list, .top, .back { display: none; } }
`;
