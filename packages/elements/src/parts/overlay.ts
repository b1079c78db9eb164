import { css } from 'lit';

/** The surface that menus, dialogs and toasts share, and the reset that popovers need. */
export const overlayStyles = css`
  .overlay { border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface-overlay); color: var(--kith-text); box-shadow: var(--kith-shadow-overlay); }
  [popover] { position: fixed; inset: auto; margin: 0; padding: 0; overflow: visible; }
  @media (prefers-reduced-motion: no-preference) {
    .overlay:popover-open { animation: appear var(--kith-duration-fast) var(--kith-ease-out); }
  }
  @keyframes appear { from { opacity: 0; translate: 0 -4px; } }
`;
