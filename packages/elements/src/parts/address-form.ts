import { formatAddress } from 'localized-address-format';
import { hasOtherScript, type PostalAddress } from './address-lines.js';
import { countryName, isCountryCode } from './place-name.js';

/** What of an address is typed, beside its country. */
export type AddressPart = 'street' | 'postalCode' | 'city' | 'region';

/** What the largest part of an address is called in a country. */
export type RegionKind =
  | 'region'
  | 'state'
  | 'province'
  | 'county'
  | 'prefecture'
  | 'department'
  | 'emirate'
  | 'parish'
  | 'island'
  | 'area';

/** What a postal code is called in a country. */
export type PostalCodeKind = 'postalCode' | 'zip' | 'postcode' | 'pin' | 'eircode';

/** What a place is called in a country. */
export type CityKind = 'city' | 'town' | 'suburb' | 'district';

/**
 * The lines of the form for an address: the parts of its country in the order of that country, as it is written in the
 * script of the address or of the reader. What is filled in has a line even where the country has no place for it.
 */
export function addressForm(address: PostalAddress, lang: string): readonly (readonly AddressPart[])[] {
  const { street = '', city = '', region = '', country = '' } = address;
  const isLocal = hasOtherScript(street + city + region || countryName(country, lang));
  const lines = isCountryCode(country) ? linesOf(country, isLocal) : EVERYTHING;
  const left = PARTS.filter((part) => address[part] && !lines.some((line) => line.includes(part)));
  return [...lines, ...left.map((part) => [part])];
}

/** The parts of an address stand in their own places of the country's form. */
const linesOf = (postalCountry: string, isLocal: boolean): readonly (readonly AddressPart[])[] =>
  formatAddress(
    {
      postalCountry,
      addressLines: ['street'],
      postalCode: 'postalCode',
      locality: 'city',
      administrativeArea: 'region',
    },
    isLocal ? 'local' : 'latin',
  )
    .map((line) => PARTS.filter((part) => line.includes(part)).toSorted((a, b) => line.indexOf(a) - line.indexOf(b)))
    .filter((line) => line.length > 0);

const PARTS: readonly AddressPart[] = ['street', 'postalCode', 'city', 'region'];
const EVERYTHING: readonly (readonly AddressPart[])[] = [['street'], ['postalCode', 'city'], ['region']];

/** What the largest part is called; where nothing is known of a country, a region. */
export const regionKind = (country: string): RegionKind =>
  kindIn(REGIONS, country) ?? (isCountryCode(country) ? 'province' : 'region');

export const cityKind = (country: string): CityKind => kindIn(CITIES, country) ?? 'city';

export const postalCodeKind = (country: string): PostalCodeKind => kindIn(POSTAL_CODES, country) ?? 'postalCode';

const kindIn = <Kind extends string>(kinds: Readonly<Record<string, string>>, country: string): Kind | undefined =>
  country ? (Object.keys(kinds).find((kind) => kinds[kind]?.includes(country)) as Kind | undefined) : undefined;

/** By the names that Google's libaddressinput has for them; a province is none of these. */
const REGIONS: Readonly<Partial<Record<RegionKind, string>>> = {
  state: 'AU BR FM IN MH MM MX MY NG PW SO SS US VE',
  county: 'EE GB HR HU IE LT NO RO SE TW',
  prefecture: 'GR JP',
  department: 'CO HN NI PY SV UY',
  emirate: 'AE',
  parish: 'AD BB JM',
  island: 'BS CV KN KY NF TV',
  region: 'CL CZ GE NZ PE RU SA SK TZ UA UZ',
  area: 'HK',
};
const CITIES: Readonly<Partial<Record<CityKind, string>>> = {
  town: 'GB IE NO SE',
  suburb: 'AU',
  district: 'HK TW',
};
const POSTAL_CODES: Readonly<Partial<Record<PostalCodeKind, string>>> = {
  zip: 'AS FM GU MH MP PR PW UM US VI',
  postcode: 'AU GB GG IM JE NZ',
  pin: 'IN',
  eircode: 'IE',
};

/**
 * What a postal code of a country looks like, where something else does not: undefined for a code that may be right,
 * and in countries whose codes have no one shape.
 */
export function likePostalCode(code: string, country: string): string | undefined {
  const examples = EXAMPLES[country]?.split('|');
  return examples?.some((example) => shapeOf(example).test(code.normalize('NFKC'))) ? undefined : examples?.[0];
}

/** Digits stand for digits of any script, letters for letters; what stands between them may be left out. */
const shapeOf = (example: string): RegExp =>
  new RegExp(
    `^${example.replace(/[A-Z]|\d|[ -]/g, (each) => (/\d/.test(each) ? '\\p{Nd}' : each > '9' ? '[A-Z]' : '[ -]?'))}$`,
    'iu',
  );

const EXAMPLES: Readonly<Record<string, string>> = {
  AT: '1010',
  AU: '2000',
  BE: '1000',
  BG: '1000',
  BR: '01310-100',
  CA: 'K1A 0B1',
  CH: '8001',
  CN: '100000',
  CO: '110111',
  CZ: '110 00',
  DE: '10115',
  DK: '1050',
  EE: '10111',
  ES: '28001',
  FI: '00100',
  FR: '75001',
  GB: 'SW1A 1AA|EC1A 1BB|M1 1AE|B33 8TH|CR2 6XH|DN55 1PT|W1A 0AX',
  GR: '104 31',
  HR: '10000',
  HU: '1051',
  ID: '10110',
  IN: '110001',
  IT: '00118',
  JP: '100-0001',
  KR: '04524',
  LI: '9490',
  MX: '06000',
  MY: '50000',
  NL: '1012 AB',
  NO: '0150',
  NZ: '1010',
  PL: '00-001',
  PT: '1000-001',
  RO: '010011',
  RU: '101000',
  SE: '111 22',
  SG: '018956',
  SI: '1000',
  SK: '811 01',
  TH: '10200',
  TR: '34000',
  UA: '01001',
  US: '94103|94103-1234',
  ZA: '8001',
};
