import { css } from 'lit';

/** The looks of checkboxes, switches and radio buttons. They are native inputs, drawn in the accent; forced colours get the browser's own. */
export const checkStyles = css`
  .check { display: inline-flex; align-items: flex-start; gap: 8px; max-inline-size: 100%; min-inline-size: 0; }
  .check > input {
    appearance: none; position: relative; display: grid; place-items: center; flex: none; inline-size: 16px; block-size: 16px; margin: 0; margin-block-start: 1.5px;
    border: 1px solid var(--kith-border-control); background: var(--kith-surface); transition: background var(--kith-duration-fast) var(--kith-ease-out);
  }
  .check > input::before { content: ''; }
  .check > input:hover { border-color: var(--kith-text-subtle); }
  .check > input:active { background: linear-gradient(var(--kith-pressed), var(--kith-pressed)), var(--kith-surface); }
  .check > [type='checkbox'] { border-radius: var(--kith-radius-sm); }
  .check > [type='radio'] { border-radius: 50%; }
  .check > input:checked, .check > [type='checkbox']:indeterminate { border-color: var(--kith-accent); background: var(--kith-accent); }
  .check > [type='checkbox']:checked:not([role='switch'])::before { inline-size: 8px; block-size: 4.5px; margin-block-start: -3px; border: solid var(--kith-on-accent); border-width: 0 0 1.75px 1.75px; rotate: -45deg; }
  .check > [type='checkbox']:indeterminate::before { inline-size: 8px; block-size: 1.75px; margin: 0; border: 0; border-radius: 1px; rotate: none; background: var(--kith-on-accent); }
  .check > [type='radio']:checked::before { inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--kith-on-accent); }
  .check > [role='switch'] { inline-size: 28px; border: 0; border-radius: var(--kith-radius-full); background: var(--kith-border-control); }
  .check > [role='switch']:hover { background: var(--kith-text-subtle); }
  .check > [role='switch']:checked { background: var(--kith-accent); }
  .check > [role='switch']::before {
    position: absolute; inset-block-start: 2px; inset-inline-start: 2px; inline-size: 12px; block-size: 12px; border-radius: 50%;
    background: var(--kith-on-accent); box-shadow: var(--kith-shadow-card); transition: inset-inline-start var(--kith-duration-fast) var(--kith-ease-out);
  }
  .check > [role='switch']:checked::before { inset-inline-start: 14px; }
  .check > input:disabled { border-color: var(--kith-border-strong); background: var(--kith-surface-sunken); }
  .check > input:disabled:checked, .check > [type='checkbox']:disabled:indeterminate, .check > [role='switch']:disabled { border-color: transparent; background: var(--kith-text-disabled); }
  .check > [role='switch']:disabled { opacity: 0.6; }
  .check > [aria-invalid='true'] { border-color: var(--kith-negative-fill); }
  .check-text { display: grid; min-inline-size: 0; overflow-wrap: anywhere; }
  .check-note { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .check > input:disabled + .check-text > .check-label { color: var(--kith-text-disabled); }
  .choices { display: grid; align-content: start; gap: var(--kith-space-2); min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .choices > legend { padding: 0; margin-block-end: var(--kith-space-2); }
  .choices.inline { display: flex; flex-wrap: wrap; gap: var(--kith-space-2) var(--kith-space-4); align-content: flex-start; }
  @media (pointer: coarse) { .check { padding-block: 8px; } }
  @media (forced-colors: active) {
    .check > input { appearance: auto; }
    .check > input::before { display: none; }
  }
`;
