import type { Activity, Company, Contact, Deal, Money } from '@kith/core';
import { sumByCurrency } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { NavigateEvent } from '../base/command-event.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import type { Copy } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { briefcase, mail, phone, task } from '../parts/icons.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { pointLink, pointText } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import { sums } from '../parts/sums.js';
import { tag } from '../parts/tag.js';
import { contactMessages } from './messages.js';
import { primaryPoint } from './points.js';
import { mostUrgent, type Urgency } from './urgency.js';

/** What the compact card shows. */
export interface CompactOptions {
  readonly contact: Contact;
  readonly company: Company | undefined;
  readonly deals: readonly Deal[];
  readonly activities: readonly Activity[];
  readonly locale: Locale;
  readonly copy: Copy;
}

/** A contact in the width of a sidebar: who, how to reach them, what they are worth, and the one thing that is most urgent. */
export function compactCard({ contact, company, deals, activities, locale, copy }: CompactOptions): TemplateResult {
  const say = sentencesIn(contactMessages, locale);
  const { format } = locale;
  const email = primaryPoint(contact.emails)?.value;
  const number = primaryPoint(contact.phones)?.value;
  const open = deals.filter((deal) => deal.status === 'open');
  const won = deals.filter((deal) => deal.status === 'won');
  const urgent = mostUrgent(activities, deals, format.today(), locale.timeZone);
  return html`
    <article class="panel compact">
      <header class="compact-head">
        ${avatar({ id: contact.id, name: contact.name, size: 40 }, format)}
        <div class="grow">
          <h2 class="truncate">${recordLink('contact', contact.id, contact.name, 'title')}</h2>
          ${role(contact, company)}
        </div>
      </header>
      ${renderBadges(contact, locale)}
      ${
        email || number
          ? html`<ul class="points">
            ${email ? html`<li class="icon-small">${icon(mail)}<span class="grow truncate">${contact.doNotEmail ? pointText(email) : pointLink('email', email)}</span>${copy.button(email)}</li>` : nothing}
            ${number ? html`<li class="icon-small">${icon(phone)}<span class="grow truncate">${contact.doNotPhone ? pointText(number) : pointLink('phone', number)}</span>${copy.button(number)}</li>` : nothing}
          </ul>`
          : nothing
      }
      <dl class="figures">
        <div><dt>${say.won}</dt><dd>${sums(largestFirst(won.flatMap((deal) => deal.actualValue ?? [])), format)}</dd></div>
        <div><dt>${say.deals}</dt><dd>${format.number(open.length)}</dd></div>
        <div><dt>${say.inDeals}</dt><dd>${sums(largestFirst(open.flatMap((deal) => deal.amount ?? [])), format)}</dd></div>
      </dl>
      ${urgent ? renderUrgent(urgent, locale) : nothing}
      <footer class="compact-foot">
        ${email && !contact.doNotEmail ? html`<a class="button small" href="mailto:${email}">${icon(mail)}${say.email}</a>` : nothing}
        ${number && !contact.doNotPhone ? html`<a class="button small" href="tel:${number.replace(/[^+\d]/g, '')}">${icon(phone)}${say.call}</a>` : nothing}
        <button type="button" class="button link open" @click=${(event: Event) => event.target?.dispatchEvent(new NavigateEvent('contact', contact.id))}>${say.openRecord}</button>
      </footer>
    </article>
  `;
}

function role({ jobTitle }: Contact, company: Company | undefined): TemplateResult | typeof nothing {
  if (!jobTitle && !company) return nothing;
  return html`<p class="small muted truncate">${jobTitle ? html`<bdi>${jobTitle}</bdi>` : nothing}${jobTitle && company ? ' · ' : nothing}${company ? html`<bdi>${company.name}</bdi>` : nothing}</p>`;
}

function renderBadges(
  { lifecycleStage, doNotEmail, doNotPhone, tags = [] }: Contact,
  locale: Locale,
): TemplateResult | typeof nothing {
  if (!lifecycleStage && !doNotEmail && !doNotPhone && tags.length === 0) return nothing;
  const say = sentencesIn(contactMessages, locale);
  return html`
    <div class="badges">
      ${lifecycleStage ? html`<span class="badge plain accent">${sentencesIn(lifecycleMessages, locale).stages[lifecycleStage]}</span>` : nothing}
      ${doNotEmail ? badge(say.noEmail) : nothing}${doNotPhone ? badge(say.noPhone) : nothing}
      ${tags.map((text) => tag(text))}
    </div>
  `;
}

function renderUrgent(urgent: Urgency, locale: Locale): TemplateResult {
  const say = sentencesIn(contactMessages, locale);
  const when = locale.format.relative(urgent.day);
  const [shape, text, due] =
    urgent.kind === 'activity'
      ? [task, urgent.activity.subject, urgent.isOverdue ? say.overdueSince(when) : say.dueOn(when)]
      : [briefcase, urgent.deal.name, urgent.isOverdue ? say.wasToClose(when) : say.closesOn(when)];
  return html`
    <p class="urgent icon-small">${icon(shape)}<bdi class="grow">${text}</bdi>${badge(due, urgent.isOverdue ? 'negative' : 'warning')}</p>
  `;
}

/** One amount for each currency, the largest number first. */
export const largestFirst = (amounts: readonly Money[]): readonly Money[] =>
  sumByCurrency(amounts).toSorted((left, right) => right.minor - left.minor);

/** The looks of {@link compactCard}. */
export const compactStyles = css`
  .compact { overflow: hidden; }
  .compact-head { display: flex; gap: 12px; align-items: center; padding: 16px; padding-block-end: 12px; }
  .compact-head h2 { font-size: var(--kith-size-lg); line-height: 1.35; letter-spacing: -0.005em; }
  .compact-head .record-link { font-weight: var(--kith-weight-strong); max-inline-size: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
  .badges { display: flex; flex-wrap: wrap; gap: 6px; padding: 0 16px 10px; }
  .compact .points { padding: 0 10px 8px 16px; padding-inline: 16px 10px; }
  .compact .points > li { display: flex; gap: 8px; align-items: center; min-block-size: 30px; }
  .compact .points > li > .icon { color: var(--kith-text-subtle); }
  .urgent { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 9px 16px; border-block-start: 1px solid var(--kith-border); font-size: var(--kith-size-sm); }
  .urgent > .icon { color: var(--kith-text-subtle); }
  .urgent > .grow { flex-basis: 120px; overflow-wrap: anywhere; }
  .compact-foot { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 10px 16px; border-block-start: 1px solid var(--kith-border); background: var(--kith-surface-sunken); }
  .compact-foot > .open { margin-inline-start: auto; font-size: var(--kith-size-sm); }
`;
