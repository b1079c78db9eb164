import { type CSSResult, css } from 'lit';
import { busyButtonStyles } from '../parts/busy-button.js';
import { checkStyles } from '../parts/check.styles.js';
import { fieldStyles } from '../parts/field.js';
import { modalStyles } from '../parts/modal.js';
import { spinnerStyles } from '../parts/spinner.styles.js';
import { tableStyles } from '../parts/table.js';

/** The drawer in which a field is edited. */
export const fieldFormStyles: readonly CSSResult[] = [
  modalStyles,
  fieldStyles,
  checkStyles,
  spinnerStyles,
  busyButtonStyles,
  tableStyles,
  css`
    .modal.drawer { inline-size: min(560px, 100vw); container-type: inline-size; }
    .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--kith-field-gap) 12px; align-items: start; }
    .trio { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .fold { border-block-start: 1px solid var(--kith-border); }
    .fold > summary { display: flex; gap: 8px; align-items: center; min-block-size: 40px; font-weight: var(--kith-weight-medium); cursor: default; list-style: none; }
    .fold > summary::-webkit-details-marker { display: none; }
    .fold > summary > .icon { color: var(--kith-text-subtle); }
    .fold:not([open]) > summary > .icon { rotate: -90deg; }
    .fold:not([open]) > summary > .icon:dir(rtl) { rotate: 90deg; }
    .fold > div { display: grid; gap: var(--kith-field-gap); padding-block-end: 16px; }
    .rules { display: grid; gap: 12px; }
    .name-line { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
    .name-line > code { color: var(--kith-text); }
    .form-preview { display: grid; gap: 10px; padding: 14px 16px 16px; border: 1px dashed var(--kith-border-strong); border-radius: var(--kith-radius-lg); }
    .form-preview > h3 { font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); }
    .banner p + p { margin-block-start: 4px; }
    .banner .row { flex-wrap: wrap; margin-block-start: 8px; }
    @container (max-width: 420px) { .pair { grid-template-columns: minmax(0, 1fr); } }
  `,
];
