import { css } from 'lit';

/** The drawer of a stage. */
export const stageFormStyles = css`
  .modal.drawer { inline-size: min(560px, 100vw); container-type: inline-size; }
  .modal .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--kith-field-gap) 12px; align-items: start; }
  .modal .rules { display: grid; gap: var(--kith-field-gap); padding-block-start: 16px; border-block-start: 1px solid var(--kith-border); }
  .modal .rules > h3 { font-weight: var(--kith-weight-strong); }
  @container (max-width: 420px) { .modal .pair { grid-template-columns: minmax(0, 1fr); } }
`;
