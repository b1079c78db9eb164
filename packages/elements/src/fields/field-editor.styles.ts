import { css } from 'lit';

/** The list of fields. */
export const fieldEditorStyles = css`
  .panel > .panel { border: 0; }
  :host { container-type: inline-size; }
  .panel-head { flex-wrap: wrap; }
  .title { font-weight: var(--kith-weight-strong); }
  .head-actions { display: flex; gap: 8px; align-items: center; margin-inline-start: auto; }
  .notices { display: grid; gap: 8px; padding: 0 16px 12px; }
  .notices:empty { display: none; }
  .notices .row { align-items: flex-start; }
  .entry { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 4px 8px; align-items: center; min-block-size: 48px; padding: 6px 12px 6px 8px; padding-inline: 8px 12px; border-block-start: 1px solid var(--kith-border); }
  .entry:hover { background: var(--kith-hover); }
  .entry.fixed { padding-inline-start: 36px; }
  .about { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 3fr) minmax(0, 5fr); gap: 2px 16px; align-items: center; min-inline-size: 0; }
  .what { min-inline-size: 0; }
  .open { display: block; max-inline-size: 100%; padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: inherit; font-weight: var(--kith-weight-medium); text-align: start; overflow-wrap: anywhere; cursor: pointer; }
  .open:hover { text-decoration: underline; text-underline-offset: 2px; }
  b.open { cursor: default; text-decoration: none; }
  code { font: var(--kith-weight) var(--kith-size-xs) / var(--kith-leading) var(--kith-font-mono); color: var(--kith-text-subtle); overflow-wrap: anywhere; }
  .marks { display: flex; flex-wrap: wrap; gap: 4px; }
  .entry-buttons { display: flex; align-items: center; gap: 2px; }
  .built-in { border-block-start: 1px solid var(--kith-border); }
  .built-in > summary { display: flex; gap: 8px; align-items: center; min-block-size: 44px; padding: 8px 16px; font-weight: var(--kith-weight-strong); cursor: default; list-style: none; }
  .built-in > summary::-webkit-details-marker { display: none; }
  .built-in > summary:hover { background: var(--kith-hover); }
  .built-in > summary:focus-visible { outline-offset: -2px; border-radius: var(--kith-radius-lg); }
  .built-in > summary > .icon { color: var(--kith-text-subtle); transition: rotate var(--kith-duration-fast); }
  .built-in:not([open]) > summary > .icon { rotate: -90deg; }
  .built-in:not([open]) > summary > .icon:dir(rtl) { rotate: 90deg; }
  .built-in > p { padding: 0 16px 10px 40px; padding-inline: 40px 16px; color: var(--kith-text-subtle); }
  .waiting { display: grid; gap: 18px; padding: 16px; border-block-start: 1px solid var(--kith-border); }
  .panel > .empty { border-block-start: 1px solid var(--kith-border); }
  @container (max-width: 640px) {
    .about { grid-template-columns: minmax(0, 1fr); }
    .entry { align-items: start; }
    .entry > .grip { margin-block-start: -1px; }
  }
  @container (max-width: 420px) {
    .entry { grid-template-columns: auto minmax(0, 1fr); }
    .entry-buttons { grid-column: 2; justify-content: flex-end; }
    .entry.fixed { grid-template-columns: minmax(0, 1fr); padding-inline-start: 16px; }
    .built-in > p { padding-inline-start: 16px; }
  }
  @media (prefers-reduced-motion: reduce) { .built-in > summary > .icon { transition: none; } }
`;
