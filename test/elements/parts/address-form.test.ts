import { expect, it } from 'vitest';
import {
  addressForm,
  cityKind,
  likePostalCode,
  postalCodeKind,
  regionKind,
} from '../../../packages/elements/src/parts/address-form.js';
import { countriesIn } from '../../../packages/elements/src/parts/countries.js';
import { addressAsText, addressFromText } from '../../../packages/elements/src/parts/typed-values.js';

const form = (country: string, lang = 'en', filled: object = {}): string =>
  addressForm({ country, ...filled }, lang)
    .map((line) => line.join(' '))
    .join(' / ');

it('CD67 has the parts of its country in their order, those of one line beside each other', () => {
  expect(form('AT')).toBe('street / postalCode city');
  expect(form('US')).toBe('street / city region postalCode');
  expect(form('GB')).toBe('street / city / postalCode');
  expect(form('IE')).toBe('street / city / region / postalCode');
  expect(form('BR')).toBe('street / city region / postalCode');
  expect(form('ES')).toBe('street / postalCode city region');
  expect(form('AE')).toBe('street / region');
});

it('CD67 goes from the large to the small in the script of the country, or for a reader of it', () => {
  expect(form('CN', 'zh-Hans')).toBe('postalCode / region city / street');
  expect(form('CN', 'en')).toBe('street / city / region postalCode');
  expect(form('CN', 'en', { street: '南京西路100号' })).toBe('postalCode / region city / street');
});

it('CD67 keeps in sight what is filled in, and asks for everything where the country is none it knows', () => {
  expect(form('AT', 'en', { region: 'Tirol' })).toBe('street / postalCode city / region');
  expect(form('AE', 'ar', { city: 'دبي' })).toBe('street / region / city');
  expect(form('')).toBe('street / postalCode city / region');
  expect(form('Atlantis')).toBe('street / postalCode city / region');
});

it('CD67 calls the parts what they are called there', () => {
  expect(['US', 'CA', 'GB', 'JP', 'AE', 'HK', '', 'Atlantis'].map(regionKind)).toEqual([
    'state',
    'province',
    'county',
    'prefecture',
    'emirate',
    'area',
    'region',
    'region',
  ]);
  expect(['US', 'GB', 'IN', 'IE', 'DE', ''].map(postalCodeKind)).toEqual([
    'zip',
    'postcode',
    'pin',
    'eircode',
    'postalCode',
    'postalCode',
  ]);
  expect(['DE', 'GB', 'AU', 'HK'].map(cityKind)).toEqual(['city', 'town', 'suburb', 'district']);
});

it('CD67 names all countries once, sorted as the language does', () => {
  const english = countriesIn('en');
  expect(new Set(english.map(({ value }) => value)).size).toBe(250);
  expect(english.slice(0, 2).map(({ label }) => label)).toEqual(['Afghanistan', 'Åland Islands']);
  expect(english.filter(({ value, label }) => value === label)).toEqual([]);
  expect(countriesIn('de').find(({ value }) => value === 'AT')?.label).toBe('Österreich');
});

it('CD68 knows what cannot be a postal code, and tells one that can', () => {
  for (const [code, country] of [
    ['1010', 'AT'],
    ['94103', 'US'],
    ['94103-1234', 'US'],
    ['sw1a1aa', 'GB'],
    ['M1 1AE', 'GB'],
    ['K1A0B1', 'CA'],
    ['01310100', 'BR'],
    ['１００-０００１', 'JP'],
    ['whatever', 'GH'],
    ['whatever', ''],
  ] as const)
    expect(likePostalCode(code, country), `${code} ${country}`).toBeUndefined();
  expect(likePostalCode('101', 'AT')).toBe('1010');
  expect(likePostalCode('9410A', 'US')).toBe('94103');
  expect(likePostalCode('SW1A', 'GB')).toBe('SW1A 1AA');
});

it('CD67 is a text while it is edited, with every line of the street, and none when it holds nothing', () => {
  const address = { street: '1 rue Royale\nBât. B', city: 'Annecy', country: 'FR' };
  expect(addressFromText(addressAsText(address))).toEqual(address);
  expect(addressAsText({})).toBe('');
  expect(addressFromText('')).toBeUndefined();
});
