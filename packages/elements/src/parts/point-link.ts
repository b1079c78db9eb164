import { html, type TemplateResult } from 'lit';

/** An e-mail address or phone number that opens what the machine writes or calls with. It runs from left to right everywhere. */
export const pointLink = (kind: 'email' | 'phone', value: string): TemplateResult =>
  kind === 'email'
    ? html`<a class="point" href="mailto:${value}" dir="ltr">${value}</a>`
    : html`<a class="point number" href="tel:${value.replace(/[^+\d]/g, '')}" dir="ltr">${value}</a>`;
