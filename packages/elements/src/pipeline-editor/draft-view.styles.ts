import { type CSSResult, css } from 'lit';
import { fieldStyles } from '../parts/field.js';

/** What a draft shows besides its stages. */
export const draftViewStyles: readonly CSSResult[] = [
  fieldStyles,
  css`
    .head-actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-inline-start: auto; }
    .head-actions > span { display: flex; }
    .wrong { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; padding-block: 4px 6px; padding-inline-start: 22px; font-size: var(--kith-size-sm); color: var(--kith-negative-text); }
    .wrong > span { display: flex; gap: 6px; min-inline-size: 0; }
    .wrong .icon { flex: none; margin-block-start: 1.5px; }
    .gone { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr) auto; gap: 8px 16px; align-items: center; min-block-size: 48px; padding: 6px 12px 6px 16px; padding-inline: 16px 12px; border-block-start: 1px solid var(--kith-border); }
    .gone s { color: var(--kith-text-muted); overflow-wrap: anywhere; }
    .goes { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; min-inline-size: 0; }
    .goes > .select { flex: 1 1 160px; }
    @container (max-width: 480px) {
      .head-actions { inline-size: 100%; }
      .head-actions > .primary { margin-inline-start: auto; }
      .gone { grid-template-columns: minmax(0, 1fr) auto; }
      .gone > .goes { grid-column: 1 / -1; grid-row: 2; }
    }
  `,
];
