import type { Company, User } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { webAddress } from '../base/web-address.js';
import { primaryPoint } from '../contacts/points.js';
import { avatar } from '../parts/avatar.js';
import type { Copy } from '../parts/copy.js';
import { icon } from '../parts/icon.js';
import { mail, phone, plus } from '../parts/icons/shown.js';
import { globe, pin } from '../parts/icons/tools.js';
import { lifecycleBar } from '../parts/lifecycle.js';
import { placeName } from '../parts/place-name.js';
import { pointLink } from '../parts/point-link.js';
import { tag } from '../parts/tag.js';
import { companyMessages } from './messages.js';

/** What the head of the card shows. */
export interface CompanyHeadOptions {
  readonly company: Company;
  readonly owner: User | undefined;
  readonly locale: Locale;
  readonly copy: Copy;
  /** Undefined where whoever looks may see no activities. */
  readonly logActivity: (() => void) | undefined;
}

/** Which company it is, where it is, and how to reach it. */
export function companyHead({ company, owner, locale, copy, logActivity }: CompanyHeadOptions): TemplateResult {
  const say = sentencesIn(companyMessages, locale);
  const { format, lang } = locale;
  const number = primaryPoint(company.phones)?.value;
  const address = company.addresses?.[0];
  const place = address && placeName(address, lang);
  const site = company.website && webAddress(company.website);
  const { industry, lifecycleStage, tags = [] } = company;
  const kind = company.type && say.types[company.type];
  return html`
    <header class="panel head" part="head">
      <div class="head-row">
        ${avatar({ id: company.id, name: company.name, size: 56, shape: 'company' }, format)}
        <div class="grow">
          <h2><bdi>${company.name}</bdi></h2>
          <p class="muted">${kind ?? nothing}${kind && industry ? ' · ' : nothing}${industry ? html`<bdi>${industry}</bdi>` : nothing}</p>
        </div>
        <div class="head-actions">
          ${number ? html`<a class="button" href=${`tel:${number.replace(/[^+\d]/g, '')}`}>${icon(phone)}${say.call}</a>` : nothing}
          <slot name="actions"></slot>
          ${logActivity ? html`<button type="button" class="button primary" @click=${logActivity}>${icon(plus)}${say.logActivity}</button>` : nothing}
        </div>
      </div>
      <ul class="points">
        ${site ? html`<li class="icon-small">${icon(globe)}<a class="point" href=${site} target="_blank" rel="noopener noreferrer" dir="ltr">${company.website}</a></li>` : nothing}
        ${(company.emails ?? []).map(({ value }) => html`<li class="icon-small">${icon(mail)}${pointLink('email', value, lang)}${copy.button(value)}</li>`)}
        ${(company.phones ?? []).map(({ value }) => html`<li class="icon-small">${icon(phone)}${pointLink('phone', value, lang)}${copy.button(value)}</li>`)}
        ${place ? html`<li class="icon-small">${icon(pin)}<bdi>${place}</bdi></li>` : nothing}
        ${owner ? html`<li>${avatar({ id: owner.id, name: owner.name, size: 20 }, format)}<span class="subtle">${say.owner}</span> <bdi>${owner.name}</bdi></li>` : nothing}
      </ul>
      ${
        lifecycleStage || tags.length > 0
          ? html`<div class="head-foot">
            ${lifecycleStage ? lifecycleBar(lifecycleStage, locale) : nothing}
            ${tags.length > 0 ? html`<ul class="tags" aria-label=${say.tags}>${tags.map((text) => html`<li>${tag(text)}</li>`)}</ul>` : nothing}
          </div>`
          : nothing
      }
    </header>
  `;
}
