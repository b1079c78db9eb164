import { html, type TemplateResult } from 'lit';

/** An e-mail address or phone number that opens what the machine writes or calls with. It runs from left to right everywhere. */
export const pointLink = (kind: 'email' | 'phone', value: string): TemplateResult =>
  kind === 'email'
    ? html`<a class="point" href="mailto:${value}" dir="ltr">${breakable(value)}</a>`
    : html`<a class="point number" href="tel:${value.replace(/[^+\d]/g, '')}" dir="ltr">${value}</a>`;

/** The same where it must not be used: somebody does not want e-mails, or calls. */
export const pointText = (value: string): TemplateResult =>
  html`<span class="point subtle" dir="ltr">${breakable(value)}</span>`;

/** A long address may go on in the next line after its @. */
const breakable = (address: string): unknown =>
  address.split('@').map((part, index) => (index === 0 ? part : html`@<wbr />${part}`));
