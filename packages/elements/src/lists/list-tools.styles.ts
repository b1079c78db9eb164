import { css } from 'lit';

/** The looks of what comes with the tools of a list: the bar's buttons, menus and edges of heads, cells that are edited, and print. */
export const listToolsStyles = css`
  .head .cell.dragged { opacity: 0.5; }
  .head .cell.before::before, .head .cell.behind::before { content: ''; position: absolute; inset-block: 4px; inset-inline-start: 0; inline-size: 2px; background: var(--kith-accent); }
  .head .cell.behind::before { inset-inline: auto 0; }
  .head-menu { display: grid; place-items: center; flex: none; inline-size: 20px; block-size: 20px; padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: var(--kith-text-subtle); opacity: 0; }
  .head .cell:is(:hover, :focus-within, :focus-visible) > .head-menu { opacity: 1; }
  .head-menu:hover { background: var(--kith-hover); }
  .figure > .head-menu { order: -1; margin-inline-end: auto; }
  .resizer { position: absolute; inset-block: 0; inset-inline-end: 0; inline-size: 9px; cursor: col-resize; touch-action: none; }
  .resizer::after { content: ''; position: absolute; inset-block: 8px; inset-inline-end: 0; inline-size: 1px; background: var(--kith-border-strong); opacity: 0; }
  .head .cell:hover > .resizer::after, .resizer.held::after { opacity: 1; }
  @media (hover: none) { .head-menu { opacity: 1; } }
  @media print {
    :host { block-size: auto; }
    .bar, .top-actions, .box, .head-menu, .resizer { display: none; }
    .viewport { overflow: visible; }
    .line { break-inside: avoid; }
  }
  .notice { padding-block-end: 12px; }
  @media (forced-colors: active) {
    .box:is(:checked, :indeterminate) { forced-color-adjust: none; border-color: Highlight; background: Highlight; }
    .entry[aria-selected='true'] > .cell { border-block: 1px solid Highlight; }
    .cell.pinned { background: Canvas; }
  }
  .bar > .chip { min-block-size: 28px; }
  .bar > .button { block-size: 28px; }
  .bar > .button.square { inline-size: 28px; }
  .bar > .sort { display: none; }
  @container (max-width: 600px) { .bar > .sort { display: grid; } }
  .cell.editing { overflow: visible; z-index: 4; padding-inline: 4px; }
  .entry:not([aria-selected='true']):hover { background: linear-gradient(var(--kith-hover), var(--kith-hover)), var(--kith-surface); }
  .name:hover { text-decoration: underline; text-underline-offset: 2px; }
  .head .rank { font-size: var(--kith-size-2xs); }
  .entry:focus-within { z-index: 5; }
`;
