import { css, html, nothing, type TemplateResult } from 'lit';
import { bannerStyles } from './banner.js';
import { type Icon, icon } from './icon.js';
import { waitingStyles } from './waiting.js';

/** What is said where nothing is: an icon, what would be here, how it gets here, and at most one button. */
export const emptyState = (options: {
  readonly icon: Icon;
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: unknown;
}): TemplateResult => html`
  <div class="empty">
    ${icon(options.icon)}
    <b>${options.title}</b>
    ${options.text ? html`<p>${options.text}</p>` : nothing}
    ${options.action ?? nothing}
  </div>
`;

/** The looks of loading, empty and banners. */
export const stateStyles = css`
  ${waitingStyles}
  .empty { display: grid; justify-items: center; gap: 4px; padding: 32px 24px; text-align: center; text-wrap: balance; color: var(--kith-text-muted); }
  .empty > .icon { inline-size: 24px; block-size: 24px; margin-block-end: 8px; stroke-width: 1.25; color: var(--kith-text-subtle); }
  .empty > b { font-weight: 600; color: var(--kith-text); }
  .empty > .button { margin-block-start: 12px; }
  ${bannerStyles}
`;
