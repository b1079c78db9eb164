import type { Company, Contact, Id } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import type { Lead } from '@kith/core/leads';
import { companies, deals, pipelines } from '@kith/store';
import { ofContact as leadsOfContact } from '@kith/store/leads';
import { html, nothing, type TemplateResult } from 'lit';
import type { KithTimeline } from '../activities/timeline.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { OnPaper } from '../base/on-paper.js';
import { dealRow, stagesById } from '../deals/deal-row.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { checkStyles } from '../parts/check.styles.js';
import { Details } from '../parts/details.js';
import { lifecycleStyles } from '../parts/lifecycle.js';
import { nestLater } from '../parts/nest-later.js';
import { panel } from '../parts/panel.js';
import { recordStyles } from '../parts/record.styles.js';
import type { Reading } from '../parts/record-state.js';
import { Areas } from '../records/areas.js';
import { addLayoutStyles } from '../records/layout-styles.js';
import { logActivity } from '../records/log-activity.js';
import { recordMessages } from '../records/messages.js';
import type { RecordLayout } from '../records/record-shell.js';
import { registryFields } from '../records/registry-fields.js';
import { ScorePanel } from '../records/score-panel.js';
import { SegmentsPanel } from '../records/segments-panel.js';
import { stampsLine } from '../records/stamps.js';
import { valuePanel, valueStyles } from '../records/value-panel.js';
import type { ContactCard } from './card.js';
import { consentPanel, consentStyles } from './consent-panel.js';
import { type ContactChanges, contactFields } from './fields.js';
import { contactHead } from './head.js';
import { contactMessages } from './messages.js';

/** Deals that are drawn at first, and more each time. */
const DEALS_CHUNK = 6;

/** Everything that is known about one person. It is fetched where a card has the room for it. */
export class ContactFull implements RecordLayout<Contact> {
  readonly #card: ContactCard;
  readonly #company: Live<ReturnType<typeof companies.byId>>;
  readonly #deals: Live<ReturnType<typeof deals.ofContact>>;
  readonly #pipelines: Live<ReturnType<typeof pipelines.all>>;
  readonly #leads: Live<ReturnType<typeof leadsOfContact>>;
  readonly #references: References;
  readonly #areas: Areas;
  readonly #details: Details;
  readonly #score: ScorePanel;
  readonly #segments: SegmentsPanel;
  readonly #timeline: Later<typeof KithTimeline>;
  readonly #paper: OnPaper;
  #shownDeals = DEALS_CHUNK;
  #shownOf: string | undefined;

