import { type Deal, withoutEmpty } from '@kith/core';
import { type SaleDeal, withDetails } from '@kith/core/deals';
import type { Field } from '@kith/core/fields';
import type { DetailField } from '../parts/details.js';
import { type RegistryFieldsOptions, registryFields } from '../records/registry-fields.js';
import type { DealChanges } from './fields.js';

type Recurring = NonNullable<SaleDeal['recurring']>;

/** What the rows need besides the deal. */
export interface SaleRowsOptions extends Omit<RegistryFieldsOptions, 'save'> {
  readonly save: (changes: DealChanges, label: string) => Promise<string | undefined>;
}

/** The rows of what kind of sale a deal is and what it brings again and again; by months until somebody says otherwise. */
export function saleRows(deal: Deal, fields: readonly Field[], options: SaleRowsOptions): readonly DetailField[] {
  const { recurring } = withDetails(deal);
  const save = (changes: Readonly<Record<string, unknown>>, label: string): Promise<string | undefined> => {
    const [[path, value] = ['']] = Object.entries(changes);
    if (!path.startsWith(PART)) return options.save(changes as DealChanges, label);
    const changed = { period: 'month', ...recurring, [path.slice(PART.length)]: value ?? undefined };
    // Without an amount nothing comes again, and a period there always is.
    const next = withoutEmpty({ ...changed, period: changed.period ?? 'month' }) as Partial<Recurring>;
    return options.save({ recurring: next.amount && (next as Recurring) }, label);
  };
  const shown = fields.filter(
    ({ origin, path }) => origin === 'built-in' && (SALE.includes(path) || (recurring && TERMS.includes(path))),
  );
  return registryFields(deal, shown, { ...options, save }).map((row) => ({
    ...row,
    group: undefined,
    isRequired: row.name === TERMS[0],
  }));
}

const PART = 'recurring.';
const SALE = ['type', 'campaign', 'recurring.amount'];
/** Nobody agrees on how often nothing comes. */
const TERMS = ['recurring.period', 'recurring.periods'];
