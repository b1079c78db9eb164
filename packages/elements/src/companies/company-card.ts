import type { Company, Contact, Deal, Id } from '@kith/core';
import { companies, contacts, deals, pipelines, users } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KithTimeline } from '../activities/timeline.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { avatar, avatarStyles } from '../parts/avatar.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { hueStyles } from '../parts/hue.styles.js';
import { iconStyles } from '../parts/icon.js';
import { building } from '../parts/icons.js';
import { lifecycleStyles } from '../parts/lifecycle.js';
import { drawLater, nestLater, nestLaterStyles } from '../parts/nest-later.js';
import { panel, panelStyles } from '../parts/panel.js';
import { recordStyles } from '../parts/record.styles.js';
import { recordLink, recordLinkStyles } from '../parts/record-link.js';
import { recordState } from '../parts/record-state.js';
import { refusalText } from '../parts/refusal.js';
import { skeleton, stateStyles } from '../parts/states.js';
import { sums } from '../parts/sums.js';
import { tagStyles } from '../parts/tag.js';
import { companyCardStyles } from './company-card.styles.js';
import {
  type DealGroups,
  dealGroups,
  dealGroupsPanel,
  dealGroupsStyles,
  FIRST_DEALS,
  MORE_DEALS,
} from './deal-groups.js';
import type { CompanyChanges, CompanyFieldsOptions } from './fields.js';
import { type Figures, figuresOf } from './figures.js';
import { companyHead } from './head.js';
import { companyMessages } from './messages.js';

/** People that are drawn at first, and more each time. */
const PEOPLE_CHUNK = 6;

/**
 * One company: what is known about it and edited in its place, its parent and subsidiaries, its figures for each
 * currency by itself, its people, its deals by how they stand, and its timeline.
 *
 * @tag kith-company-card
 * @event {CommandEvent} kith-command - The company is to be changed, or an activity logged.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a person, a deal or another company.
 */
export class KithCompanyCard extends KithElement {
  static override readonly tag = 'company-card';
  static override styles = [
    KithElement.styles,
    hueStyles,
    avatarStyles,
    badgeStyles,
    tagStyles,
    buttonStyles,
    iconStyles,
    stateStyles,
    panelStyles,
    recordLinkStyles,
    lifecycleStyles,
    nestLaterStyles,
    recordStyles,
    dealGroupsStyles,
    companyCardStyles,
  ];

