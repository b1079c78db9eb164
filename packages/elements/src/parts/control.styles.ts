import { css } from 'lit';

/** What the controls that are elements have in common. Needs fieldStyles. */
export const controlStyles = css`
  :host { min-inline-size: 0; }
  .input > select { all: unset; flex: none; padding-inline: 4px; border-radius: 3px; color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
  .input > select:focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); }
  .input-button { position: relative; display: grid; place-items: center; flex: none; inline-size: 24px; block-size: 24px; margin-inline-end: -6px; padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: var(--kith-text-subtle); }
  .input-button:hover { background: var(--kith-hover); color: var(--kith-text); }
  .input-button:active { background: var(--kith-pressed); }
  .input-button:disabled { background: none; color: inherit; }
  @media (pointer: coarse) { .input-button { inline-size: 32px; block-size: 32px; } }
`;
