import { css, html, type TemplateResult } from 'lit';

/** What a busy button shows before its label. */
export const spinner = (): TemplateResult => html`<span class="spinner" aria-hidden="true"></span>`;

/**
 * Buttons are native `<button class="button …">`: `primary` (one on each surface), `quiet`, `danger`, `small`, `large`,
 * `square` for an icon alone (which then needs an `aria-label`). Busy: `aria-disabled="true"` and {@link spinner}.
 */
export const buttonStyles = css`
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
  .button.primary, .button.danger { border-color: transparent; color: var(--kith-on-accent); }
  .button.primary { background: var(--kith-accent); box-shadow: var(--kith-shadow-card), inset 0 1px 0 oklch(1 0 0 / 0.12); }
  .button.primary:hover { background: var(--kith-accent-hover); }
  .button.primary:active { background: var(--kith-accent-hover); box-shadow: inset 0 1px 3px oklch(0 0 0 / 0.2); }
  .button.danger { background: var(--kith-negative); }
  .button.danger:hover { background: linear-gradient(var(--kith-pressed), var(--kith-pressed)), var(--kith-negative); }
  .button.primary > .icon, .button.danger > .icon { color: inherit; }
  .button.quiet { border-color: transparent; background: transparent; box-shadow: none; color: var(--kith-text-muted); }
  .button.quiet:hover { background: var(--kith-hover); color: var(--kith-text); }
  .button.quiet:active { background: var(--kith-pressed); }
  .button.link { block-size: auto; padding: 0; border: 0; background: none; box-shadow: none; color: var(--kith-accent-text); }
  .button.link:hover { text-decoration: underline; text-underline-offset: 2px; }
  .button.small { block-size: var(--kith-control-sm); padding: 0 8px; border-radius: 5px; font-size: var(--kith-size-sm); }
  .button.large { block-size: var(--kith-control-lg); padding: 0 16px; }
  .button.square { inline-size: var(--kith-control); padding: 0; }
  .button.square.small { inline-size: var(--kith-control-sm); }
  .button:disabled, .button[aria-disabled='true'] { border-color: var(--kith-border); background: var(--kith-surface-sunken); box-shadow: none; color: var(--kith-text-disabled); }
  .button.quiet:disabled, .button.quiet[aria-disabled='true'] { border-color: transparent; background: none; }
  .spinner { inline-size: 14px; block-size: 14px; flex: none; border: 1.75px solid currentColor; border-inline-end-color: transparent; border-radius: 50%; opacity: 0.85; animation: turn 700ms linear infinite; }
  .button > .spinner { margin-inline-start: -3px; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
  @media (forced-colors: active) { .button.primary { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
