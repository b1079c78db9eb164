import { css } from 'lit';

/** The looks of `.count`, a number in a pill. */
export const countStyles = css`
  .count { display: inline-grid; place-items: center; min-inline-size: 18px; block-size: 18px; padding-inline: 5px; border-radius: 9px; background: var(--kith-hover); color: var(--kith-text-muted); font-size: var(--kith-size-xs); font-weight: 500; font-variant-numeric: tabular-nums; }
  @media (forced-colors: active) { .count { border: 1px solid CanvasText; } }
`;
