import { css } from 'lit';

/**
 * One surface: what is listed, a line to add to it, and the tasks by when they are due. It grows with its tasks up to most
 * of the window and scrolls then; a page that gives it a height decides otherwise.
 */
export const taskListStyles = css`
  :host { container-type: inline-size; max-block-size: clamp(360px, 82dvh, 1040px); }
  .list { position: relative; display: grid; grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; max-block-size: inherit; min-inline-size: 0; overflow: hidden; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); }
  .top { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; min-block-size: 44px; padding: 6px 8px 6px 16px; padding-inline: 16px 8px; }
  .top-name { font-weight: var(--kith-weight-strong); overflow-wrap: anywhere; }
  .top-name:focus { outline: none; }
  .sum { color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
  .sum > .late { color: var(--kith-negative-text); }
  .top-actions { display: flex; gap: 2px; align-items: center; margin-inline-start: auto; }
  .search { display: flex; gap: 6px; align-items: center; inline-size: 168px; block-size: var(--kith-control-sm); padding-inline: 7px; margin-inline-end: 4px; border: 1px solid var(--kith-border-control); border-radius: 5px; background: var(--kith-surface); }
  .search:focus-within { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -1px; border-color: var(--kith-focus); }
  .search > .icon { color: var(--kith-text-subtle); }
  .search > input { flex: 1; min-inline-size: 0; padding: 0; border: 0; outline: 0; background: none; font-size: var(--kith-size-sm); appearance: none; }
  .search > input::placeholder, .add > input::placeholder { color: var(--kith-text-subtle); opacity: 1; }
  .search > input::-webkit-search-cancel-button { display: none; }

  .add { display: flex; gap: 12px; align-items: center; min-block-size: var(--kith-row); padding-inline: 16px; border-block: 1px solid var(--kith-border); }
  .add > .icon { color: var(--kith-text-subtle); }
  .add > input { flex: 1; min-inline-size: 0; block-size: 100%; padding: 0; border: 0; outline: 0; background: none; }
  .add:focus-within { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -2px; }
  .no-add { border-block-start: 1px solid var(--kith-border); }

  .body { position: relative; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; }
  .viewport { position: relative; min-block-size: 0; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent; }
  .sheet { position: relative; contain: layout style; }
  .group, .task { position: absolute; inset-inline: 0; inset-block-start: 0; display: grid; align-items: center; background: var(--kith-surface); }
  .group { block-size: 34px; padding-inline: 16px; background: var(--kith-surface-sunken); border-block-end: 1px solid var(--kith-border); cursor: default; }
  .group-name { display: flex; gap: 8px; align-items: center; font-size: var(--kith-size-sm); }
  .group-name::before { content: ''; inline-size: 5px; block-size: 5px; margin-inline: 2px 3px; border: solid var(--kith-text-subtle); border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -1px; }
  .group[aria-expanded='false'] > .group-name::before { rotate: -45deg; translate: 0; }
  .group[aria-expanded='false']:dir(rtl) > .group-name::before { rotate: 135deg; }
  .group-name > b { font-weight: var(--kith-weight-strong); }
  .group.overdue b { color: var(--kith-negative-text); }
  .task { grid-template-columns: 18px minmax(0, 1fr) minmax(0, 176px) minmax(92px, auto) auto 24px; gap: 12px; block-size: var(--kith-row); padding-inline: 16px 8px; border-block-end: 1px solid var(--kith-border); }
  .task:hover { background: linear-gradient(var(--kith-hover), var(--kith-hover)), var(--kith-surface); }
  .task[aria-selected='true'] { background: var(--kith-accent-subtle); }
  .task:focus-visible, .group:focus-visible { outline-offset: -2px; border-radius: 3px; }
  .cell { display: flex; gap: 8px; align-items: center; min-inline-size: 0; }
  .subject { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .kind { color: var(--kith-text-subtle); }
  .priority { color: var(--kith-text-subtle); }
  .high .priority { color: var(--kith-warning-text); }
  .cell[hidden] { display: none; }
  .record { font-size: var(--kith-size-sm); }
  .record > .record-link { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--kith-text-muted); }
  .record > .record-link > bdi { display: inline-block; max-inline-size: 100%; overflow: inherit; text-overflow: inherit; vertical-align: bottom; }
  .due { justify-content: flex-end; color: var(--kith-text-muted); font-size: var(--kith-size-sm); white-space: nowrap; }
  .overdue > .due { color: var(--kith-negative-text); }
  .tick, .mark { display: grid; place-items: center; flex: none; inline-size: 18px; block-size: 18px; padding: 0; border: 1px solid var(--kith-border-control); border-radius: 50%; background: var(--kith-surface); color: var(--kith-accent-text); }
  .tick { position: relative; }
  .tick::after { content: ''; position: absolute; inset: -9px; }
  .tick > .icon, .mark > .icon { inline-size: 12px; block-size: 12px; stroke-width: 2.5; }
  .tick > .icon { opacity: 0; }
  .tick:hover { border-color: var(--kith-accent); }
  .tick:hover > .icon { opacity: 1; }
  .mark { border-radius: var(--kith-radius-sm); }
  .mark.on { border-color: var(--kith-accent); background: var(--kith-accent); color: var(--kith-on-accent); }
  .waiting > .cell > .mark { border-color: var(--kith-border); border-radius: 50%; }
  .waiting .wide { inline-size: 80%; }
  .task > .cell > .more { color: var(--kith-text-subtle); }
  .list:has(> .bulk) .sheet { margin-block-end: 64px; }
  .viewport[hidden] { display: none; }
  .state { padding-block: 8px; }
  .probe { position: absolute; inset-block-start: 0; inline-size: 0; visibility: hidden; pointer-events: none; }
  .probe-row { block-size: var(--kith-row); }
  .probe-group { block-size: 34px; }

  @container (max-width: 560px) {
    .task, .probe-row { block-size: calc(var(--kith-row) + 18px); }
    .task { grid-template: 24px 20px / 18px minmax(0, 1fr) auto auto 24px; align-content: center; gap: 0 12px; }
    .task > .cell:first-child, .task > .cell:last-child, .task > .owner { grid-row: 1 / -1; }
    .task > .what { grid-area: 1 / 2 / auto / 4; }
    .task > .record { grid-area: 2 / 2 / auto / auto; }
    .task > .due { grid-area: 2 / 3 / auto / auto; }
    .task > .owner { grid-column: 4; }
    .task > .cell:last-child { grid-column: 5; }
    .task:not(:has(> .due > time, > .record > .record-link)) > .what { grid-row: 1 / -1; }
    .search { inline-size: auto; flex: 1 1 120px; }
    .top-actions { flex: 1 1 100%; min-inline-size: 0; }
    .top { padding-block-end: 8px; }
  }
  @media (forced-colors: active) { .mark.on { background: Highlight; color: HighlightText; } .task[aria-selected='true'] { outline: 1px solid Highlight; outline-offset: -1px; } }
  @media print {
    :host { max-block-size: none; }
    .add, .top-actions, .task > .cell:last-child { display: none; }
    .viewport { overflow: visible; }
    .task { break-inside: avoid; }
  }
`;
