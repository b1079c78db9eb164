import { css } from 'lit';

/** The looks of forms, of the list of keys, and of what is done with many leads. */
export const deskStyles = css`
  .modal form.lead-form { display: contents; }
  .reason-choices { display: flex; flex-wrap: wrap; gap: 6px; }
  .reason-choices > [aria-pressed='true'] { border-color: var(--kith-accent); background: var(--kith-accent-subtle); color: var(--kith-accent-text); }
  .keys-table { inline-size: 100%; border-collapse: collapse; }
  .keys-table :is(th, td) { padding: 5px 0; border-block-end: 1px solid var(--kith-border); text-align: start; font-weight: var(--kith-weight); }
  .bulk { position: absolute; inset-block-end: 48px; inset-inline: 8px; z-index: var(--kith-z-toast); display: flex; flex-wrap: wrap; align-items: center; gap: 2px; padding: 6px; padding-inline-start: 12px; border-radius: 10px; background: var(--kith-surface-inverse); color: var(--kith-text-inverse); box-shadow: var(--kith-shadow-overlay); }
  .bulk > b { font-weight: var(--kith-weight-strong); margin-inline-end: 6px; }
  .bulk-act { display: inline-flex; align-items: center; gap: 5px; block-size: 28px; padding-inline: 8px; border: 0; border-radius: var(--kith-radius-md); background: none; color: inherit; white-space: nowrap; cursor: default; }
  .bulk-act:hover { background: color-mix(in oklch, currentColor 14%, transparent); }
  .bulk-act:focus-visible { outline-color: currentColor; outline-offset: -2px; }
  .bulk-act[data-action='clear'] { margin-inline-start: auto; }
  .bulk .progress { flex: 1; }
  .bulk .subtle { color: inherit; }
  .form-problem { display: flex; gap: 8px; color: var(--kith-negative-text); }
  .modal-body > .form-problem { color: var(--kith-negative-text); }
  .target { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; min-inline-size: 0; margin: 0; padding: 0 0 14px; border: 0; border-block-end: 1px solid var(--kith-border); }
  .target > legend { padding: 0; margin-block-end: 8px; font-weight: var(--kith-weight-strong); }
  .target .choices > legend { display: none; }
  .gains { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; padding: 8px 12px; border-radius: var(--kith-radius-md); background: var(--kith-surface-sunken); font-size: var(--kith-size-sm); }
  .gains > div { display: grid; grid-template-columns: minmax(108px, 2fr) minmax(0, 3fr); gap: 12px; }
  .gains dt { color: var(--kith-text-subtle); overflow-wrap: anywhere; }
  .gains dd { overflow-wrap: anywhere; }
  .map { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 8px 12px; align-items: center; }
  .map > span { min-inline-size: 0; overflow-wrap: anywhere; }
  @media (forced-colors: active) { .bulk { border: 1px solid CanvasText; } }
`;
