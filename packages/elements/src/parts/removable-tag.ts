import { css, html, type TemplateResult } from 'lit';
import { hueClass } from './hue.js';
import { icon } from './icon.js';
import { cross } from './icons/heads.js';

/** How a tag is taken away. */
export interface TagRemoval {
  /** What the cross is called: "Remove Strategic". */
  readonly label: string;
  readonly run: () => void;
}

/** A tag with a cross that takes it away. Needs tagStyles, {@link removableTagStyles} and iconStyles. */
export const removableTag = (text: string, { label, run }: TagRemoval): TemplateResult =>
  html`<span class="tag ${hueClass(text)}"><bdi>${text}</bdi><button type="button" class="tag-remove" aria-label=${label} @click=${run}>${icon(cross)}</button></span>`;

/** The looks of {@link removableTag}; they come only with it. */
export const removableTagStyles = css`
  .tag-remove { display: grid; place-items: center; flex: none; inline-size: 18px; block-size: 20px; margin-inline-end: -6px; padding: 0; border: 0; border-radius: inherit; background: none; color: inherit; cursor: default; }
  .tag-remove:hover { background: var(--kith-pressed); }
  .tag-remove > .icon { inline-size: 12px; block-size: 12px; stroke-width: 1.9; }
  @media (pointer: coarse) { .tag:has(> .tag-remove) { block-size: 32px; } .tag-remove { inline-size: 32px; block-size: 32px; } }
`;
