import { css, html, nothing, type TemplateResult } from 'lit';
import { type Icon, icon } from './icon.js';

/** One grey bar in the shape of text that is on its way. `inline-size` comes from the class `wide`, `half` or `short`. */
export const skeleton = (size: 'wide' | 'half' | 'short' = 'wide'): TemplateResult =>
  html`<span class="skeleton ${size}" aria-hidden="true"></span>`;

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

/** One sentence across a surface: the icon carries the tone as well as the colour does. */
export const banner = (
  tone: 'info' | 'warning' | 'negative' | 'neutral',
  shape: Icon,
  content: unknown,
): TemplateResult => html`<div class="banner ${tone}">${icon(shape)}<span class="grow">${content}</span></div>`;

/** The looks of {@link skeleton}. */
export const waitingStyles = css`
  .skeleton { display: block; block-size: 10px; border-radius: 5px; background: var(--kith-skeleton); }
  .skeleton.half { inline-size: 55%; }
  .skeleton.short { inline-size: 30%; }
  @media (forced-colors: active) { .skeleton { background: GrayText; } }
`;

/** The looks of loading, empty and banners. */
export const stateStyles = css`
  ${waitingStyles}
  .empty { display: grid; justify-items: center; gap: 4px; padding: 32px 24px; text-align: center; text-wrap: balance; color: var(--kith-text-muted); }
  .empty > .icon { inline-size: 24px; block-size: 24px; margin-block-end: 8px; stroke-width: 1.25; color: var(--kith-text-subtle); }
  .empty > b { font-weight: 600; color: var(--kith-text); }
  .empty > .button { margin-block-start: 12px; }
  .banner { display: flex; gap: 10px; align-items: flex-start; padding: 10px 12px; border-radius: var(--kith-radius-md); background: var(--kith-info-subtle); }
  .banner > .icon { margin-block-start: 1.5px; color: var(--kith-info-text); }
  .banner.warning { background: var(--kith-warning-subtle); }
  .banner.warning > .icon { color: var(--kith-warning-text); }
  .banner.negative { background: var(--kith-negative-subtle); }
  .banner.negative > .icon { color: var(--kith-negative-text); }
  .banner.neutral { background: var(--kith-surface-sunken); }
  .banner.neutral > .icon { color: var(--kith-text-subtle); }
  @media (forced-colors: active) { .banner { border: 1px solid CanvasText; } }
`;
