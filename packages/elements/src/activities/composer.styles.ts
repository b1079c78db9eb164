import { css } from 'lit';

/** The looks of the box for new entries. Needs panelStyles, stateStyles and buttonStyles. */
export const composerStyles = css`
  .composer { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; padding: 12px 16px; }
  .kinds { display: flex; gap: 2px; justify-self: start; max-inline-size: 100%; padding: 2px; border-radius: var(--kith-radius-md); background: var(--kith-surface-sunken); box-shadow: inset 0 0 0 1px var(--kith-border); }
  .kinds > button { display: inline-flex; gap: 6px; align-items: center; min-inline-size: 0; block-size: calc(var(--kith-control-sm) - 2px); padding-inline: 8px; border: 0; border-radius: 4px; background: none; color: var(--kith-text-muted); font-size: var(--kith-size-sm); font-weight: var(--kith-weight-medium); white-space: nowrap; cursor: default; }
  .kinds > button:hover { color: var(--kith-text); }
  .kinds > button[aria-pressed='true'] { background: var(--kith-surface-raised); color: var(--kith-text); box-shadow: 0 0 0 1px var(--kith-border), var(--kith-shadow-card); }
  @media (forced-colors: active) { .kinds > button[aria-pressed='true'] { outline: 1px solid; outline-offset: -1px; } }
  .bare { inline-size: 100%; min-block-size: 28px; padding: 4px 0; border: 0; background: none; color: var(--kith-text); resize: none; field-sizing: content; max-block-size: 320px; }
  .open > textarea.bare { min-block-size: 66px; }
  .bare:focus, .bare:focus-visible { outline: none; }
  .bare::placeholder { color: var(--kith-text-subtle); opacity: 1; }
  .composer:focus-within { border-color: var(--kith-focus); outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -1px; }
  .composer:has(.kinds :focus-visible, .foot :focus-visible) { border-color: var(--kith-border); outline: none; }
  .foot { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; min-block-size: calc(var(--kith-control-sm) + 11px); padding-block-start: 10px; border-block-start: 1px solid var(--kith-border); }
  @container (max-width: 340px) {
    .kinds { justify-self: stretch; }
    .kinds > button { flex: 1; justify-content: center; padding-inline: 4px; }
    .kinds > button:not([aria-pressed='true']) > span { position: absolute; inline-size: 1px; overflow: hidden; clip-path: inset(50%); }
  }
`;
