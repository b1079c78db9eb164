import { type Company, type Contact, isDay, type User } from '@kith/core';
import type { contacts } from '@kith/store';
import { html } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { addressLines } from '../parts/address-lines.js';
import type { DetailField } from '../parts/details.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { languageName, placeName } from '../parts/place-name.js';
import { pointLink, pointText } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import type { ContactSentences } from './messages.js';
import { primaryPoint, withPrimary } from './points.js';

/** The fields of a contact that are edited directly. */
export type ContactChanges = Parameters<typeof contacts.edit>[0]['changes'];

/** What the rows need besides the contact. */
export interface ContactFieldsOptions {
  readonly say: ContactSentences;
  readonly locale: Locale;
  readonly users: readonly User[];
  readonly company: Company | undefined;
  /** Carries the change out; answers why not, in the words of `rule` when the schema refuses. */
  readonly save: (changes: ContactChanges, label: string, rule?: string) => Promise<string | undefined>;
}

type TextName = 'name' | 'jobTitle' | 'department' | 'timeZone' | 'source' | 'description' | 'language';

/** The rows of a contact's details. */
export function contactFields(contact: Contact, options: ContactFieldsOptions): readonly DetailField[] {
  const { say, locale, users, company, save } = options;
  const text = (name: TextName, label: string, more?: Partial<DetailField>): DetailField => ({
    name,
    label,
    text: contact[name] ?? '',
    isMain: false,
    save: (typed) => save({ [name]: typed || undefined }, label, name === 'name' ? say.notAName : undefined),
    ...more,
  });
  const point = (name: 'emails' | 'phones', kind: 'email' | 'phone', label: string): DetailField => {
    const isUnwelcome = kind === 'email' ? contact.doNotEmail : contact.doNotPhone;
    const value = primaryPoint(contact[name])?.value ?? '';
    return {
      name,
      label,
      kind,
      text: value,
      shown: value && (isUnwelcome ? pointText(value) : pointLink(kind, value)),
      isMain: true,
      save: (typed) => save({ [name]: withPrimary(contact[name], typed) }, label),
    };
  };
  const lifecycle = sentencesIn(lifecycleMessages, locale).stages;
  const address = contact.addresses?.[0];
  return [
    text('name', say.name, { isMain: true }),
    text('jobTitle', say.jobTitle, { isMain: true }),
    text('department', say.department),
    ...(company
      ? [
          {
            name: 'company',
            label: say.company,
            text: company.name,
            shown: recordLink('company', company.id, company.name),
            isMain: true,
          },
        ]
      : []),
    point('emails', 'email', say.email),
    point('phones', 'phone', say.phone),
    ...(address
      ? [
          {
            name: 'address',
            label: say.address,
            text: placeName(address, locale.lang),
            shown: addressLines(address, locale.lang),
            isMain: true,
          },
        ]
      : []),
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
    text('description', say.description, { kind: 'lines' }),
  ];
}
