import { css, html, type TemplateResult } from 'lit';

/** One grey bar in the shape of text that is on its way. `inline-size` comes from the class `wide`, `half` or `short`. */
export const skeleton = (size: 'wide' | 'half' | 'short' = 'wide'): TemplateResult =>
  html`<span class="skeleton ${size}" aria-hidden="true"></span>`;

/** The looks of {@link skeleton}. */
export const waitingStyles = css`
  .skeleton { display: block; block-size: 10px; border-radius: 5px; background: var(--kith-skeleton); }
  .skeleton.half { inline-size: 55%; }
  .skeleton.short { inline-size: 30%; }
  @media (forced-colors: active) { .skeleton { background: GrayText; } }
`;
