import type { Company, Contact, User } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import type { Copy } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { mail, phone, plus } from '../parts/icons/shown.js';
import { globe, pin } from '../parts/icons/tools.js';
import { lifecycleBar } from '../parts/lifecycle.js';
import { languageName, placeName } from '../parts/place-name.js';
import { pointLink, pointText } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import { tag } from '../parts/tag.js';
import { contactMessages } from './messages.js';
import { primaryPoint } from './points.js';

/** What the head of the full card shows. */
export interface ContactHeadOptions {
  readonly contact: Contact;
  readonly company: Company | undefined;
  readonly owner: User | undefined;
  readonly locale: Locale;
  readonly copy: Copy;
  /** Undefined where whoever looks may see no activities. */
  readonly logActivity: (() => void) | undefined;
}

/** Who it is, how to reach them, and where they stand. */
export function contactHead({
  contact,
  company,
  owner,
  locale,
  copy,
  logActivity,
}: ContactHeadOptions): TemplateResult {
  const say = sentencesIn(contactMessages, locale);
  const { format } = locale;
  const email = primaryPoint(contact.emails)?.value;
  const number = primaryPoint(contact.phones)?.value;
  const { jobTitle, tags = [] } = contact;
  return html`
    <header class="panel head" part="head">
      <div class="head-row">
        ${avatar({ id: contact.id, name: contact.name, size: 56 }, format)}
        <div class="grow">
          <h2><bdi>${contact.name}</bdi></h2>
          <p class="muted">${jobTitle ? html`<bdi>${jobTitle}</bdi>` : nothing}${jobTitle && company ? ' · ' : nothing}${company ? recordLink('company', company.id, company.name) : nothing}</p>
        </div>
        <div class="head-actions">
          ${email && !contact.doNotEmail ? html`<a class="button" href="mailto:${email}">${icon(mail)}${say.email}</a>` : nothing}
          ${number && !contact.doNotPhone ? html`<a class="button" href="tel:${number.replace(/[^+\d]/g, '')}">${icon(phone)}${say.call}</a>` : nothing}
          <slot name="actions"></slot>
          ${logActivity ? html`<button type="button" class="button primary" @click=${logActivity}>${icon(plus)}${say.logActivity}</button>` : nothing}
        </div>
      </div>
      <ul class="points">
        ${(contact.emails ?? []).map(({ value }) => html`<li class="icon-small">${icon(mail)}${contact.doNotEmail ? pointText('email', value, locale.lang) : pointLink('email', value, locale.lang)}${copy.button(value)}</li>`)}
        ${contact.doNotEmail ? html`<li>${badge(say.noEmail)}</li>` : nothing}
        ${(contact.phones ?? []).map(({ value }) => html`<li class="icon-small">${icon(phone)}${contact.doNotPhone ? pointText('phone', value, locale.lang) : pointLink('phone', value, locale.lang)}${copy.button(value)}</li>`)}
        ${contact.doNotPhone ? html`<li>${badge(say.noPhone)}</li>` : nothing}
        ${renderPlace(contact, locale)}
        ${contact.language ? html`<li class="icon-small">${icon(globe)}<bdi>${languageName(contact.language, locale.lang)}</bdi></li>` : nothing}
        ${owner ? html`<li>${avatar({ id: owner.id, name: owner.name, size: 20 }, format)}<span class="subtle">${say.owner}</span> <bdi>${owner.name}</bdi></li>` : nothing}
      </ul>
      ${
        contact.lifecycleStage || tags.length > 0
          ? html`<div class="head-foot">
            ${contact.lifecycleStage ? lifecycleBar(contact.lifecycleStage, locale) : nothing}
            ${tags.length > 0 ? html`<ul class="tags" aria-label=${say.tags}>${tags.map((text) => html`<li>${tag(text)}</li>`)}</ul>` : nothing}
          </div>`
          : nothing
      }
    </header>
  `;
}

/** Where the person is, and what time it is there. */
function renderPlace({ addresses, timeZone }: Contact, locale: Locale): TemplateResult | typeof nothing {
  const place = addresses?.[0] && placeName(addresses[0], locale.lang);
  const time = timeZone && timeZone !== locale.timeZone ? timeIn(timeZone, locale) : undefined;
  if (!place && !time) return nothing;
  const say = sentencesIn(contactMessages, locale);
  return html`<li class="icon-small">${icon(pin)}${place ? html`<bdi>${place}</bdi>` : nothing}${time ? html`<span class="subtle number">${say.localTime(time)}</span>` : nothing}</li>`;
}

function timeIn(timeZone: string, { lang, now }: Locale): string | undefined {
  try {
    return new Intl.DateTimeFormat(lang, { timeStyle: 'short', timeZone }).format(Date.parse(now()));
  } catch {
    return undefined; // a zone that this browser does not know: the place says enough
  }
}
