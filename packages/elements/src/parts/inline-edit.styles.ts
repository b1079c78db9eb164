import { css } from 'lit';

/** The looks of rows that are edited in place; they stand in a `<dl class="details">`. Needs buttonStyles. */
export const inlineEditStyles = css`
  .details { display: grid; grid-template-columns: minmax(0, 1fr); padding: 0 8px 10px; }
  .detail { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 8px; align-items: start; min-block-size: var(--kith-control); padding: 5.5px 8px; border-radius: 5px; }
  .detail > dt { color: var(--kith-text-subtle); overflow-wrap: anywhere; }
  .detail > dd { position: relative; display: flex; align-items: flex-start; gap: 4px; min-inline-size: 0; }
  .detail-value { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; }
  .detail.editable .detail-value { cursor: text; }
  .detail.editable:not(.editing):hover { background: var(--kith-hover); }
  .detail .edit { position: absolute; inset-block-start: -2px; inset-inline-end: -4px; block-size: 22px; inline-size: 22px; background: var(--kith-surface); opacity: 0; }
  .detail:hover .edit, .detail .edit:focus-visible { opacity: 1; }
  .detail .add { margin: 0; padding: 0; border: 0; border-radius: 3px; background: none; color: var(--kith-text-subtle); cursor: default; }
  .detail .add:hover { color: var(--kith-text); }
  @media (hover: none) { .detail .edit { position: static; margin-block: -2px; background: none; opacity: 1; } }
  @container (max-width: 279px) { .detail { grid-template-columns: 88px minmax(0, 1fr); } }
  .detail > .lost { grid-column: 1 / -1; }
`;
