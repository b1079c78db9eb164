import { css } from 'lit';

/** The page of a pipeline's definition. */
export const pipelineEditorStyles = css`
  .panel > .panel { border: 0; }
  :host { container-type: inline-size; }
  .panel-head { flex-wrap: wrap; min-block-size: 50px; }
  .chooser { display: flex; gap: 4px; align-items: center; min-inline-size: 0; margin-inline-start: -6px; padding: 2px 6px; border: 0; border-radius: var(--kith-radius-sm); background: none; color: inherit; font: inherit; font-weight: var(--kith-weight-strong); text-align: start; overflow-wrap: anywhere; }
  .chooser:hover { background: var(--kith-hover); }
  .chooser > .icon { flex: none; color: var(--kith-text-subtle); }
  .panel [aria-disabled='true'] { opacity: 0.4; box-shadow: none; }
  .notices { display: grid; gap: 8px; padding: 0 16px 12px; }
  .notices:empty { display: none; }
  .notices .row { flex-wrap: wrap; margin-block-start: 8px; }
  .identity { box-sizing: border-box; min-block-size: 84px; max-inline-size: 420px; padding: 4px 16px 16px; }
  .section { display: flex; gap: 8px; align-items: center; min-block-size: 44px; padding: 8px 16px; border-block-start: 1px solid var(--kith-border); }
  .section > h3 { font-weight: var(--kith-weight-strong); }
  .section > .button { margin-inline-start: auto; }
  .entry { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 8px; align-items: center; min-block-size: 48px; padding-block: 6px; padding-inline: 8px 12px; border-block-start: 1px solid var(--kith-border); }
  .entry:hover { background: var(--kith-hover); }
  .entry.fixed { grid-template-columns: minmax(0, 1fr); padding-inline: 16px; }
  .about { display: grid; grid-template-columns: minmax(0, 4fr) minmax(96px, 2fr) minmax(0, 6fr); gap: 2px 16px; align-items: center; min-inline-size: 0; }
  .what { display: flex; gap: 8px; align-items: center; min-inline-size: 0; }
  .kind { font-variant-numeric: tabular-nums; }
  .stage-name { min-inline-size: 0; padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: inherit; font-weight: var(--kith-weight-medium); text-align: start; overflow-wrap: anywhere; }
  button.stage-name:hover { text-decoration: underline; text-underline-offset: 2px; }
  .marks { display: flex; flex-wrap: wrap; gap: 4px; }
  .entry-buttons { display: flex; align-items: center; gap: 2px; }
  .fold { border-block-start: 1px solid var(--kith-border); }
  .fold > summary { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; min-block-size: 44px; padding: 8px 16px; cursor: default; list-style: none; }
  .fold > summary::-webkit-details-marker { display: none; }
  .fold > summary:hover { background: var(--kith-hover); }
  .fold > summary:focus-visible { outline-offset: -2px; border-radius: var(--kith-radius-lg); }
  .fold > summary > b { font-weight: var(--kith-weight-strong); }
  .fold > summary > .icon { color: var(--kith-text-subtle); }
  .fold:not([open]) > summary > .icon { rotate: -90deg; }
  .fold:not([open]) > summary > .icon:dir(rtl) { rotate: 90deg; }
  .waiting { display: grid; gap: 18px; padding: 16px; border-block-start: 1px solid var(--kith-border); }
  .panel > .empty { border-block-start: 1px solid var(--kith-border); }
  @container (max-width: 720px) {
    .about { grid-template-columns: minmax(0, 1fr) auto; }
    .marks { grid-column: 1 / -1; padding-inline-start: 22px; }
    .marks:empty { display: none; }
  }
  @container (max-width: 480px) {
    .about { display: contents; }
    .entry > .about > .kind, .entry > .about > .marks { grid-column: 2 / -1; }
    .entry > .entry-buttons { grid-area: 1 / 3; }
    .entry.fixed > .about > * { grid-column: 1; }
    .kind { padding-inline-start: 22px; }
    .marks:not(:empty) { padding-block: 4px 2px; }
  }
`;