  constructor(card: ContactCard) {
    this.#card = card;
    const id = (): Id<'contact'> | undefined => (card.isCompact ? undefined : card.record?.id);
    const about =
      <Asked>(ask: (contactId: Id<'contact'>) => Asked) =>
      (): Asked | undefined => {
        const contactId = id();
        return contactId && ask(contactId);
      };
    this.#company = new Live(card, () => {
      const companyId = card.isCompact ? undefined : card.record?.companyId;
      return companyId && companies.byId(companyId);
    });
    this.#deals = new Live(card, about(deals.ofContact));
    this.#leads = new Live(card, about(leadsOfContact));
    this.#pipelines = new Live(card, () => (card.isCompact ? undefined : pipelines.all()));
    this.#references = new References(card, () => false);
    this.#areas = new Areas(card);
    this.#details = new Details(card, () => card.record?.id);
    this.#paper = new OnPaper(card);
    this.#score = new ScorePanel(card);
    this.#segments = new SegmentsPanel(card, () => {
      const contactId = id();
      return contactId && card.segments ? { open: card.segments, of: 'contacts', id: contactId } : undefined;
    });
    this.#timeline = new Later(card, async () => (await import('../activities/timeline.js')).KithTimeline);
    addLayoutStyles(card, checkStyles, lifecycleStyles, recordStyles, valueStyles, consentStyles);
  }

  /** What it reads besides the contact. Who may not read leads, or has none, still reads the rest. */
  get readings(): readonly Reading[] {
    return [this.#company, this.#deals, this.#pipelines];
  }

  render(contact: Contact): TemplateResult {
    const company = this.#company.value;
    const card = this.#card;
    const { locale, sight } = card;
    const say = sentencesIn(contactMessages, locale);
    const record = sentencesIn(recordMessages, locale);
    const owner = this.#references.users.find(({ id }) => id === contact.ownerId);
    const open = (this.#deals.value ?? []).filter(({ status }) => status === 'open');
    const hasTimeline = sight.reads('activities');
    const startLogging = hasTimeline ? () => void logActivity(card, this.#areas, this.#timeline) : undefined;
    return html`
      <article class="record" aria-label=${contact.name}>
        ${contactHead({ contact, company, owner, locale, copy: card.copy, logActivity: startLogging })}
        <slot name="head"></slot>
        ${this.#areas.render(
          [
            { id: 'facts', label: record.details, content: this.#renderFacts(contact, company) },
            ...(hasTimeline
              ? ([
                  {
                    id: 'timeline',
                    label: record.activity,
                    content: html`${nestLater(card, this.#timeline, { contact: contact.id, store: card.store })}<slot name="timeline"></slot>`,
                  },
                ] as const)
              : []),
            {
              id: 'aside',
              label: sight.reads('deals') ? say.openDeals : record.more,
              count: sight.reads('deals') ? locale.format.number(open.length) : undefined,
              content: html`${sight.reads('deals') ? this.#renderDeals(open as readonly DetailedDeal[], contact) : nothing}<slot name="aside"></slot>`,
            },
          ],
          record.areas,
        )}
      </article>
    `;
  }

  #renderFacts(contact: Contact, company: Company | undefined): TemplateResult {
    const card = this.#card;
    const { locale } = card;
    const say = sentencesIn(contactMessages, locale);
    const record = sentencesIn(recordMessages, locale);
    const sight = card.sight.of('contacts', contact);
    const registry = registryOf(card.activeStore);
    const save = (changes: ContactChanges, label: string, rule?: string): Promise<string | undefined> =>
      card.save(contact.id, changes, label, rule);
    const options = { say, locale, references: this.#references, store: card.activeStore, company, sight, save };
    const custom = registry.fieldsOf('contact').filter(({ origin }) => origin !== 'built-in');
    return html`
      ${this.#details.render(
        contact.id,
        [...contactFields(contact, options), ...registryFields(contact, custom, { ...options, say: record })],
        say,
        stampsLine(contact, sight, record, locale),
      )}
      ${this.#score.render(contact.id, record)}
      ${consentPanel({ contact, leads: (this.#leads.value ?? []) as readonly Lead[], locale, sight, save })}
      ${this.#segments.render(record)}
      <slot name="facts"></slot>
    `;
  }

  #renderDeals(open: readonly DetailedDeal[], contact: Contact): TemplateResult | typeof nothing {
    if (!this.#deals.value) return nothing;
    const { locale } = this.#card;
    const say = sentencesIn(contactMessages, locale);
    if (this.#shownOf !== contact.id) {
      this.#shownOf = contact.id;
      this.#shownDeals = DEALS_CHUNK;
    }
    const stages = stagesById(this.#pipelines.value ?? []);
    // On paper there is nothing to press that would show the rest.
    const shown = this.#paper.value ? open.length : this.#shownDeals;
    const left = open.length - shown;
    const showMore = (): void => {
      this.#shownDeals += 50;
      this.#card.requestUpdate();
    };
    return html`
      ${valuePanel(this.#deals.value, sentencesIn(recordMessages, locale), locale)}
      ${panel({
        title: say.openDeals,
        part: 'deals',
        count: locale.format.number(open.length),
        body: html`
          ${open.length === 0 ? html`<p class="panel-note">${say.noOpenDeals}</p>` : html`<ul class="related">${open.slice(0, shown).map((deal) => dealRow(deal, stages.get(deal.stageId), locale))}</ul>`}
          ${left > 0 ? html`<button type="button" class="button quiet small more" @click=${showMore}>${say.showMore(left)}</button>` : nothing}
        `,
      })}
    `;
  }
}
