import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { plainButtonStyles } from './button.styles.js';
import { spinnerStyles } from './spinner.styles.js';

/** What a busy button shows before its label. */
export const spinner = (): TemplateResult => html`<span class="spinner" aria-hidden="true"></span>`;

/**
 * Buttons are native `<button class="button …">`: `primary` (one on each surface), `quiet`, `danger`, `small`, `large`,
 * `square` for an icon alone (`iconButton`). What takes a while is a `busyButton`.
 */
export const buttonStyles: CSSResultGroup = [
  plainButtonStyles,
  spinnerStyles,
  css`
  .button.danger { border-color: transparent; background: var(--kith-negative); color: var(--kith-on-accent); }
  .button.danger > .icon:first-child { color: inherit; }
  .button.danger:hover { background: linear-gradient(var(--kith-pressed), var(--kith-pressed)), var(--kith-negative); }
  .button.link { block-size: auto; padding: 0; border: 0; background: none; box-shadow: none; color: var(--kith-accent-text); }
  .button.link:hover { text-decoration: underline; text-underline-offset: 2px; }
  .button.large { block-size: var(--kith-control-lg); padding: 0 16px; }
  .button:disabled, .button[aria-disabled='true']:not([aria-busy]) { border-color: var(--kith-border); background: var(--kith-surface-sunken); box-shadow: none; color: var(--kith-text-disabled); }
  .button.quiet:disabled, .button.quiet[aria-disabled='true']:not([aria-busy]) { border-color: transparent; background: none; }
  .button > .spinner { margin-inline-start: -3px; }
`,
];
