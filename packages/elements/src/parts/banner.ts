import { css, html, type TemplateResult } from 'lit';
import { type Icon, icon } from './icon.js';

/** One sentence across a surface: the icon carries the tone as well as the colour does. */
export const banner = (
  tone: 'info' | 'warning' | 'negative' | 'neutral',
  shape: Icon,
  content: unknown,
): TemplateResult => html`<div class="banner ${tone}">${icon(shape)}<span class="grow">${content}</span></div>`;

/** The looks of {@link banner}. */
export const bannerStyles = css`
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
