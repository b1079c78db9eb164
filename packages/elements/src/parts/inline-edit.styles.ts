import { css } from 'lit';

/** The looks of rows that are edited in place; they stand in a `<dl class="details">`. Needs fieldStyles and buttonStyles. */
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
  .detail.editing { padding-block: calc((var(--kith-control) - 28px) / 2); }
  .detail.editing > dt { padding-block-start: 4px; }
  .detail.editing > dd { display: block; }
  .detail .input { block-size: 28px; padding-inline: 7px; inline-size: calc(100% + 16px); margin-inline: -8px; }
  .detail textarea.input { block-size: auto; min-block-size: 64px; padding-block: 4px; field-sizing: content; max-block-size: 220px; }
  .detail .select > .icon { inset-inline-end: 0; }
  .detail .required { padding-inline-start: 2px; color: var(--kith-negative-text); }
  .detail > dt > .icon { margin-inline-start: 4px; vertical-align: -2px; }
  .detail.saving .detail-value { color: var(--kith-text-muted); }
  .detail .control { inline-size: calc(100% + 16px); margin-inline: -8px; --kith-control: 28px; }
  .detail.editing:is(.address, .of-several) { grid-template-columns: minmax(0, 1fr); row-gap: 4px; }
  .detail.editing.of-several > dd { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
  .detail.of-several > dd > *, .several > .select { flex: 1 0 100%; min-inline-size: 0; }
  .several { display: contents; }
  .several > .select ~ span { flex: 1; margin-inline-start: -8px; }
  .detail .several .select > .icon { inset-inline-end: 8px; }
  .detail .several .input { inline-size: 100%; margin-inline: 0; }
  .detail:is(.address, .of-several) .control, .detail.of-several dd > .input { inline-size: 100%; margin-inline: 0; }
  .detail-switch { padding-block: 1px; }
  .meanwhile { display: grid; gap: 6px; margin-block: 4px; padding: 8px 10px; border-radius: var(--kith-radius-md); background: var(--kith-warning-subtle); font-size: var(--kith-size-sm); }
  .meanwhile > p { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
  .meanwhile > p:first-child { flex-wrap: nowrap; align-items: flex-start; color: var(--kith-warning-text); }
  .meanwhile .theirs { font-weight: var(--kith-weight-strong); }
  .edit-actions {
    position: absolute; inset-block-start: calc(100% + 2px); inset-inline-end: -8px; z-index: var(--kith-z-sticky); display: flex; gap: 4px; padding: 3px;
    border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-overlay);
  }
  .detail .field-error { padding-block: 4px; }
  .detail:is(.refused, .address, .of-several) .edit-actions { position: static; inline-size: fit-content; margin-block-end: 2px; margin-inline: auto -8px; box-shadow: none; }
  .detail.address .edit-actions { margin-block: 8px 2px; margin-inline-end: 0; }
  .detail.of-several > dd > .edit-actions { flex: none; margin: 0; margin-inline-start: auto; }
  @media (hover: none) { .detail .edit { position: static; margin-block: -2px; background: none; opacity: 1; } }
  @container (max-width: 279px) { .detail { grid-template-columns: 88px minmax(0, 1fr); } }
`;
