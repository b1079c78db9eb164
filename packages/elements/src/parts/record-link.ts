import { css, html, type TemplateResult } from 'lit';
import { NavigateEvent } from '../base/command-event.js';

/**
 * The name of another record, which asks the page to go there (`kith-navigate`). It is a button, not an `<a>`: only
 * the page knows whether there is an address. Needs {@link recordLinkStyles}.
 */
export const recordLink = (kind: string, id: string, name: string, look: 'link' | 'title' = 'link'): TemplateResult =>
  html`<button type="button" class="record-link ${look}" @click=${(event: Event) => event.target?.dispatchEvent(new NavigateEvent(kind, id))}><bdi>${name}</bdi></button>`;

/** The looks of {@link recordLink}. */
export const recordLinkStyles = css`
  .record-link { max-inline-size: 100%; padding: 0; border: 0; border-radius: 3px; background: none; color: var(--kith-accent-text); text-align: start; overflow-wrap: anywhere; cursor: pointer; }
  .record-link.title { color: var(--kith-text); font-weight: var(--kith-weight-medium); }
  @media (forced-colors: active) { .record-link { color: LinkText; } }
  .record-link:hover { text-decoration: underline; text-underline-offset: 2px; }
`;
