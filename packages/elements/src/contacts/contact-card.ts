import type { Company, Contact, Id } from '@kith/core';
import { activities, companies, contacts, deals, pipelines, users } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KithTimeline } from '../activities/timeline.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { dealRow, stagesById } from '../deals/deal-row.js';
import { avatarStyles } from '../parts/avatar.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { Copy } from '../parts/copy.js';
import { hueStyles } from '../parts/hue.styles.js';
import { iconStyles } from '../parts/icon.js';
import { user } from '../parts/icons.js';
import { lifecycleStyles } from '../parts/lifecycle.js';
import { drawLater, nestLater, nestLaterStyles } from '../parts/nest-later.js';
import { panel, panelStyles } from '../parts/panel.js';
import { recordStyles } from '../parts/record.styles.js';
import { recordLinkStyles } from '../parts/record-link.js';
import { recordState } from '../parts/record-state.js';
import { refusalText } from '../parts/refusal.js';
import { skeleton, stateStyles } from '../parts/states.js';
import { tagStyles } from '../parts/tag.js';
import { compactCard, compactStyles } from './compact.js';
import type { ContactChanges, ContactFieldsOptions } from './fields.js';
import { contactHead } from './head.js';
import { contactMessages } from './messages.js';

/** Below this width, in pixels, the card is compact. */
const COMPACT_WIDTH = 480;

/** Deals that are drawn at first, and more each time. */
const DEALS_CHUNK = 6;

/**
 * One person: how to reach them, where they stand, what is known about them and edited in its place, their open deals
 * and their timeline. In the width of a sidebar it is compact: the same person in a dozen lines.
 *
 * @tag kith-contact-card
 * @event {CommandEvent} kith-command - The contact is to be changed, or an activity logged.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see the contact, the company or a deal.
 */
export class KithContactCard extends KithElement {
  static override readonly tag = 'contact-card';
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
    compactStyles,
  ];

  readonly #narrow = new NarrowerThan(this, COMPACT_WIDTH);
  readonly #contact = new Live(this, () => this.#id && contacts.byId(this.#id));
  readonly #company = new Live(
    this,
    () => this.#contact.value?.companyId && companies.byId(this.#contact.value.companyId),
  );
  readonly #deals = new Live(this, () => this.#id && deals.ofContact(this.#id));
  readonly #pipelines = new Live(this, () => (this.isCompact ? undefined : pipelines.all()));
  readonly #users = new Live(this, () => (this.isCompact ? undefined : users.all()));
  readonly #activities = new Live(this, () =>
    this.isCompact && this.#id ? activities.about({ contactId: this.#id }) : undefined,
  );
  readonly #timeline = new Later(this, async () => (await import('../activities/timeline.js')).KithTimeline);
  readonly #details = new Later(this, async () => {
    const [{ Details }, { contactFields }] = await Promise.all([import('../parts/details.js'), import('./fields.js')]);
    const details = new Details(this);
    return (contact: Contact, options: ContactFieldsOptions): TemplateResult =>
      details.render(contact.id, contactFields(contact, options), options.say);
  });
  readonly #copy = new Copy(this, () => this.ui);

  @state() private shownDeals = DEALS_CHUNK;

  /** The contact it shows. */
  @property() contact?: string | undefined;

  /** `compact` or `full`; left out, the width of the element decides. */
  @property({ reflect: true }) layout: 'auto' | 'compact' | 'full' = 'auto';

  readonly #reading = {
    record: this.#contact,
    others: [this.#company, this.#deals, this.#pipelines, this.#users, this.#activities],
  };

  get #id(): Id<'contact'> | undefined {
    return this.contact ? (this.contact as Id<'contact'>) : undefined;
  }

  /** Whether it shows the dozen lines of a sidebar. */
  get isCompact(): boolean {
    return this.layout === 'compact' || (this.layout === 'auto' && this.#narrow.value === true);
  }

  protected override firstUpdated(): void {
    if (!this.isCompact) void this.#details.load();
  }

  async #save(id: Contact['id'], changes: ContactChanges, label: string, rule?: string): Promise<string | undefined> {
    const say = this.sentences(contactMessages);
    const result = await this.send(contacts.edit({ id, changes }), {
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

  protected override render(): TemplateResult {
    const contact = this.#contact.value;
    const pending = recordState(this.#reading, this.sentences(contactMessages), renderSkeleton, user);
    if (pending || !contact) return pending ?? html``;
    if (!this.isCompact) return this.#renderFull(contact, this.#company.value);
    return compactCard({
      contact,
      company: this.#company.value,
      deals: this.#deals.value ?? [],
      activities: this.#activities.value ?? [],
      locale: this.locale,
      copy: this.#copy,
    });
  }

  #renderFull(contact: Contact, company: Company | undefined): TemplateResult {
    const owner = this.#users.value?.find(({ id }) => id === contact.ownerId);
    return html`
      <article class="record">
        ${contactHead({ contact, company, owner, locale: this.locale, copy: this.#copy, logActivity: () => void this.#logActivity() })}
        <div class="areas">
          <div class="facts">${this.#renderDetails(contact, company)}</div>
          <div class="timeline">${nestLater(this, this.#timeline, { contact: contact.id, store: this.store })}</div>
          <div class="aside">${this.#renderDeals()}</div>
        </div>
      </article>
    `;
  }

  #renderDetails(contact: Contact, company: Company | undefined): TemplateResult {
    const options: ContactFieldsOptions = {
      say: this.sentences(contactMessages),
      locale: this.locale,
      users: this.#users.value ?? [],
      company,
      save: (changes, label, rule) => this.#save(contact.id, changes, label, rule),
    };
    return drawLater(this, this.#details, (details) => details(contact, options));
  }

  #renderDeals(): TemplateResult | typeof nothing {
    if (!this.#deals.value) return nothing;
    const say = this.sentences(contactMessages);
    const open = this.#deals.value.filter((deal) => deal.status === 'open');
    const stages = stagesById(this.#pipelines.value ?? []);
    const left = open.length - this.shownDeals;
    const showMore = (): void => {
      this.shownDeals += 50;
    };
    return panel({
      title: say.openDeals,
      count: this.locale.format.number(open.length),
      body: html`
        ${open.length === 0 ? html`<p class="panel-note">${say.noOpenDeals}</p>` : html`<ul class="related">${open.slice(0, this.shownDeals).map((deal) => dealRow(deal, stages.get(deal.stageId), this.locale))}</ul>`}
        ${left > 0 ? html`<button type="button" class="button quiet small more" @click=${showMore}>${say.showMore(left)}</button>` : nothing}
      `,
    });
  }
}

function renderSkeleton(): TemplateResult {
  const head = html`<div class="compact-head"><span class="avatar size-40"></span><div class="grow stack">${skeleton('half')}${skeleton('short')}</div></div>`;
  return html`<div class="panel compact" aria-hidden="true">${head}<div class="waiting stack">${skeleton('wide')}${skeleton('half')}${skeleton('wide')}</div></div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-contact-card': KithContactCard;
  }
}
