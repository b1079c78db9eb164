import type { Address } from '@kith/core';
import { type Locale, sentencesIn } from '../base/locale.js';
import { addressLines, type PostalAddress } from '../parts/address-lines.js';
import type { EditableField } from '../parts/editable-field.js';
import { addressAsText, addressFromText } from '../parts/typed-values.js';
import { recordMessages } from './messages.js';
import { severalRows } from './several-rows.js';

/** What the rows of addresses need. */
export interface AddressRowsOptions {
  readonly locale: Locale;
  /** Where an address is taken to be that says no country. */
  readonly country?: string | undefined;
  readonly save: (addresses: readonly Address[] | undefined, label: string) => Promise<string | undefined>;
}

/** A row for each address of a record, and one to write another into. */
export function addressRows(
  addresses: readonly Address[] | undefined,
  { locale, country, save }: AddressRowsOptions,
): readonly EditableField[] {
  const shown = (of: PostalAddress | undefined): unknown => of && addressLines(of, locale.lang);
  return severalRows<Address>(addresses, {
    name: 'addresses',
    labels: sentencesIn(recordMessages, locale).addresses,
    textOf: addressAsText,
    withText: (item, text) => {
      const address = addressFromText(text);
      return address && ({ ...(item?.label && { label: item.label }), ...address } as Address);
    },
    look: (text) => ({
      kind: 'address',
      // Another one is often in the same country.
      country: country ?? addresses?.find((each) => each.country)?.country,
      shown: text && shown(addressFromText(text)),
      preview: (typed) => shown(addressFromText(typed)),
    }),
    save,
  });
}
