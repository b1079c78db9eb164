import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { countStyles } from './count.styles.js';

/** What a badge means. Stages and lifecycles are neutral: red is for what is wrong. */
export type BadgeTone = 'neutral' | 'positive' | 'warning' | 'negative' | 'info' | 'accent';

/** A status in a word, with a dot as its second carrier. Needs {@link badgeStyles}. */
export const badge = (text: string, tone: BadgeTone = 'neutral'): TemplateResult =>
  html`<span class="badge ${tone}"><bdi>${text}</bdi></span>`;

/** The looks of {@link badge} and of `.count`. */
export const badgeStyles: CSSResultGroup = [
  countStyles,
  css`
  .badge {
    display: inline-flex; align-items: center; gap: 5px; flex: none; block-size: 20px; padding-inline: 7px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-full);
    background: var(--kith-surface); color: var(--kith-text-muted); font-size: var(--kith-size-xs); font-weight: 500; white-space: nowrap;
  }
  .badge::before { content: ''; inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--kith-text-disabled); }
  .badge.plain::before { display: none; }
  .badge:is(.positive, .warning, .negative, .info, .accent) { border-color: transparent; }
  .badge.positive { background: var(--kith-positive-subtle); color: var(--kith-positive-text); }
  .badge.positive::before { background: var(--kith-positive-fill); }
  .badge.warning { background: var(--kith-warning-subtle); color: var(--kith-warning-text); }
  .badge.warning::before { background: var(--kith-warning-fill); }
  .badge.negative { background: var(--kith-negative-subtle); color: var(--kith-negative-text); }
  .badge.negative::before { background: var(--kith-negative-fill); }
  .badge.info { background: var(--kith-info-subtle); color: var(--kith-info-text); }
  .badge.info::before { background: var(--kith-info-fill); }
  .badge.accent { background: var(--kith-accent-subtle); color: var(--kith-accent-text); }
  .badge.accent::before { background: var(--kith-accent); }
  @media (forced-colors: active) { .badge.badge { border: 1px solid CanvasText; color: CanvasText; } .badge::before { border: 3px solid; } }
`,
];
