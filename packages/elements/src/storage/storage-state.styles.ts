import { css } from 'lit';

/** The looks of the storage state: facts with their names before them, a meter, and what is wrong above them. */
export const storageStateStyles = css`
  :host { container-type: inline-size; }
  .trouble b { font-weight: var(--kith-weight-strong); }
  .panel > .trouble { padding: 0 16px 12px; }
  .steps { margin-block-start: 6px; padding-inline-start: 20px; list-style: decimal; }
  .act { margin-block-start: 8px; }
  .facts { display: grid; gap: 12px; padding: 2px 16px 16px; }
  .facts > div { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 12px; }
  .facts dt { color: var(--kith-text-muted); }
  .facts dd { display: grid; gap: 8px; justify-items: start; }
  .protection { display: flex; gap: 6px; }
  .positive { color: var(--kith-positive-text); padding-block-start: 1.5px; }
  .answer:empty { display: none; }
  .answer:focus { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: 2px; border-radius: 2px; }
  .meter { inline-size: 100%; block-size: 8px; margin-block-start: 5px; border-radius: 4px; overflow: hidden; background: var(--kith-surface-sunken); box-shadow: inset 0 0 0 1px var(--kith-border); }
  .meter > span { display: block; block-size: 100%; min-inline-size: 3px; background: var(--kith-accent); }
  .meter.high > span { background: var(--kith-warning-fill); }
  @container (max-width: 420px) {
    .facts > div { grid-template-columns: minmax(0, 1fr); gap: 2px; }
  }
  @media (forced-colors: active) { .meter { border: 1px solid CanvasText; } .meter > span { forced-color-adjust: none; background: CanvasText; } }
`;
