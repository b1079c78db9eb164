import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { ownCountry } from './place-name.js';

/**
 * A telephone number in the groups of its country's plan: `04 50 12 34 56` for a reader in the same country, for all
 * others `+33 4 50 12 34 56`. Undefined for what is no whole number, and for one with an extension: it stays as written.
 */
export function groupPhone(value: string, lang: string): string | undefined {
  const own = ownCountry(lang);
  const number = parsePhoneNumberFromString(value, own as CountryCode | undefined);
  if (!number?.isPossible() || number.ext) return undefined;
  return own !== undefined && number.country === own ? number.formatNational() : number.formatInternational();
}
