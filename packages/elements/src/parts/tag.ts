import { css, html, nothing, type TemplateResult } from 'lit';
import { hueClass } from './hue.js';
import { icon } from './icon.js';
import { cross } from './icons.js';

/** How a tag is taken away. */
export interface TagRemoval {
  /** What the cross is called: "Remove Strategic". */
  readonly label: string;
  readonly run: () => void;
}

/** A word that people put on things. Its hue comes from the word itself. Needs {@link tagStyles} and hueStyles. */
export const tag = (text: string): TemplateResult => draw(text, nothing);

/** A tag with a cross that takes it away. Needs iconStyles besides. */
export const removableTag = (text: string, { label, run }: TagRemoval): TemplateResult =>
  draw(text, html`<button type="button" class="tag-remove" aria-label=${label} @click=${run}>${icon(cross)}</button>`);

const draw = (text: string, end: unknown): TemplateResult =>
  html`<span class="tag ${hueClass(text)}"><bdi>${text}</bdi>${end}</span>`;

/** The looks of {@link tag}. */
export const tagStyles = css`
  .tag {
    display: inline-flex; align-items: center; gap: 4px; flex: none; block-size: 20px; max-inline-size: 100%; padding-inline: 7px; border-radius: var(--kith-radius-sm);
    background: var(--hue-ground); color: var(--hue-text); font-size: var(--kith-size-xs); font-weight: 500; white-space: nowrap;
  }
  .tag > bdi { overflow: hidden; text-overflow: ellipsis; }
  .tag-remove { display: grid; place-items: center; flex: none; inline-size: 18px; block-size: 20px; margin-inline-end: -6px; padding: 0; border: 0; border-radius: inherit; background: none; color: inherit; cursor: default; }
  .tag-remove:hover { background: var(--kith-pressed); }
  .tag-remove > .icon { inline-size: 12px; block-size: 12px; stroke-width: 1.9; }
  @media (pointer: coarse) { .tag:has(> .tag-remove) { block-size: 32px; } .tag-remove { inline-size: 32px; block-size: 32px; } }
  @media (forced-colors: active) { .tag { border: 1px solid CanvasText; } }
`;
