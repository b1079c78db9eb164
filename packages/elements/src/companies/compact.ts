import type { Company } from '@kith/core';
import { deals } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { NavigateEvent } from '../base/command-event.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { webAddress } from '../base/web-address.js';
import { primaryPoint } from '../contacts/points.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';
import { mail, phone } from '../parts/icons/shown.js';
import { globe } from '../parts/icons/tools.js';
import { lifecycleMessages } from '../parts/lifecycle.messages.js';
import { pointLink } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import type { Reading } from '../parts/record-state.js';
import { sums } from '../parts/sums.js';
import { tag } from '../parts/tag.js';
import { compactStyles } from '../records/compact.styles.js';
import { addLayoutStyles } from '../records/layout-styles.js';
import type { RecordLayout } from '../records/record-shell.js';
import type { CompanyCard } from './card.js';
import { figuresOf } from './figures.js';
import { companyMessages } from './messages.js';

/** A company in the width of a sidebar: which one it is, how to reach it, and what it is worth. */
export class CompanyCompact implements RecordLayout<Company> {
  readonly #card: CompanyCard;
  readonly #expected: Live<ReturnType<typeof deals.totalsOfCompany>>;
  readonly #actual: Live<ReturnType<typeof deals.wonTotalsOfCompany>>;

  constructor(card: CompanyCard) {
    this.#card = card;
    const id = (): Company['id'] | undefined => (card.isCompact ? card.record?.id : undefined);
    this.#expected = new Live(card, () => {
      const companyId = id();
      return companyId && deals.totalsOfCompany(companyId);
    });
    this.#actual = new Live(card, () => {
      const companyId = id();
      return companyId && deals.wonTotalsOfCompany(companyId);
    });
    addLayoutStyles(card, compactStyles);
  }

  get readings(): readonly Reading[] {
    return [this.#expected, this.#actual];
  }

  render(company: Company): TemplateResult {
    const { locale, copy, sight } = this.#card;
    const say = sentencesIn(companyMessages, locale);
    const { format } = locale;
    const { industry, lifecycleStage, tags = [], website } = company;
    const email = primaryPoint(company.emails)?.value;
    const number = primaryPoint(company.phones)?.value;
    const site = website && webAddress(website);
    const kind = company.type && say.types[company.type];
    const figures =
      sight.reads('deals') && this.#expected.value && this.#actual.value
        ? figuresOf(this.#expected.value, this.#actual.value)
        : undefined;
    return html`
      <article class="panel compact">
        <header class="compact-head" part="head">
          ${avatar({ id: company.id, name: company.name, size: 40, shape: 'company' }, format)}
          <div class="grow">
            <h2 class="truncate">${recordLink('company', company.id, company.name, 'title')}</h2>
            ${kind || industry ? html`<p class="small muted truncate"><bdi>${[kind, industry].filter(Boolean).join(' · ')}</bdi></p>` : nothing}
          </div>
        </header>
        ${
          lifecycleStage || tags.length > 0
            ? html`<div class="badges">${lifecycleStage ? html`<span class="badge plain accent">${sentencesIn(lifecycleMessages, locale).stages[lifecycleStage]}</span>` : nothing}${tags.map((text) => tag(text))}</div>`
            : nothing
        }
        ${
          site || email || number
            ? html`<ul class="points">
              ${site ? html`<li class="icon-small">${icon(globe)}<span class="grow truncate"><a class="point" href=${site} target="_blank" rel="noopener noreferrer" dir="ltr">${website}</a></span></li>` : nothing}
              ${email ? html`<li class="icon-small">${icon(mail)}<span class="grow truncate">${pointLink('email', email, locale.lang)}</span>${copy.button(email)}</li>` : nothing}
              ${number ? html`<li class="icon-small">${icon(phone)}<span class="grow truncate">${pointLink('phone', number, locale.lang)}</span>${copy.button(number)}</li>` : nothing}
            </ul>`
            : nothing
        }
        ${
          figures
            ? html`<dl class="figures">
              <div><dt>${say.wonValue}</dt><dd>${sums(figures.won, format)}</dd></div>
              <div><dt>${say.openDeals}</dt><dd>${format.number(figures.openCount)}</dd></div>
              <div><dt>${say.openAmount}</dt><dd>${sums(figures.open, format)}</dd></div>
            </dl>`
            : nothing
        }
        <footer class="compact-foot">
          ${number ? html`<a class="button small" href="tel:${number.replace(/[^+\d]/g, '')}">${icon(phone)}${say.call}</a>` : nothing}
          <slot name="actions"></slot>
          <button type="button" class="button link open" @click=${(event: Event) => event.target?.dispatchEvent(new NavigateEvent('company', company.id))}>${say.openRecord}</button>
        </footer>
      </article>
    `;
  }
}
