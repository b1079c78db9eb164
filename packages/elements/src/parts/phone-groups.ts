import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number in the groups of its country's plan: `04 50 12 34 56` where it is one of `country`, for all others
 * `+33 4 50 12 34 56`. Undefined for what is no whole number, and for one with an extension: it stays as written.
 */
export function groupPhone(value: string, country: string | undefined): string | undefined {
  const number = parsePhoneNumberFromString(value, country as CountryCode | undefined);
  if (!number?.isPossible() || number.ext) return undefined;
  return country !== undefined && number.country === country ? number.formatNational() : number.formatInternational();
}
