import type { Activity, Company, Contact, Deal } from '@kith/core';
import { activities, companies, deals } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { NavigateEvent } from '../base/command-event.js';
import { Live } from '../base/live.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import type { Copy } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { briefcase, mail, phone, task } from '../parts/icons/shown.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { pointLink, pointText } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import type { Reading } from '../parts/record-state.js';
import { sums } from '../parts/sums.js';
import { tag } from '../parts/tag.js';
import { compactStyles } from '../records/compact.styles.js';
import { addLayoutStyles } from '../records/layout-styles.js';
import type { RecordLayout } from '../records/record-shell.js';
import { dealsValue } from '../records/value.js';
import type { ContactCard } from './card.js';
import { contactMessages } from './messages.js';
import { primaryPoint } from './points.js';
import { mostUrgent, type Urgency } from './urgency.js';

/** A contact in the width of a sidebar: who, how to reach them, what they are worth, and the one thing that is most urgent. */
export class ContactCompact implements RecordLayout<Contact> {
  readonly #card: ContactCard;
  readonly #company: Live<ReturnType<typeof companies.byId>>;
  readonly #deals: Live<ReturnType<typeof deals.ofContact>>;
  readonly #activities: Live<ReturnType<typeof activities.about>>;

  constructor(card: ContactCard) {
    this.#card = card;
    const contact = (): Contact | undefined => (card.isCompact ? card.record : undefined);
    this.#company = new Live(card, () => {
      const companyId = contact()?.companyId;
      return companyId && companies.byId(companyId);
    });
    this.#deals = new Live(card, () => {
      const id = contact()?.id;
      return id && deals.ofContact(id);
    });
    this.#activities = new Live(card, () => {
      const contactId = contact()?.id;
      return contactId && activities.about({ contactId });
    });
    addLayoutStyles(card, compactStyles);
  }

  get readings(): readonly Reading[] {
    return [this.#company, this.#deals, this.#activities];
  }

  render(contact: Contact): TemplateResult {
    const { locale, copy, sight } = this.#card;
    return compactCard({
      contact,
      company: this.#company.value,
      deals: sight.reads('deals') ? (this.#deals.value ?? []) : undefined,
      activities: this.#activities.value ?? [],
      locale,
      copy,
    });
  }
}

interface CompactOptions {
  readonly contact: Contact;
  readonly company: Company | undefined;
  /** Undefined where whoever looks may see none. */
  readonly deals: readonly Deal[] | undefined;
  readonly activities: readonly Activity[];
  readonly locale: Locale;
  readonly copy: Copy;
}

function compactCard({ contact, company, deals: all, activities, locale, copy }: CompactOptions): TemplateResult {
  const say = sentencesIn(contactMessages, locale);
  const { format } = locale;
  const email = primaryPoint(contact.emails)?.value;
  const number = primaryPoint(contact.phones)?.value;
  const value = all && dealsValue(all);
  const urgent = mostUrgent(activities, all ?? [], format.today(), locale.timeZone);
  return html`
    <article class="panel compact">
      <header class="compact-head" part="head">
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
            ${email ? html`<li class="icon-small">${icon(mail)}<span class="grow truncate">${contact.doNotEmail ? pointText('email', email, locale.lang) : pointLink('email', email, locale.lang)}</span>${copy.button(email)}</li>` : nothing}
            ${number ? html`<li class="icon-small">${icon(phone)}<span class="grow truncate">${contact.doNotPhone ? pointText('phone', number, locale.lang) : pointLink('phone', number, locale.lang)}</span>${copy.button(number)}</li>` : nothing}
          </ul>`
          : nothing
      }
      ${
        value
          ? html`<dl class="figures">
            <div><dt>${say.won}</dt><dd>${sums(value.won, format)}</dd></div>
            <div><dt>${say.deals}</dt><dd>${format.number(value.openCount)}</dd></div>
            <div><dt>${say.inDeals}</dt><dd>${sums(value.open, format)}</dd></div>
          </dl>`
          : nothing
      }
      ${urgent ? renderUrgent(urgent, locale) : nothing}
      <footer class="compact-foot">
        ${email && !contact.doNotEmail ? html`<a class="button small" href="mailto:${email}">${icon(mail)}${say.email}</a>` : nothing}
        ${number && !contact.doNotPhone ? html`<a class="button small" href="tel:${number.replace(/[^+\d]/g, '')}">${icon(phone)}${say.call}</a>` : nothing}
        <slot name="actions"></slot>
        <button type="button" class="button link open" @click=${(event: Event) => event.target?.dispatchEvent(new NavigateEvent('contact', contact.id))}>${say.openRecord}</button>
      </footer>
    </article>
  `;
}

function role({ jobTitle }: Contact, company: Company | undefined): TemplateResult | typeof nothing {
  if (!jobTitle && !company) return nothing;
  return html`<p class="small muted truncate"><bdi>${[jobTitle, company?.name].filter(Boolean).join(' · ')}</bdi></p>`;
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
