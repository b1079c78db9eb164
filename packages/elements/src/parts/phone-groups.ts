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

/** The same for a number as it is kept, its extension behind it in the reader's word: `04 50 12 34 56 ext. 5`. */
export function groupKept(value: string, country: string | undefined, lang: string): string | undefined {
  const [, number = '', extension] = /^([^;]*)(?:;ext=(\d+))?$/.exec(value) ?? [];
  const grouped = groupPhone(number, country);
  return grouped && extension ? `${grouped} ${extensionWord(lang)} ${extension}` : grouped;
}

/** Each is a word that is read back; Arabic would turn the digits around it. */
const extensionWord = (lang: string): string =>
  /^zh-(?:hant|tw|hk|mo)/i.test(lang) ? '轉' : lang.startsWith('zh') ? '转' : lang.startsWith('de') ? 'DW' : 'ext.';
