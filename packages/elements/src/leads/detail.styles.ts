import { css } from 'lit';

/** The looks of the open lead. */
export const detailStyles = css`
  .lead { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 20px 24px 24px; }
  .lead-head { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 14px; align-items: center; }
  .lead-head h3 { font-size: var(--kith-size-2xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); overflow-wrap: anywhere; }
  .lead-head h3:is(:lang(ar), :lang(zh), :lang(ja), :lang(ko)) { letter-spacing: 0; }
  .lead-marks { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; color: var(--kith-text-muted); font-size: var(--kith-size-sm); }
  .lead-actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .lead-actions > .next { margin-inline-start: auto; }
  .lead-conflict { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
  .lead-why { display: flex; gap: 6px; color: var(--kith-text-muted); font-size: var(--kith-size-sm); text-wrap: pretty; }
  .lead-why > .icon { flex: none; margin-block-start: 1.5px; color: var(--kith-text-subtle); }
  .lead .panel { background: none; }
  .lead-areas { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); align-items: start; }
  .lead-side { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); align-content: start; }
  .lead-facts { display: grid; grid-template-columns: minmax(0, 1fr); padding: 0 16px 12px; }
  .lead-facts > div { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 2px 12px; padding-block: 4px; }
  .lead-facts dt { color: var(--kith-text-subtle); overflow-wrap: anywhere; }
  .lead-facts dd { min-inline-size: 0; overflow-wrap: anywhere; white-space: pre-line; }
  .lead-score-box { padding: 0 16px 14px; }
  .lead-message { padding: 0 16px 14px; white-space: pre-line; overflow-wrap: anywhere; }
  .matches { padding: 0 16px 8px; }
  .matches > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 8px; align-items: center; padding-block: 8px; }
  .matches > li + li { border-block-start: 1px solid var(--kith-border); }
  .matches > li > span.small { grid-column: 1 / -1; }
  .compare { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
  .compare :is(th, td) { padding: 6px 8px; border-block-end: 1px solid var(--kith-border); text-align: start; vertical-align: top; font-weight: var(--kith-weight); overflow-wrap: anywhere; }
  .compare thead th { font-weight: var(--kith-weight-strong); }
  .compare tbody th { inline-size: 26%; color: var(--kith-text-subtle); }
  .compare .same > td { color: var(--kith-positive-text); }
  @container (min-width: 1000px) { .lead-areas { grid-template-columns: minmax(0, 1fr) minmax(240px, 300px); } }
  @container (max-width: 719px) {
    .lead { padding: 12px 16px 20px; }
    .lead-actions > .next { margin-inline-start: 0; }
    .lead-facts > div { grid-template-columns: minmax(0, 1fr); }
  }
`;
