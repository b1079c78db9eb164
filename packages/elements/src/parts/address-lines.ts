import { html, type TemplateResult } from 'lit';
import { formatAddress } from 'localized-address-format';
import { countryName, ownCountry, type Somewhere } from './place-name.js';

/** A postal address as it is kept. */
export interface PostalAddress extends Somewhere {
  readonly street?: string | undefined;
  readonly postalCode?: string | undefined;
}

/** A postal address on its lines, in the order of its country. */
export const addressLines = (address: PostalAddress, lang: string): TemplateResult =>
  html`${linesOf(address, lang).lines.map((line, index) => html`${index > 0 ? html`<br />` : ''}<bdi>${line}</bdi>`)}`;

/** A postal address in one line, in the order of its country. */
export function addressText(address: PostalAddress, lang: string): string {
  const { lines, isLargestFirst } = linesOf(address, lang);
  return lines.join(isLargestFirst ? ' ' : lang.startsWith('ar') ? '، ' : ', ');
}

/** Whether there is a letter of another script than Latin: then an address is written as people of its country write it to each other. */
export const hasOtherScript = (text: string): boolean => /(?!\p{Script=Latin})\p{L}/u.test(text);

function linesOf(
  { street = '', postalCode = '', city = '', region = '', country = '' }: PostalAddress,
  lang: string,
): { readonly lines: readonly string[]; readonly isLargestFirst: boolean } {
  const isLocal = hasOtherScript(street + city + region);
  const streets = street.split('\n').filter(Boolean);
  const area = region === city ? '' : region;
  const inOrder = (administrativeArea: string, locality: string): readonly string[] =>
    formatAddress(
      { postalCountry: country, administrativeArea, locality, postalCode, addressLines: streets },
      isLocal ? 'local' : 'latin',
    ).filter(Boolean);
  const isIn = (lines: readonly string[], part: string): boolean =>
    lines.some((line) => line.toLowerCase().includes(part.toLowerCase()));
  let lines = inOrder(area, city);
  // Not every country's form has a place for each part, but nothing that somebody wrote down is left out.
  if (city && !isIn(lines, city)) lines = inOrder(isLocal ? area + city : [city, area].filter(Boolean).join(', '), '');
  if (postalCode && !isIn(lines, postalCode))
    lines = lines.includes(city)
      ? lines.map((line) => (line === city ? `${postalCode} ${city}` : line))
      : [...lines, postalCode];
  for (const part of [city, area]) if (part && !isIn(lines, part)) lines = [...lines, part];
  const isLargestFirst = isLocal && lines.length > 1 && lines.at(-1) === streets.at(-1);
  const isOwn = country === ownCountry(lang) && lines.length > 0;
  const land = country && !isOwn ? [countryName(country, lang)] : [];
  return { lines: isLargestFirst ? [...land, ...lines] : [...lines, ...land], isLargestFirst };
}
