import type { Company, User } from '@kith/core';
import type { companies } from '@kith/store';
import { html } from 'lit';
import { amountText, readAmount } from '../base/amount.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { readNumber } from '../base/read-number.js';
import { primaryPoint, withPrimary } from '../contacts/points.js';
import type { DetailField } from '../parts/details.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { countryName } from '../parts/place-name.js';
import { pointLink } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import type { CompanySentences } from './messages.js';

/** The fields of a company that are edited directly. */
export type CompanyChanges = Parameters<typeof companies.edit>[0]['changes'];

/** What the rows need besides the company. */
export interface CompanyFieldsOptions {
  readonly say: CompanySentences;
  readonly locale: Locale;
  readonly users: readonly User[];
  readonly parent: Company | undefined;
  readonly subsidiaries: readonly Company[];
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: CompanyChanges, label: string, rule?: string) => Promise<string | undefined>;
}

type TextName = 'name' | 'legalName' | 'industry' | 'website' | 'description';

/** The rows of a company's details. */
export function companyFields(company: Company, options: CompanyFieldsOptions): readonly DetailField[] {
  const { say, locale, users, parent, subsidiaries, save } = options;
  const { format } = locale;
  const text = (name: TextName, label: string, more?: Partial<DetailField>): DetailField => ({
    name,
    label,
    text: company[name] ?? '',
    isMain: false,
    save: (typed) => save({ [name]: typed || undefined }, label, name === 'name' ? say.notAName : undefined),
    ...more,
  });
  const whole = (
    name: 'employees' | 'foundedYear',
    label: string,
    shown: string | undefined,
    rule: string,
  ): DetailField => ({
    name,
    label,
    kind: 'number',
    text: company[name] === undefined ? '' : String(company[name]),
    shown,
    isMain: true,
    save: async (typed) => {
      if (typed === '') return save({ [name]: undefined }, label);
      const plain = readNumber(typed, locale.lang);
      return plain === undefined ? rule : save({ [name]: Number(plain) }, label, rule);
    },
  });
  const point = (name: 'emails' | 'phones', kind: 'email' | 'phone', label: string): DetailField => {
    const value = primaryPoint(company[name])?.value ?? '';
    return {
      name,
      label,
      kind,
      text: value,
      shown: value && pointLink(kind, value),
      isMain: false,
      save: (typed) => save({ [name]: withPrimary(company[name], typed) }, label),
    };
  };
  const lifecycle = sentencesIn(lifecycleMessages, locale).stages;
  const currency = company.annualRevenue?.currency ?? locale.currency;
  const country = company.addresses?.[0]?.country ?? '';
  return [
    text('name', say.name, { isMain: true }),
    text('legalName', say.legalName),
    {
      name: 'type',
      label: say.type,
      kind: 'choice',
      choices: Object.entries(say.types).map(([value, label]) => ({ value, label })),
      text: company.type ?? '',
      shown: company.type && say.types[company.type],
      isMain: false,
      save: (chosen) => save({ type: (chosen || undefined) as Company['type'] }, say.type),
    },
    text('industry', say.industry, { isMain: true }),
    whole(
      'employees',
      say.employees,
      company.employees === undefined ? undefined : format.number(company.employees),
      say.notACount,
    ),
    {
      name: 'annualRevenue',
      label: say.revenue,
      kind: 'number',
      affix: format.currencySign(currency),
      text: company.annualRevenue ? amountText(company.annualRevenue, locale) : '',
      shown: company.annualRevenue && format.money(company.annualRevenue),
      isMain: true,
      save: async (typed) => {
        if (typed === '') return save({ annualRevenue: undefined }, say.revenue);
        const amount = readAmount(typed, currency, locale);
        return amount.ok ? save({ annualRevenue: amount.value }, say.revenue) : say.notAnAmount;
      },
    },
    whole('foundedYear', say.founded, undefined, say.notAYear),
    {
      name: 'country',
      label: say.country,
      text: country,
      shown: country && html`<bdi>${countryName(country, locale.lang)}</bdi>`,
      isMain: true,
      save: (typed) => save({ addresses: withCountry(company.addresses, typed) }, say.country),
    },
    ...(parent
      ? [
          {
            name: 'parent',
            label: say.parent,
            text: parent.name,
            shown: recordLink('company', parent.id, parent.name),
            isMain: true,
          },
        ]
      : []),
    ...(subsidiaries.length > 0
      ? [
          {
            name: 'subsidiaries',
            label: say.subsidiaries,
            text: 'subsidiaries',
            shown: html`<ul class="names">${subsidiaries.map(({ id, name }) => html`<li>${recordLink('company', id, name)}</li>`)}</ul>`,
            isMain: true,
          },
        ]
      : []),
    text('website', say.website, { shown: company.website && html`<bdi dir="ltr">${company.website}</bdi>` }),
    point('emails', 'email', say.email),
    point('phones', 'phone', say.phone),
    {
      name: 'ownerId',
      label: say.owner,
      kind: 'choice',
      choices: users.map(({ id, name }) => ({ value: id, label: name })),
      text: company.ownerId ?? '',
      shown: company.ownerId && html`<bdi>${users.find(({ id }) => id === company.ownerId)?.name ?? say.unknown}</bdi>`,
      isMain: true,
      save: (chosen) => save({ ownerId: users.find(({ id }) => id === chosen)?.id }, say.owner),
    },
    {
      name: 'lifecycleStage',
      label: say.lifecycle,
      kind: 'choice',
      choices: Object.entries(lifecycle).map(([value, label]) => ({ value, label })),
      text: company.lifecycleStage ?? '',
      shown: company.lifecycleStage && lifecycle[company.lifecycleStage],
      isMain: false,
      save: (chosen) => save({ lifecycleStage: (chosen || undefined) as Company['lifecycleStage'] }, say.lifecycle),
    },
    text('description', say.description, { kind: 'lines' }),
  ];
}

/** The addresses with another country in the first one; an address that holds nothing else goes with it. */
function withCountry(addresses: Company['addresses'], country: string): Company['addresses'] {
  const [first, ...others] = addresses ?? [];
  const { country: _, ...rest } = first ?? {};
  const changed = country ? { ...rest, country } : rest;
  const kept = Object.keys(changed).some((part) => part !== 'label') ? [changed, ...others] : others;
  return kept.length > 0 ? kept : undefined;
}
