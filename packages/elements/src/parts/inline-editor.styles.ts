import { css } from 'lit';

/** The looks of a row while it is edited. Needs fieldStyles and buttonStyles. */
export const inlineEditorStyles = css`
  .detail.editing { padding-block: calc((var(--kith-control) - 28px) / 2); }
  .detail.editing > dt { padding-block-start: 4px; }
  .detail.editing > dd { display: block; }
  .detail .input { block-size: 28px; padding-inline: 7px; inline-size: calc(100% + 16px); margin-inline: -8px; }
  .detail textarea.input { block-size: auto; min-block-size: 64px; padding-block: 4px; field-sizing: content; max-block-size: 220px; }
  .detail .select > .icon { inset-inline-end: 0; }
  .edit-actions {
    position: absolute; inset-block-start: calc(100% + 2px); inset-inline-end: -8px; z-index: var(--kith-z-sticky); display: flex; gap: 4px; padding: 3px;
    border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-overlay);
  }
  .detail .field-error { padding-block: 4px; }
  .detail.refused .edit-actions { position: static; inline-size: fit-content; margin-block-end: 2px; margin-inline: auto -8px; box-shadow: none; }
`;
