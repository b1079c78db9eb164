import { type Company, type Deal, isDay } from '@kith/core';
import type { deals, Store } from '@kith/store';
import { html } from 'lit';
import { amountText, readAmount } from '../base/amount.js';
import type { Locale } from '../base/locale.js';
import type { References } from '../lists/references.js';
import type { DetailField } from '../parts/details.js';
import { recordLink } from '../parts/record-link.js';
import { asSeen } from '../records/as-seen.js';
import { searchRows } from '../records/search-rows.js';
import type { RowSight } from '../records/sight.js';
import type { DealSentences } from './messages.js';

/** The fields of a deal that are edited directly. */
export type DealChanges = Parameters<typeof deals.edit>[0]['changes'];

/** What the rows need besides the deal. */
export interface DealFieldsOptions {
  readonly say: DealSentences;
  readonly locale: Locale;
  readonly references: Pick<References, 'users'>;
  readonly store: Store | undefined;
  readonly sight: RowSight;
  readonly company: Company | undefined;
  readonly pipelineName: string | undefined;
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: DealChanges, label: string, rule?: string) => Promise<string | undefined>;
}

/** The rows of a deal's details, as whoever looks may see and change them. */
export function dealFields(deal: Deal, options: DealFieldsOptions): readonly DetailField[] {
  const { say, locale, references, store, company, pipelineName, save } = options;
  const { users } = references;
  const { format } = locale;
  const currency = deal.amount?.currency ?? locale.currency;
  const text = (name: 'name' | 'source' | 'description', label: string, more?: Partial<DetailField>): DetailField => ({
    name,
    label,
    text: deal[name] ?? '',
    isMain: false,
    save: (typed) => save({ [name]: typed || undefined }, label, name === 'name' ? say.notAName : undefined),
    ...more,
  });
  const rows: readonly DetailField[] = [
    text('name', say.name, { isMain: true, isRequired: true }),
    {
      name: 'amount',
      label: say.amount,
      kind: 'number',
      text: deal.amount ? amountText(deal.amount, locale) : '',
      shown: deal.amount && format.money(deal.amount),
      affix: format.currencySign(currency),
      isMain: true,
      save: async (typed) => {
        if (typed === '') return save({ amount: undefined }, say.amount);
        const amount = readAmount(typed, currency, locale);
        return amount.ok ? save({ amount: amount.value }, say.amount) : say.notAnAmount;
      },
    },
    {
      name: 'expectedCloseDay',
      label: say.expectedClose,
      kind: 'day',
      text: deal.expectedCloseDay ?? '',
      shown: deal.expectedCloseDay && format.day(deal.expectedCloseDay),
      preview: (day) => (isDay(day) ? format.day(day) : ''),
      isMain: true,
      save: (typed) => save({ expectedCloseDay: isDay(typed) ? typed : undefined }, say.expectedClose),
    },
    {
      name: 'ownerId',
      label: say.owner,
      kind: 'choice',
      choices: users.map(({ id, name }) => ({ value: id, label: name })),
      text: deal.ownerId ?? '',
      shown: deal.ownerId && (users.find(({ id }) => id === deal.ownerId)?.name ?? say.unknown),
      isMain: true,
      save: (chosen) => save({ ownerId: users.find(({ id }) => id === chosen)?.id }, say.owner),
    },
    {
      name: 'companyId',
      label: say.company,
      kind: 'reference',
      text: deal.companyId ?? '',
      shown: company
        ? recordLink('company', company.id, company.name)
        : deal.companyId && html`<bdi>${say.unknown}</bdi>`,
      chosen: deal.companyId ? [{ value: deal.companyId, label: company?.name ?? say.unknown }] : [],
      search: store && searchRows(store, 'company'),
      isMain: true,
      save: (chosen) => save({ companyId: (chosen || undefined) as Deal['companyId'] }, say.company),
    },
    ...(pipelineName ? [{ name: 'pipelineId', label: say.pipeline, text: pipelineName, isMain: true }] : []),
    text('source', say.source),
    text('description', say.description, { kind: 'lines' }),
  ];
  return asSeen(rows, options.sight);
}
