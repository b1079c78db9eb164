import { css } from 'lit';

/** The looks of the timeline while it is read; those of the entries come with them. */
export const timelineStyles = css`
  :host { container-type: inline-size; }
  .composer + .panel { margin-block-start: var(--kith-gap); }
  .reading { display: grid; gap: 10px; padding: 20px 16px; }
  .reading > .wide { margin-block-end: 14px; }
`;
