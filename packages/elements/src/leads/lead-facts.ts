import type { Lead } from '@kith/core/leads';
import { html } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { pointLink } from '../parts/point-link.js';
import { deskMessages } from './desk.messages.js';
import type { DetailSentences } from './detail.messages.js';
import { fieldText } from './field-text.js';
import type { InboxHost } from './inbox-host.js';

type Fact = readonly [label: string, value: unknown];

/** What is known of a lead, and where it came from; what is empty is left out. */
export function leadFacts(
  lead: Lead,
  host: Pick<InboxHost, 'locale' | 'fieldsOf'>,
  say: DetailSentences,
): readonly Fact[] {
  const { locale } = host;
  const { format } = locale;
  const words = sentencesIn(deskMessages, locale);
  const fields = host.fieldsOf('lead');
  const facts: Fact[] = [
    ...(lead.emails ?? []).map(({ value }): Fact => [say.email, pointLink('email', value, locale.lang)]),
    ...(lead.phones ?? []).map(({ value }): Fact => [say.phone, pointLink('phone', value, locale.lang)]),
    [say.received, format.instant(lead.createdAt)],
    [say.source, [lead.source, lead.sourceDetail].filter(Boolean).join(', ')],
    [say.campaign, [lead.utm?.campaign, lead.utm?.medium].filter(Boolean).join(', ')],
    [say.amount, lead.estimatedAmount && format.money(lead.estimatedAmount)],
    [say.website, lead.website],
    [say.address, fieldText(lead.addresses, undefined, locale, words)],
    [
      say.consent,
      format.list((lead.consents ?? []).map(({ purpose, status }) => `${purpose}: ${say.consents[status]}`)),
    ],
    ...Object.entries(lead.answers ?? {}),
    ...Object.entries(lead.customFields ?? {}).map(([name, value]): Fact => {
      const field = fields.find(({ path }) => path === `customFields.${name}`);
      return [field ? labelOf(field, locale) : name, fieldText(value, field, locale, words)];
    }),
    [say.reason, [lead.disqualifyReason ?? lead.recycleReason, lead.disqualifyNote].filter(Boolean).join('\n')],
  ];
  return facts.flatMap(([label, value]): readonly Fact[] =>
    value === undefined || value === '' ? [] : [[label, typeof value === 'string' ? html`<bdi>${value}</bdi>` : value]],
  );
}

/** What was found out of budget, authority, need and time: each by its field, known or not asked yet. */
export function qualificationFacts(
  { bant = {}, qualificationNote }: Lead,
  host: Pick<InboxHost, 'locale' | 'fieldsOf'>,
  say: DetailSentences,
): readonly Fact[] {
  const { locale } = host;
  const words = sentencesIn(deskMessages, locale);
  const asked = host.fieldsOf('lead').filter(({ path }) => path.startsWith('bant.'));
  const facts = asked.flatMap((field): readonly Fact[] => {
    const value = Reflect.get(bant, field.path.slice('bant.'.length)) as unknown;
    const isMain = ['bant.budgetStatus', 'bant.isDecisionMaker', 'bant.need', 'bant.timeFrame'].includes(field.path);
    if (value === undefined && !isMain) return [];
    const text = fieldText(value, field, locale, words);
    return [
      [labelOf(field, locale), text ? html`<bdi>${text}</bdi>` : html`<span class="subtle">${say.notAsked}</span>`],
    ];
  });
  return qualificationNote ? [...facts, [words.note, html`<bdi>${qualificationNote}</bdi>`]] : facts;
}