  readonly #company = new Live(this, () => this.#id && companies.byId(this.#id));
  readonly #parent = new Live(
    this,
    () => this.#company.value?.parentId && companies.byId(this.#company.value.parentId),
  );
  readonly #subsidiaries = new Live(this, () => this.#id && companies.subsidiaries(this.#id));
  readonly #contacts = new Live(this, () => this.#id && contacts.ofCompany(this.#id));
  readonly #deals = new Live(this, () => this.#id && deals.ofCompany(this.#id));
  readonly #expected = new Live(this, () => this.#id && deals.totalsOfCompany(this.#id));
  readonly #actual = new Live(this, () => this.#id && deals.wonTotalsOfCompany(this.#id));
  readonly #pipelines = new Live(this, () => pipelines.all());
  readonly #users = new Live(this, () => users.all());
  readonly #timeline = new Later(this, async () => (await import('../activities/timeline.js')).KithTimeline);
  readonly #details = new Later(this, async () => {
    const [{ Details }, { companyFields }] = await Promise.all([import('../parts/details.js'), import('./fields.js')]);
    const details = new Details(this);
    return (company: Company, options: CompanyFieldsOptions): TemplateResult =>
      details.render(company.id, companyFields(company, options), options.say);
  });
  readonly #copy = new Copy(this, () => this.ui);

  @state() private shownPeople = PEOPLE_CHUNK;
  @state() private shownDeals: Readonly<Record<Deal['status'], number>> = FEW_DEALS;

  /** The company it shows. */
  @property() company?: string | undefined;

  readonly #reading = {
    record: this.#company,
    others: [
      this.#parent,
      this.#subsidiaries,
      this.#contacts,
      this.#deals,
      this.#expected,
      this.#actual,
      this.#pipelines,
      this.#users,
    ],
  };
  #groups: DealGroups = { open: [], won: [], lost: [] };
  #groupsOf: readonly Deal[] | undefined;

  get #id(): Id<'company'> | undefined {
    return this.company ? (this.company as Id<'company'>) : undefined;
  }

  protected override willUpdate(changed: PropertyValues<KithCompanyCard>): void {
    if (changed.get('company') !== undefined) {
      this.shownPeople = PEOPLE_CHUNK;
      this.shownDeals = FEW_DEALS;
    }
  }

  protected override firstUpdated(): void {
    void this.#details.load();
  }

  async #save(id: Company['id'], changes: CompanyChanges, label: string, rule?: string): Promise<string | undefined> {
    const say = this.sentences(companyMessages);
    const result = await this.send(companies.edit({ id, changes }), {
      done: () => ({ text: say.saved(label) }),
      showsRefusal: () => true,
    });
    return refusalText(result, this.locale, rule);
  }

  async #logActivity(): Promise<void> {
    if (!(await this.#timeline.load())) return;
    await this.updateComplete;
    await this.renderRoot.querySelector<KithTimeline>('.timeline > .later > *')?.compose('note');
  }

  #readGroups(): DealGroups {
    const all = this.#deals.value;
    if (all !== this.#groupsOf) {
      this.#groupsOf = all;
      this.#groups = dealGroups(all ?? []);
    }
    return this.#groups;
  }

  protected override render(): TemplateResult {
    const company = this.#company.value;
    const pending = recordState(this.#reading, this.sentences(companyMessages), renderSkeleton, building);
    if (pending || !company) return pending ?? html``;
    const owner = this.#users.value?.find(({ id }) => id === company.ownerId);
    const figures = this.#expected.value && this.#actual.value && figuresOf(this.#expected.value, this.#actual.value);
    return html`
      <article class="record">
        ${companyHead({ company, owner, locale: this.locale, copy: this.#copy, logActivity: () => void this.#logActivity() })}
        ${figures ? this.#renderFigures(figures) : nothing}
        <div class="areas">
          <div class="facts">${this.#renderDetails(company)}</div>
          <div class="timeline">${nestLater(this, this.#timeline, { company: company.id, store: this.store })}</div>
          <div class="aside">${this.#renderDeals(figures)}${this.#renderPeople(this.#contacts.value)}</div>
        </div>
      </article>
    `;
  }

  #renderFigures({ open, won, winRate, openCount, wonCount, lostCount }: Figures): TemplateResult {
    const say = this.sentences(companyMessages);
    const { format } = this.locale;
    return html`
      <section class="panel strip" aria-label=${say.figures}>
        <dl class="figures">
          <div><dt>${say.openAmount}</dt><dd>${sums(open, format)}</dd></div>
          <div><dt>${say.wonValue}</dt><dd>${sums(won, format)}</dd></div>
          <div><dt>${say.winRate}</dt><dd>${winRate === undefined ? '–' : format.percent(winRate * 100)}${winRate === undefined ? nothing : html`<span class="note"><bdi>${say.ofClosed(wonCount, wonCount + lostCount)}</bdi></span>`}</dd></div>
          <div><dt>${say.openDeals}</dt><dd>${format.number(openCount)}</dd></div>
        </dl>
      </section>
    `;
  }

  #renderDetails(company: Company): TemplateResult {
    const options: CompanyFieldsOptions = {
      say: this.sentences(companyMessages),
      locale: this.locale,
      users: this.#users.value ?? [],
      parent: this.#parent.value,
      subsidiaries: this.#subsidiaries.value ?? [],
      save: (changes, label, rule) => this.#save(company.id, changes, label, rule),
    };
    return drawLater(this, this.#details, (details) => details(company, options));
  }

  #renderDeals(figures: Figures | undefined): TemplateResult | typeof nothing {
    if (!this.#deals.value) return nothing;
    return dealGroupsPanel(this.#readGroups(), {
      locale: this.locale,
      pipelines: this.#pipelines.value ?? [],
      sums: figures ? { open: figures.open, won: figures.won } : {},
      shown: this.shownDeals,
      showMore: (status) => {
        this.shownDeals = { ...this.shownDeals, [status]: this.shownDeals[status] + MORE_DEALS };
      },
    });
  }

  #renderPeople(people: readonly Contact[] | undefined): TemplateResult | typeof nothing {
    if (!people) return nothing;
    const say = this.sentences(companyMessages);
    const { format } = this.locale;
    const left = people.length - this.shownPeople;
    const showMore = (): void => {
      this.shownPeople += MORE_DEALS;
    };
    return panel({
      title: say.people,
      count: format.number(people.length),
      body: html`
        ${
          people.length === 0
            ? html`<p class="panel-note">${say.noPeople}</p>`
            : html`<ul class="related people">${people.slice(0, this.shownPeople).map(
                ({ id, name, jobTitle }) => html`
                  <li>${avatar({ id, name }, format)}<div class="grow">${recordLink('contact', id, name, 'title')}${jobTitle ? html`<p class="small subtle"><bdi>${jobTitle}</bdi></p>` : nothing}</div></li>
                `,
              )}</ul>`
        }
        ${left > 0 ? html`<button type="button" class="button quiet small more" @click=${showMore}>${say.showMore(Math.min(MORE_DEALS, left), left)}</button>` : nothing}
      `,
    });
  }
}

const FEW_DEALS: Readonly<Record<Deal['status'], number>> = { open: FIRST_DEALS, won: FIRST_DEALS, lost: FIRST_DEALS };

const renderSkeleton = (): TemplateResult => html`
  <div class="panel head" aria-hidden="true">
    <div class="head-row"><span class="avatar size-56 company"></span><div class="grow stack">${skeleton('half')}${skeleton('short')}</div></div>
    ${skeleton('wide')}${skeleton('half')}
  </div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'kith-company-card': KithCompanyCard;
  }
}
