import { css } from 'lit';

/** The looks of a compact card. Needs panelStyles. */
export const compactStyles = css`
  .point { overflow-wrap: anywhere; }
  .point.number { color: inherit; }
  .compact { overflow: hidden; }
  .compact-head { display: flex; gap: 12px; align-items: center; padding: 16px; padding-block-end: 12px; }
  .compact-head h2 { font-size: var(--kith-size-lg); line-height: 1.35; letter-spacing: -0.005em; }
  .compact-head .record-link { font-weight: var(--kith-weight-strong); }
  .badges { display: flex; flex-wrap: wrap; gap: 6px; padding: 0 16px 10px; }
  .compact .points { padding: 0 10px 8px 16px; padding-inline: 16px 10px; }
  .compact .points > li { display: flex; gap: 8px; align-items: center; min-block-size: 30px; }
  .compact .points > li > .icon { color: var(--kith-text-subtle); }
  .urgent { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 9px 16px; border-block-start: 1px solid var(--kith-border); font-size: var(--kith-size-sm); }
  .urgent > .icon { color: var(--kith-text-subtle); }
  .urgent > .grow { flex-basis: 120px; overflow-wrap: anywhere; }
  .compact-foot { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 10px 16px; border-block-start: 1px solid var(--kith-border); background: var(--kith-surface-sunken); }
  .compact-foot > .open { margin-inline-start: auto; font-size: var(--kith-size-sm); }
  ::slotted([slot='actions']) { flex: none; }
`;
