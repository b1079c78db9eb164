import type { Company } from '@kith/core';
import type { companies, Store } from '@kith/store';
import { html } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { readNumber } from '../base/read-number.js';
import type { References } from '../lists/references.js';
import type { DetailField } from '../parts/details.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { recordLink } from '../parts/record-link.js';
import { tag } from '../parts/tag.js';
import { amountAsText, amountFromText, linesOf } from '../parts/typed-values.js';
import { addressRows } from '../records/address-rows.js';
import { asSeen } from '../records/as-seen.js';
import { webLink } from '../records/field-value.js';
import { pointRows } from '../records/point-rows.js';
import { previewAmount } from '../records/preview-amount.js';
import { searchRows } from '../records/search-rows.js';
import type { RowSight } from '../records/sight.js';
import type { CompanySentences } from './messages.js';

/** The fields of a company that are edited directly. */
export type CompanyChanges = Parameters<typeof companies.edit>[0]['changes'];

/** What the rows need besides the company. */
export interface CompanyFieldsOptions {
  readonly say: CompanySentences;
  readonly locale: Locale;
  readonly references: Pick<References, 'users' | 'nameOf'>;
  readonly store: Store | undefined;
  readonly sight: RowSight;
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: CompanyChanges, label: string, rule?: string) => Promise<string | undefined>;
}

type TextName = 'name' | 'legalName' | 'industry' | 'website' | 'description';

/** The rows of a company's details. */
export function companyFields(company: Company, options: CompanyFieldsOptions): readonly DetailField[] {
  const { say, locale, references, store, sight, save } = options;
  const { users } = references;
  const parentName = company.parentId && references.nameOf(company.parentId);
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
  const points = (kind: 'email' | 'phone', label: string): readonly DetailField[] => {
    const name = kind === 'email' ? 'emails' : 'phones';
    const rows = pointRows(company[name], {
      kind,
      label,
      locale,
      country,
      save: (changed, called) => save({ [name]: changed }, called),
    });
    return rows.map((row) => ({ ...row, isMain: false }));
  };
  const lifecycle = sentencesIn(lifecycleMessages, locale).stages;
  const country = company.addresses?.[0]?.country;
  const rows: readonly DetailField[] = [
    text('name', say.name, { isMain: true, isRequired: true }),
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
      kind: 'money',
      currency: locale.currency,
      text: company.annualRevenue ? amountAsText(company.annualRevenue) : '',
      shown: company.annualRevenue && format.money(company.annualRevenue),
      preview: previewAmount(locale),
      isMain: true,
      save: (typed) => save({ annualRevenue: amountFromText(typed) }, say.revenue),
    },
    whole('foundedYear', say.founded, undefined, say.notAYear),
    ...addressRows(company.addresses, {
      locale,
      save: (addresses, label) => save({ addresses }, label),
    }).map((row) => ({ ...row, isMain: true })),
    {
      name: 'parentId',
      label: say.parent,
      kind: 'reference',
      text: company.parentId ?? '',
      shown: company.parentId && parentName && recordLink('company', company.parentId, parentName),
      chosen: company.parentId ? [{ value: company.parentId, label: parentName ?? company.parentId }] : [],
      search: store && searchRows(store, 'company', company.id),
      isMain: true,
      save: (chosen) => save({ parentId: (chosen || undefined) as Company['parentId'] }, say.parent),
    },
    text('website', say.website, { kind: 'url', shown: company.website && webLink(company.website) }),
    ...points('email', say.email),
    ...points('phone', say.phone),
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
    {
      name: 'tags',
      label: say.tags,
      kind: 'words',
      text: (company.tags ?? []).join('\n'),
      shown: company.tags && html`<span class="many">${company.tags.map((word) => tag(word))}</span>`,
      preview: (typed) => html`<span class="many">${linesOf(typed).map((word) => tag(word))}</span>`,
      isMain: false,
      save: (typed) => save({ tags: typed ? linesOf(typed) : undefined }, say.tags),
    },
    text('description', say.description, { kind: 'lines' }),
  ];
  return asSeen(rows, sight);
}
