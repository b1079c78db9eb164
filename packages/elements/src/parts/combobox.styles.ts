import { css } from 'lit';

/** The looks of a combobox. Needs fieldStyles, tagStyles, overlayStyles and spinnerStyles. */
export const comboboxStyles = css`
  .combobox { position: relative; flex-wrap: wrap; padding-inline-end: 32px; gap: 4px; block-size: auto; min-block-size: var(--kith-control); padding-block: 3px; }
  .combobox > input { flex: 1 1 32px; min-block-size: 22px; text-overflow: ellipsis; }
  .combobox > .input-button { position: absolute; inset-inline-end: 4px; inset-block-start: calc((var(--kith-control) - 2px - 24px) / 2); margin: 0; }
  .combobox:has(> .tag) { padding-inline-start: 5px; }
  .tag { max-inline-size: calc(100% - 28px); }
  .tag:not([class*='hue']) { background: var(--kith-hover); color: var(--kith-text-muted); }
  .choices-panel { max-inline-size: min(480px, calc(100vw - 8px)); max-block-size: min(340px, 60vh); padding: 4px; overflow: auto; overscroll-behavior: contain; }
  .choices-group { padding: 6px 8px 2px; font-size: var(--kith-size-xs); font-weight: 500; color: var(--kith-text-subtle); }
  .choice { display: flex; align-items: center; gap: 8px; min-block-size: 30px; padding: 4px 8px; border-radius: 5px; cursor: default; }
  .choice:hover, .choice.at { background: var(--kith-hover); }
  .choice.at { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -2px; }
  .choice:active { background: var(--kith-pressed); }
  .choice > .icon { color: var(--kith-text-subtle); }
  .choice-label { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .choice-label b { font-weight: var(--kith-weight-strong); }
  .choice-end { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .choice.refused > .choice-label { color: var(--kith-text-disabled); }
  .choice.create:not(:first-child) { margin-block-start: 4px; box-shadow: 0 -2.5px 0 -1.5px var(--kith-border); }
  .choices-note { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; min-block-size: 30px; padding: 4px 8px; color: var(--kith-text-subtle); overflow-wrap: anywhere; }
  .choices-again { padding: 0; border: 0; background: none; color: var(--kith-accent-text); }
  .choices-again:hover { text-decoration: underline; text-underline-offset: 2px; }
  .appears-late { animation: appear-late 1ms 200ms backwards; }
  @keyframes appear-late { from { visibility: hidden; } }
  @media (pointer: coarse) { .choice { min-block-size: 40px; } }
  @media (forced-colors: active) { .choice.at { outline-color: Highlight; } .choice.refused > .choice-label { color: GrayText; } }
`;
