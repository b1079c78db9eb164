import { type Messages, translated } from '../base/locale.js';
import type { CityKind, PostalCodeKind, RegionKind } from './address-form.js';

/** What the form for an address says. */
export interface AddressSentences {
  readonly country: string;
  readonly street: string;
  readonly postalCodes: Readonly<Record<PostalCodeKind, string>>;
  readonly cities: Readonly<Record<CityKind, string>>;
  readonly regions: Readonly<Record<RegionKind, string>>;
  readonly required: string;
  /** `ZIP code: write it like 94103 (United States).` */
  readonly writeLike: (label: string, example: string, country: string) => string;
}

export const addressMessages: Messages<AddressSentences> = translated<AddressSentences>('address', () => ({
  country: 'Country',
  street: 'Street',
  postalCodes: {
    postalCode: 'Postal code',
    zip: 'ZIP code',
    postcode: 'Postcode',
    pin: 'PIN code',
    eircode: 'Eircode',
  },
  cities: { city: 'City', town: 'Town', suburb: 'Suburb', district: 'District' },
  regions: {
    region: 'Region',
    state: 'State',
    province: 'Province',
    county: 'County',
    prefecture: 'Prefecture',
    department: 'Department',
    emirate: 'Emirate',
    parish: 'Parish',
    island: 'Island',
    area: 'Area',
  },
  required: 'Fill in the address.',
  writeLike: (label, example, country) => `${label}: write it like ${example} (${country}).`,
}));
