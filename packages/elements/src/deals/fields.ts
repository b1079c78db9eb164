import { type Company, type Deal, isDay, type User } from '@kith/core';
import type { deals } from '@kith/store';
import { amountText, readAmount } from '../base/amount.js';
import type { Locale } from '../base/locale.js';
import type { EditableField } from '../parts/inline-edit.js';
import { recordLink } from '../parts/record-link.js';
import type { DealSentences } from './messages.js';

/** The fields of a deal that are edited directly. */
export type DealChanges = Parameters<typeof deals.edit>[0]['changes'];

/** What the rows need besides the deal. */
export interface DealFieldsOptions {
  readonly say: DealSentences;
  readonly locale: Locale;
  readonly users: readonly User[];
  readonly company: Company | undefined;
  readonly pipelineName: string | undefined;
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: DealChanges, label: string, rule?: string) => Promise<string | undefined>;
}

/** The rows of a deal's details. */
export function dealFields(deal: Deal, options: DealFieldsOptions): readonly EditableField[] {
  const { say, locale, users, company, pipelineName, save } = options;
  const { format } = locale;
  const currency = deal.amount?.currency ?? locale.currency;
  const text = (
    name: 'name' | 'source' | 'description',
    label: string,
    more?: Partial<EditableField>,
  ): EditableField => ({
    name,
    label,
    text: deal[name] ?? '',
    save: (typed) => save({ [name]: typed || undefined }, label, name === 'name' ? say.notAName : undefined),
    ...more,
  });
  return [
    text('name', say.name),
    {
      name: 'amount',
      label: say.amount,
      kind: 'number',
      text: deal.amount ? amountText(deal.amount, locale) : '',
      shown: deal.amount && format.money(deal.amount),
      affix: format.currencySign(currency),
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
      save: (typed) => save({ expectedCloseDay: isDay(typed) ? typed : undefined }, say.expectedClose),
    },
    {
      name: 'ownerId',
      label: say.owner,
      kind: 'choice',
      choices: users.map(({ id, name }) => ({ value: id, label: name })),
      text: deal.ownerId ?? '',
      shown: deal.ownerId && (users.find(({ id }) => id === deal.ownerId)?.name ?? say.unknown),
      save: (chosen) => save({ ownerId: users.find(({ id }) => id === chosen)?.id }, say.owner),
    },
    ...(company
      ? [
          {
            name: 'company',
            label: say.company,
            text: company.name,
            shown: recordLink('company', company.id, company.name),
          },
        ]
      : []),
    ...(pipelineName ? [{ name: 'pipeline', label: say.pipeline, text: pipelineName }] : []),
    text('source', say.source),
    text('description', say.description, { kind: 'lines' }),
  ];
}
