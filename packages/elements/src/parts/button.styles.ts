import { css } from 'lit';

/** The looks of the buttons that most elements have: plain, `primary`, `quiet`, `small` and `square`. */
export const plainButtonStyles = css`
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none;
    block-size: var(--kith-control); padding: 0 12px;
    border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-md);
    background: var(--kith-surface-raised); color: var(--kith-text); box-shadow: var(--kith-shadow-card);
    font-weight: var(--kith-weight-medium); white-space: nowrap; text-decoration: none; user-select: none; cursor: default;
    transition: background var(--kith-duration-instant) var(--kith-ease-out);
  }
  .button > .icon:first-child:not(:last-child) { margin-inline-start: -3px; color: var(--kith-text-muted); }
  .button:hover { background: linear-gradient(var(--kith-hover), var(--kith-hover)), var(--kith-surface-raised); text-decoration: none; }
  .button:active, .button[aria-pressed='true'] { background: linear-gradient(var(--kith-pressed), var(--kith-pressed)), var(--kith-surface-raised); box-shadow: none; }
  .button.primary { border-color: transparent; color: var(--kith-on-accent); }
  .button.primary { background: var(--kith-accent); box-shadow: var(--kith-shadow-card), inset 0 1px 0 var(--kith-shine); }
  .button.primary:hover { background: var(--kith-accent-hover); }
  .button.primary:active { background: var(--kith-accent-hover); box-shadow: inset 0 1px 3px var(--kith-scrim); }
  .button.primary > .icon:first-child { color: inherit; }
  .button.quiet { border-color: transparent; background: transparent; box-shadow: none; color: var(--kith-text-muted); }
  .button.quiet:hover { background: var(--kith-hover); color: var(--kith-text); }
  .button.quiet:active { background: var(--kith-pressed); }
  .button.small { block-size: var(--kith-control-sm); padding: 0 8px; border-radius: 5px; font-size: var(--kith-size-sm); }
  .button.square { inline-size: var(--kith-control); padding: 0; }
  .button.square.small { inline-size: var(--kith-control-sm); }
  @media (forced-colors: active) { .button.primary { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
