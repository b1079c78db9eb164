import { css, html, type TemplateResult } from 'lit';
import { hueClass } from './hue.js';

/** A word that people put on things. Its hue comes from the word itself. Needs {@link tagStyles} and hueStyles. */
export const tag = (text: string): TemplateResult =>
  html`<span class="tag ${hueClass(text)}"><bdi>${text}</bdi></span>`;

/** The looks of {@link tag}. */
export const tagStyles = css`
  .tag {
    display: inline-flex; align-items: center; gap: 4px; flex: none; min-block-size: 20px; max-inline-size: 100%; padding-inline: 7px; border-radius: var(--kith-radius-sm);
    background: var(--hue-ground); color: var(--hue-text); font-size: var(--kith-size-xs); font-weight: 500; white-space: nowrap;
  }
  .tag > bdi { overflow: hidden; text-overflow: ellipsis; }
  @media (forced-colors: active) { .tag { border: 1px solid CanvasText; } }
`;
