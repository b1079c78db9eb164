import type { Company, Contact, Deal } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import { contacts, deals, pipelines } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import type { KithTimeline } from '../activities/timeline.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { OnPaper } from '../base/on-paper.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { avatar } from '../parts/avatar.js';
import { Details } from '../parts/details.js';
import { lifecycleStyles } from '../parts/lifecycle.js';
import { nestLater } from '../parts/nest-later.js';
import { panel } from '../parts/panel.js';
import { recordStyles } from '../parts/record.styles.js';
import { recordLink } from '../parts/record-link.js';
import type { Reading } from '../parts/record-state.js';
import { sums } from '../parts/sums.js';
import { Areas } from '../records/areas.js';
import { addLayoutStyles } from '../records/layout-styles.js';
import { logActivity } from '../records/log-activity.js';
import { recordMessages } from '../records/messages.js';
import type { RecordLayout } from '../records/record-shell.js';
import { registryFields } from '../records/registry-fields.js';
import { ScorePanel } from '../records/score-panel.js';
import { SegmentsPanel } from '../records/segments-panel.js';
import { stampsLine } from '../records/stamps.js';
import type { CompanyCard } from './card.js';
import { companyCardStyles } from './company-card.styles.js';
import {
  type DealGroups,
  dealGroups,
  dealGroupsPanel,
  dealGroupsStyles,
  FIRST_DEALS,
  MORE_DEALS,
} from './deal-groups.js';
import { type CompanyChanges, companyFields } from './fields.js';
import { type Figures, figuresOf } from './figures.js';
import { GroupPanel, groupStyles } from './group-panel.js';
import { companyHead } from './head.js';
import { companyMessages } from './messages.js';
import { companyPanelMessages } from './panels.messages.js';
import { peopleByRole } from './people-by-role.js';

/** People that are drawn at first. */
const PEOPLE_CHUNK = 6;
const ALL_DEALS = { open: Infinity, won: Infinity, lost: Infinity } as const;

const FEW_DEALS: Readonly<Record<Deal['status'], number>> = { open: FIRST_DEALS, won: FIRST_DEALS, lost: FIRST_DEALS };

/** Everything that is known about one company. It is fetched where a card has the room for it. */
export class CompanyFull implements RecordLayout<Company> {
  readonly #card: CompanyCard;
  readonly #contacts: Live<ReturnType<typeof contacts.ofCompany>>;
  readonly #deals: Live<ReturnType<typeof deals.ofCompany>>;
  readonly #expected: Live<ReturnType<typeof deals.totalsOfCompany>>;
  readonly #actual: Live<ReturnType<typeof deals.wonTotalsOfCompany>>;
  readonly #pipelines: Live<ReturnType<typeof pipelines.all>>;
  readonly #references: References;
  readonly #areas: Areas;
  readonly #details: Details;
  readonly #group: GroupPanel;
  readonly #score: ScorePanel;
  readonly #segments: SegmentsPanel;
  readonly #timeline: Later<typeof KithTimeline>;
  #shownOf: string | undefined;
  readonly #paper: OnPaper;
  #shownPeople = PEOPLE_CHUNK;
  #shownDeals = FEW_DEALS;
  #groups: DealGroups = { open: [], won: [], lost: [] };
  #groupsOf: readonly Deal[] | undefined;

