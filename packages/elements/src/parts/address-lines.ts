import { html, type TemplateResult } from 'lit';
import { countryName, type Somewhere } from './place-name.js';

/** A postal address as it is kept. */
export interface PostalAddress extends Somewhere {
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** A postal address on its lines, in the order in which the parts are kept. */
export function addressLines(
  { street, postalCode, city, region, country }: PostalAddress,
  lang: string,
): TemplateResult {
  const lines = [street, [postalCode, city].filter(Boolean).join(' '), region, country && countryName(country, lang)];
  return html`<span dir="auto">${lines.filter(Boolean).map((line, index) => html`${index > 0 ? html`<br />` : ''}${line}`)}</span>`;
}
