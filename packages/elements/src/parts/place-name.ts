/** The parts of an address that say where somebody is. */
export interface Somewhere {
  readonly city?: string | undefined;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

/** The country of a reader whose language says it, as `de-AT` does. */
export const ownCountry = (lang: string): string | undefined => new Intl.Locale(lang).region;

/**
 * Where an address is, shortly: `Annecy, France`. A country is named in the reader's language where its code is known,
 * and left out where it is the reader's own.
 */
export function placeName({ city, region, country }: Somewhere, lang: string): string {
  const place = city ?? region;
  if (!country || (place && country === ownCountry(lang))) return place ?? '';
  const land = countryName(country, lang);
  if (!place) return land;
  // Chinese goes from the large to the small.
  return lang.startsWith('zh') ? land + place : `${place}${lang.startsWith('ar') ? '،' : ','} ${land}`;
}

/** The name of a country from its ISO 3166-1 code; what is no code stays as it is. */
export const countryName = (country: string, lang: string): string =>
  isCountryCode(country) ? (new Intl.DisplayNames(lang, { type: 'region' }).of(country) ?? country) : country;

/** Whether a country is kept by its code, not by a name. */
export const isCountryCode = (country: string): boolean => /^[A-Z]{2}$/.test(country);

/** The name of a language from its BCP 47 tag; what is no tag stays as it is. */
export function languageName(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // data may hold anything here; it is shown as it stands
  }
}
