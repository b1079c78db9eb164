/** The parts of an address that say where somebody is. */
export interface Somewhere {
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

/** Where an address is, shortly: `Annecy, France`. A country is named in the reader's language where its code is known. */
export const placeName = ({ city, region, country }: Somewhere, lang: string): string =>
  [city ?? region, country && countryName(country, lang)].filter(Boolean).join(', ');

/** The name of a country from its ISO 3166-1 code; what is no code stays as it is. */
export const countryName = (country: string, lang: string): string =>
  /^[A-Z]{2}$/.test(country) ? (new Intl.DisplayNames(lang, { type: 'region' }).of(country) ?? country) : country;

/** The name of a language from its BCP 47 tag; what is no tag stays as it is. */
export function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // data may hold anything here; it is shown as it stands
  }
}
