import { css } from 'lit';

/** The looks of the heads of groups. */
export const groupStyles = css`
  .group { position: absolute; inset-inline: 0; inset-block-start: 0; }
  .group { block-size: 34px; background: var(--kith-surface-sunken); color: var(--kith-text-muted); font-size: var(--kith-size-sm); cursor: default; }
  .group b { font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .group > .cell.pinned { border-inline-end-color: transparent; }
  .group > .cell > .icon-small { color: var(--kith-text-subtle); }
  @container (max-width: 600px) {
    .group { display: flex; align-items: center; }
    .group > .cell { border: 0; position: static; }
    .group > .cell:not(:first-child) { margin-inline-start: auto; }
    .group > .cell:empty { display: none; }
  }
`;
