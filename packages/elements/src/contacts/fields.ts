import { type Company, type Contact, isDay } from '@kith/core';
import type { contacts, Store } from '@kith/store';
import { html } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import type { References } from '../lists/references.js';
import type { DetailField } from '../parts/details.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { languageName } from '../parts/place-name.js';
import { recordLink } from '../parts/record-link.js';
import { tag } from '../parts/tag.js';
import { linesOf } from '../parts/typed-values.js';
import { addressRows } from '../records/address-rows.js';
import { asSeen } from '../records/as-seen.js';
import { pointRows } from '../records/point-rows.js';
import { searchRows } from '../records/search-rows.js';
import type { RowSight } from '../records/sight.js';
import type { ContactSentences } from './messages.js';

/** The fields of a contact that are edited directly. */
export type ContactChanges = Parameters<typeof contacts.edit>[0]['changes'];

/** What the rows need besides the contact. */
export interface ContactFieldsOptions {
  readonly say: ContactSentences;
  readonly locale: Locale;
  readonly references: Pick<References, 'users'>;
  readonly store: Store | undefined;
  readonly company: Company | undefined;
  readonly sight: RowSight;
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: ContactChanges, label: string, rule?: string) => Promise<string | undefined>;
}

type TextName = 'name' | 'jobTitle' | 'department' | 'timeZone' | 'source' | 'description' | 'language';

/** The rows of a contact's details. */
export function contactFields(contact: Contact, options: ContactFieldsOptions): readonly DetailField[] {
  const { say, locale, references, store, company, sight, save } = options;
  const { users } = references;
  const text = (name: TextName, label: string, more?: Partial<DetailField>): DetailField => ({
    name,
    label,
    text: contact[name] ?? '',
    isMain: false,
    save: (typed) => save({ [name]: typed || undefined }, label, name === 'name' ? say.notAName : undefined),
    ...more,
  });
  const points = (kind: 'email' | 'phone', label: string): readonly DetailField[] => {
    const name = kind === 'email' ? 'emails' : 'phones';
    const rows = pointRows(contact[name], {
      kind,
      label,
      locale,
      country,
      isUnwelcome: kind === 'email' ? contact.doNotEmail : contact.doNotPhone,
      save: (changed, called) => save({ [name]: changed }, called),
    });
    return rows.map((row) => ({ ...row, isMain: true }));
  };
  const lifecycle = sentencesIn(lifecycleMessages, locale).stages;
  const country = contact.addresses?.[0]?.country ?? company?.addresses?.[0]?.country;
  const rows: readonly DetailField[] = [
    text('name', say.name, { isMain: true, isRequired: true }),
    text('jobTitle', say.jobTitle, { isMain: true }),
    text('department', say.department),
    {
      name: 'companyId',
      label: say.company,
      kind: 'reference',
      text: contact.companyId ?? '',
      shown: company && recordLink('company', company.id, company.name),
      chosen: company ? [{ value: company.id, label: company.name }] : [],
      search: store && searchRows(store, 'company'),
      isMain: true,
      save: (chosen) => save({ companyId: (chosen || undefined) as Contact['companyId'] }, say.company),
    },
    ...points('email', say.email),
    ...points('phone', say.phone),
    ...addressRows(contact.addresses, {
      locale,
      country: company?.addresses?.[0]?.country,
      save: (addresses, label) => save({ addresses }, label),
    }).map((row) => ({ ...row, isMain: false })),
    {
      name: 'ownerId',
      label: say.owner,
      kind: 'choice',
      choices: users.map(({ id, name }) => ({ value: id, label: name })),
      text: contact.ownerId ?? '',
      shown: contact.ownerId && html`<bdi>${users.find(({ id }) => id === contact.ownerId)?.name ?? say.unknown}</bdi>`,
      isMain: true,
      save: (chosen) => save({ ownerId: users.find(({ id }) => id === chosen)?.id }, say.owner),
    },
    {
      name: 'lifecycleStage',
      label: say.lifecycle,
      kind: 'choice',
      choices: Object.entries(lifecycle).map(([value, label]) => ({ value, label })),
      text: contact.lifecycleStage ?? '',
      shown: contact.lifecycleStage && lifecycle[contact.lifecycleStage],
      isMain: true,
      save: (chosen) => save({ lifecycleStage: (chosen || undefined) as Contact['lifecycleStage'] }, say.lifecycle),
    },
    {
      name: 'birthDate',
      label: say.birthday,
      kind: 'day',
      preview: (day) => (isDay(day) ? locale.format.day(day) : ''),
      text: contact.birthDate ?? '',
      shown: contact.birthDate && locale.format.day(contact.birthDate),
      isMain: false,
      save: (day) => save({ birthDate: isDay(day) ? day : undefined }, say.birthday),
    },
    {
      name: 'preferredChannel',
      label: say.preferredChannel,
      kind: 'choice',
      choices: Object.entries(say.channels).map(([value, label]) => ({ value, label })),
      text: contact.preferredChannel ?? '',
      shown: contact.preferredChannel && say.channels[contact.preferredChannel],
      isMain: false,
      save: (chosen) =>
        save({ preferredChannel: (chosen || undefined) as Contact['preferredChannel'] }, say.preferredChannel),
    },
    text('language', say.language, { shown: contact.language && languageName(contact.language, locale.lang) }),
    text('timeZone', say.timeZone),
    text('source', say.source),
    {
      name: 'tags',
      label: say.tags,
      kind: 'words',
      text: (contact.tags ?? []).join('\n'),
      shown: contact.tags && html`<span class="many">${contact.tags.map((word) => tag(word))}</span>`,
      preview: (typed) => html`<span class="many">${linesOf(typed).map((word) => tag(word))}</span>`,
      isMain: false,
      save: (typed) => save({ tags: typed ? linesOf(typed) : undefined }, say.tags),
    },
    text('description', say.description, { kind: 'lines' }),
  ];
  return asSeen(rows, sight);
}
