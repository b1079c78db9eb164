import type { Address } from '@kith/core';
import { type Locale, sentencesIn } from '../base/locale.js';
import { addressLines, type PostalAddress } from '../parts/address-lines.js';
import type { DetailField } from '../parts/details.js';
import { addressAsText, addressFromText } from '../parts/typed-values.js';
import { recordMessages } from './messages.js';

/** What the rows of addresses need. */
export interface AddressRowsOptions {
  readonly locale: Locale;
  /** Where an address is taken to be that says no country. */
  readonly country?: string | undefined;
  readonly save: (addresses: readonly Address[] | undefined, label: string) => Promise<string | undefined>;
}

/** A row for each address of a record, and one to write the first one into. */
export function addressRows(
  addresses: readonly Address[] = [],
  { locale, country, save }: AddressRowsOptions,
): readonly Omit<DetailField, 'isMain'>[] {
  const { addresses: labels } = sentencesIn(recordMessages, locale);
  const rows: readonly Address[] = addresses.length > 0 ? addresses : [{}];
  return rows.map((address, index) => {
    const label = labels[address.label ?? 'other'];
    const text = addressAsText(address);
    const shown = (of: PostalAddress | undefined): unknown => of && addressLines(of, locale.lang);
    return {
      name: index === 0 ? 'addresses' : `addresses.${index}`,
      label,
      kind: 'address',
      country,
      text,
      shown: text && shown(address),
      preview: (typed) => shown(addressFromText(typed)),
      save: (typed) => save(withAddress(addresses, index, addressFromText(typed)), label),
    };
  });
}

/** The addresses with another one in a place; what it is for stays. Without it when it is empty, undefined when none is left. */
function withAddress(
  addresses: readonly Address[],
  place: number,
  address: PostalAddress | undefined,
): readonly Address[] | undefined {
  const { label } = addresses[place] ?? {};
  const changed = address ? [{ ...(label && { label }), ...address } as Address] : [];
  const kept = [...addresses.slice(0, place), ...changed, ...addresses.slice(place + 1)];
  return kept.length > 0 ? kept : undefined;
}
