import { css, html, type TemplateResult } from 'lit';
import { skeleton } from '../parts/waiting.js';

/** The shape of a card that is on its way. Needs stateStyles and {@link skeletonStyles}. */
export const recordSkeleton = (): TemplateResult =>
  html`<div class="panel waiting stack" aria-hidden="true">${skeleton('half')}${skeleton('short')}${skeleton('wide')}${skeleton('half')}${skeleton('wide')}</div>`;

/** The looks of what stands in a record's place, and of its frame: everything else comes with its layout. */
export const skeletonStyles = css`
  :host { container-type: inline-size; }
  .panel { min-inline-size: 0; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); }
  .waiting { padding: 20px 16px; gap: 12px; }
  .record-notice { margin-block-end: var(--kith-gap); }
`;
