import { html, type TemplateResult } from 'lit';
import { phoneText } from './phone-text.js';

/**
 * An e-mail address or phone number that opens what the machine writes or calls with, a number in the groups of its
 * country. It runs from left to right everywhere.
 */
export const pointLink = (kind: 'email' | 'phone', value: string, lang: string): TemplateResult =>
  kind === 'email'
    ? html`<a class="point" href="mailto:${value}" dir="ltr">${breakable(value)}</a>`
    : html`<a class="point number" href=${dialled(value)} dir="ltr">${phoneText(value, lang)}</a>`;

/** The same where it must not be used: somebody does not want e-mails, or calls. */
export const pointText = (kind: 'email' | 'phone', value: string, lang: string): TemplateResult =>
  html`<span class="point subtle" dir="ltr">${kind === 'email' ? breakable(value) : phoneText(value, lang)}</span>`;

/** A long address may go on in the next line after its @. */
const breakable = (address: string): unknown =>
  address.split('@').map((part, index) => (index === 0 ? part : html`@<wbr />${part}`));

/** A number as a telephone dials it, its extension apart: the digits of both together are another number. */
function dialled(value: string): string {
  const [, number = '', extension] = /^([^\p{L};#]*)\P{Nd}*(\d*)/u.exec(value.replace(/^tel:/i, '')) ?? [];
  return `tel:${number.replace(/[^+\d]/g, '')}${extension ? `;ext=${extension}` : ''}`;
}
