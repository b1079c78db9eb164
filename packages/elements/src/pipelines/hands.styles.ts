import { css } from 'lit';

/** How a board looks while cards move: the card that follows the pointer, the place it came from, and who takes it. */
export const handsStyles = css`
  .columns.dragging { cursor: grabbing; scroll-snap-type: none; }
  .columns.dragging .card-menu, .card.source > .card-menu { display: none; }
  .ghost { inset: 0 auto auto 0; border: 0; background: none; color: inherit; pointer-events: none; text-align: start; }
  .ghost > .card { border-color: var(--kith-border-strong); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-drag); }
  .ghost .card-menu { display: none; }
  .column.valid > .head { border-color: var(--kith-accent); box-shadow: inset 0 -1px 0 var(--kith-accent); }
  .column.valid > .cell { background: var(--kith-accent-subtle); box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .column.refused > .head > *, .column.refused .card, .column.refused .none { opacity: 0.5; }
  .column.refused .card { box-shadow: none; }
  .column.bare.valid > .cell { background: var(--kith-accent-subtle); box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .card.source { border-style: dashed; border-color: var(--kith-border-control); background: transparent; box-shadow: none; opacity: 0.38; }
  .card.source.held { opacity: 1; }
  .card.source.held * { color: var(--kith-text-subtle); }
  .card.source.held :is(.tag, .avatar) { background: none; }
  .card.carried { border-color: var(--kith-border-strong); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-drag); outline: var(--kith-focus-width) solid var(--kith-focus); }
  .card-wait { position: absolute; inset-block-start: 10px; inset-inline-end: 10px; color: var(--kith-text-muted); }
  .card.waiting { border-style: dashed; }
  .ghost-count { position: absolute; inset-block-start: -8px; inset-inline-end: -8px; display: grid; place-items: center; min-inline-size: 22px; block-size: 22px; padding-inline: 6px; border-radius: 11px; background: var(--kith-accent); color: var(--kith-on-accent); font-size: var(--kith-size-sm); font-weight: 600; }
  .ghost.many { overflow: visible; }
  .ghost.many > .card { box-shadow: 4px 4px 0 -1px var(--kith-surface-overlay), 4px 4px 0 0 var(--kith-border-strong), var(--kith-shadow-drag); }
  .reason-of { display: block; color: var(--kith-text-muted); }
  .reason[data-tone='warning'] > .icon { color: var(--kith-warning-text); }
  .slot { border: 1.5px dashed var(--kith-accent); border-radius: var(--kith-radius-md); opacity: 0.7; }
  .reason { display: flex; gap: 8px; align-items: flex-start; margin: 6px 6px 0; padding: 8px 10px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-md); background: var(--kith-surface-raised); font-size: var(--kith-size-sm); line-height: 1.4; text-wrap: balance; }
  .reason > .icon { margin-block-start: 1.5px; color: var(--kith-text-muted); }
  @media (forced-colors: active) { .column.valid > .cell { outline: 2px solid Highlight; outline-offset: -2px; } }
`;