  constructor(card: CompanyCard) {
    this.#card = card;
    const id = (): Company['id'] | undefined => (card.isCompact ? undefined : card.record?.id);
    const about =
      <Asked>(ask: (companyId: Company['id']) => Asked) =>
      (): Asked | undefined => {
        const companyId = id();
        return companyId && ask(companyId);
      };
    this.#contacts = new Live(card, about(contacts.ofCompany));
    this.#deals = new Live(card, about(deals.ofCompany));
    this.#expected = new Live(card, about(deals.totalsOfCompany));
    this.#actual = new Live(card, about(deals.wonTotalsOfCompany));
    this.#pipelines = new Live(card, () => (card.isCompact ? undefined : pipelines.all()));
    this.#references = new References(card, () => false);
    this.#areas = new Areas(card);
    this.#details = new Details(card, () => card.record?.id);
    this.#paper = new OnPaper(card);
    this.#group = new GroupPanel(card, id);
    this.#score = new ScorePanel(card);
    this.#segments = new SegmentsPanel(card, () => {
      const companyId = id();
      return companyId && card.segments ? { open: card.segments, of: 'companies', id: companyId } : undefined;
    });
    this.#timeline = new Later(card, async () => (await import('../activities/timeline.js')).KithTimeline);
    addLayoutStyles(card, lifecycleStyles, recordStyles, dealGroupsStyles, companyCardStyles, groupStyles);
  }

  get readings(): readonly Reading[] {
    return [this.#contacts, this.#deals, this.#expected, this.#actual, this.#pipelines];
  }

  render(company: Company): TemplateResult {
    const card = this.#card;
    const { locale, sight } = card;
    const record = sentencesIn(recordMessages, locale);
    const say = sentencesIn(companyMessages, locale);
    if (this.#shownOf !== company.id) {
      this.#shownOf = company.id;
      this.#shownPeople = PEOPLE_CHUNK;
      this.#shownDeals = FEW_DEALS;
    }
    const seesDeals = sight.reads('deals');
    const figures =
      seesDeals && this.#expected.value && this.#actual.value
        ? figuresOf(this.#expected.value, this.#actual.value)
        : undefined;
    const owner = this.#references.users.find(({ id }) => id === company.ownerId);
    const hasTimeline = sight.reads('activities');
    const startLogging = hasTimeline ? () => void logActivity(card, this.#areas, this.#timeline) : undefined;
    return html`
      <article class="record" aria-label=${company.name}>
        ${companyHead({ company, owner, locale, copy: card.copy, logActivity: startLogging })}
        ${figures ? this.#renderFigures(figures) : nothing}
        <slot name="head"></slot>
        ${this.#areas.render(
          [
            { id: 'facts', label: record.details, content: this.#renderFacts(company) },
            ...(hasTimeline
              ? ([
                  {
                    id: 'timeline',
                    label: record.activity,
                    content: html`${nestLater(card, this.#timeline, { company: company.id, store: card.store })}<slot name="timeline"></slot>`,
                  },
                ] as const)
              : []),
            {
              id: 'aside',
              label: seesDeals ? say.deals : say.people,
              count: seesDeals ? locale.format.number(this.#deals.value?.length ?? 0) : undefined,
              content: html`${seesDeals ? this.#renderDeals(figures) : nothing}${sight.reads('contacts') ? this.#renderPeople(seesDeals) : nothing}<slot name="aside"></slot>`,
            },
          ],
          record.areas,
        )}
      </article>
    `;
  }

  #renderFigures({ open, won, winRate, openCount, wonCount, lostCount }: Figures): TemplateResult {
    const { locale } = this.#card;
    const say = sentencesIn(companyMessages, locale);
    const { format } = locale;
    return html`
      <section class="panel strip" part="value" aria-label=${say.figures}>
        <dl class="figures">
          <div><dt>${say.openAmount}</dt><dd>${sums(open, format)}</dd></div>
          <div><dt>${say.wonValue}</dt><dd>${sums(won, format)}</dd></div>
          <div><dt>${say.winRate}</dt><dd>${winRate === undefined ? '–' : format.percent(winRate * 100)}${winRate === undefined ? nothing : html`<span class="note"><bdi>${say.ofClosed(wonCount, wonCount + lostCount)}</bdi></span>`}</dd></div>
          <div><dt>${say.openDeals}</dt><dd>${format.number(openCount)}</dd></div>
        </dl>
      </section>
    `;
  }

  #renderFacts(company: Company): TemplateResult {
    const card = this.#card;
    const { locale } = card;
    const say = sentencesIn(companyMessages, locale);
    const record = sentencesIn(recordMessages, locale);
    const sight = card.sight.of('companies', company);
    const registry = registryOf(card.activeStore);
    const save = (changes: CompanyChanges, label: string, rule?: string): Promise<string | undefined> =>
      card.save(company.id, changes, label, rule);
    const options = { say, locale, references: this.#references, store: card.activeStore, sight, save };
    const custom = registry.fieldsOf('company').filter(({ origin }) => origin !== 'built-in');
    return html`
      ${this.#details.render(
        company.id,
        [...companyFields(company, options), ...registryFields(company, custom, { ...options, say: record })],
        say,
        stampsLine(company, sight, record, locale),
      )}
      ${this.#group.render(company, locale)} ${this.#score.render(company.id, record)} ${this.#segments.render(record)}
      <slot name="facts"></slot>
    `;
  }

  #renderDeals(figures: Figures | undefined): TemplateResult | typeof nothing {
    const all = this.#deals.value;
    if (!all) return nothing;
    if (all !== this.#groupsOf) {
      this.#groupsOf = all;
      this.#groups = dealGroups(all);
    }
    return dealGroupsPanel(this.#groups, {
      locale: this.#card.locale,
      pipelines: this.#pipelines.value ?? [],
      sums: figures ? { open: figures.open, won: figures.won } : {},
      // On paper there is nothing to press that would show the rest.
      shown: this.#paper.value ? ALL_DEALS : this.#shownDeals,
      showMore: (status) => {
        this.#shownDeals = { ...this.#shownDeals, [status]: this.#shownDeals[status] + MORE_DEALS };
        this.#card.requestUpdate();
      },
    });
  }

  /** The people, under the part they have in the deals where whoever looks may see those. */
  #renderPeople(seesDeals: boolean): TemplateResult | typeof nothing {
    const people = this.#contacts.value;
    if (!people) return nothing;
    const { locale } = this.#card;
    const say = sentencesIn(companyMessages, locale);
    const { roles, noRole } = sentencesIn(companyPanelMessages, locale);
    const shown = this.#paper.value ? people : people.slice(0, this.#shownPeople);
    const groups = peopleByRole(shown, seesDeals ? ((this.#deals.value ?? []) as readonly DetailedDeal[]) : []);
    const left = people.length - shown.length;
    const showMore = (): void => {
      this.#shownPeople += MORE_DEALS;
      this.#card.requestUpdate();
    };
    return panel({
      title: say.people,
      part: 'people',
      count: locale.format.number(people.length),
      body: html`
        ${people.length === 0 ? html`<p class="panel-note">${say.noPeople}</p>` : nothing}
        ${groups.map(
          ({ role, people: members }) => html`
            <section class="group">
              ${groups.length === 1 && role === undefined ? nothing : html`<h4><span class="grow">${role === undefined ? noRole : roles[role]} <span class="count">${locale.format.number(members.length)}</span></span></h4>`}
              <ul class="related people">${members.map((person) => this.#renderPerson(person))}</ul>
            </section>
          `,
        )}
        ${left > 0 ? html`<button type="button" class="button quiet small more" @click=${showMore}>${say.showMore(Math.min(MORE_DEALS, left), left)}</button>` : nothing}
      `,
    });
  }

  #renderPerson({ id, name, jobTitle }: Contact): TemplateResult {
    const { format } = this.#card.locale;
    return html`
      <li>${avatar({ id, name }, format)}<div class="grow">${recordLink('contact', id, name, 'title')}${jobTitle ? html`<p class="small subtle"><bdi>${jobTitle}</bdi></p>` : nothing}</div></li>
    `;
  }
}
