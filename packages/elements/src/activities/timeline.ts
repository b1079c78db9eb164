import type { Activity, Id, Problem } from '@kith/core';
import { activities, contacts, deals, pipelines, users } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { icon, iconStyles } from '../parts/icon.js';
import { clock, filter } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import { panelStyles } from '../parts/panel.js';
import { failure } from '../parts/record-state.js';
import { emptyState, skeleton, stateStyles } from '../parts/states.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import type { ComposedKind, Draft } from './draft.js';
import { type Entry, type EntryKind, type Timeline, timelineOf } from './entry.js';
import { doneEntry, ENTRY_ICONS, type EntryView, plannedEntry } from './entry-view.js';
import { timelineMessages } from './messages.js';
import { firstWeekdayOf, type PlacedEntry, type Section, sectionsOf } from './section.js';
import { timelineStyles } from './timeline.styles.js';
import { monthName } from './when.js';

/** How many entries are drawn at first, and how many more each time. */
const CHUNK = 30;
const PLANNED_CHUNK = 8;

/** From so many entries on, those out of sight are not laid out. */
const LONG = 120;

/**
 * What was done and is to be done about one contact, company or deal, newest first under what comes next. Activities
 * are logged, planned and completed here; what became of the deal, or of the deals of the contact or company, stands
 * among them.
 *
 * @tag kith-timeline
 * @event {CommandEvent} kith-command - An activity is to be logged, planned or completed.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a deal.
 */
export class KithTimeline extends KithElement {
  static override readonly tag = 'timeline';
  static override styles = [
    KithElement.styles,
    buttonStyles,
    iconStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    composerStyles,
    timelineStyles,
  ];

  readonly #activities = new Live(this, () => {
    const subject = this.#subject;
    return subject && activities.about(subject);
  });
  readonly #deal = new Live(this, () => (this.deal ? deals.byId(this.deal as Id<'deal'>) : undefined));
  readonly #deals = new Live(this, () => {
    if (this.contact) return deals.ofContact(this.contact as Id<'contact'>);
    return this.company ? deals.ofCompany(this.company as Id<'company'>) : undefined;
  });
  readonly #pipelines = new Live(this, () => (this.#hasDeals ? pipelines.all() : undefined));
  readonly #contact = new Live(this, () => (this.contact ? contacts.byId(this.contact as Id<'contact'>) : undefined));
  readonly #users = new Live(this, () => users.all());
  readonly #moves = new Later(this, async () => {
    const [{ movesOf }, { moveEntry, styleMoves }] = await Promise.all([
      import('./moves.js'),
      import('./move-view.js'),
    ]);
    styleMoves(this);
    return { movesOf, moveEntry };
  });
  readonly #filter = new Later(this, async () => new (await import('./kind-filter.js')).KindFilter(this));
  readonly #composer = new Composer(this, (draft, done) => this.#save(draft, done));

  @state() private shownKind: EntryKind | undefined;
  @state() private shownCount = CHUNK;
  @state() private plannedCount = PLANNED_CHUNK;
  @state() private expanded: ReadonlySet<string> = new Set();

  /** The contact it is about. */
  @property() contact?: string | undefined;
  /** The company it is about. */
  @property() company?: string | undefined;
  /** The deal it is about. */
  @property() deal?: string | undefined;
  /** Takes the box for new entries away. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;

  #names: ReadonlyMap<string, string> = new Map();
  #namesOf: unknown;
  #timeline: Timeline = { ahead: [], past: [] };
  #timelineOf: readonly unknown[] = [];
  #isDrawn = false;

  /** Opens the box for new entries at a kind, with the focus in it. */
  async compose(kind: ComposedKind): Promise<void> {
    await this.#composer.open(kind);
  }

  protected override willUpdate(changed: PropertyValues<KithTimeline>): void {
    const isOther = (['contact', 'company', 'deal'] as const).some((name) => changed.get(name) !== undefined);
    if (!isOther) return;
    this.shownKind = undefined;
    this.shownCount = CHUNK;
    this.plannedCount = PLANNED_CHUNK;
    this.expanded = new Set();
    this.#isDrawn = false;
    this.#composer.reset();
  }

  get #subject(): activities.Subject | undefined {
    if (this.contact) return { contactId: this.contact as Id<'contact'> };
    if (this.company) return { companyId: this.company as Id<'company'> };
    if (this.deal) return { dealId: this.deal as Id<'deal'> };
    return undefined;
  }

  get #hasDeals(): boolean {
    return this.#deal.value !== undefined || (this.#deals.value ?? []).length > 0;
  }

  async #save(
    { kind, dueDay, direction, durationMinutes, ...written }: Draft,
    done: string,
  ): Promise<Problem | undefined> {
    // What is logged about a person or a deal belongs to their company's timeline as well.
    const companyId = this.company ?? this.#contact.value?.companyId ?? this.#deal.value?.companyId;
    const about = { ...this.#subject, ...(companyId && { companyId: companyId as Id<'company'> }) };
    const command =
      kind === 'task'
        ? activities.schedule({ kind, ...written, dueDay, ...about })
        : activities.log({ kind, ...written, direction, durationMinutes, ...about });
    const result = await this.send(command, { done: () => ({ text: done }), showsRefusal: () => true });
    return result.ok ? undefined : result.problem;
  }

  async #complete({ id, kind }: Activity): Promise<void> {
    const following = this.#following(id);
    const say = this.sentences(timelineMessages);
    const result = await this.send(activities.complete({ id }), { done: () => ({ text: say.completed[kind] }) });
    this.requestUpdate();
    if (!result.ok) return;
    await this.updateComplete;
    // The box that had the focus has moved into the past: the next one takes it on.
    (following?.isConnected ? following : this.renderRoot.querySelector<HTMLElement>('.head h3'))?.focus();
  }

  #following(id: string): HTMLElement | undefined {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLElement>('.box')];
    const at = boxes.findIndex((box) => box.closest<HTMLElement>('[data-entry]')?.dataset['entry'] === id);
    return boxes[at + 1] ?? boxes[at - 1];
  }

  async #showMore(count: 'shownCount' | 'plannedCount', chunk: number, first: Entry | undefined): Promise<void> {
    this[count] += chunk;
    await this.updateComplete;
    if (first) this.renderRoot.querySelector<HTMLElement>(`[data-entry="${first.id}"]`)?.focus();
  }

  async #openFilter(anchor: HTMLElement, whole: Timeline): Promise<void> {
    const filter = await this.#filter.load();
    await filter?.open(anchor, whole, this.shownKind, (kind) => {
      this.shownKind = kind;
      this.shownCount = CHUNK;
      this.plannedCount = PLANNED_CHUNK;
    });
  }

  get #filterButton(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.head > button');
  }

  #readTimeline(): Timeline {
    const inputs = [
      this.#activities.value,
      this.#deal.value,
      this.#deals.value,
      this.#pipelines.value,
      this.#moves.value,
    ] as const;
    if (inputs.some((input, index) => input !== this.#timelineOf[index])) {
      const [done, deal, several, known, part] = inputs;
      this.#timelineOf = inputs;
      this.#timeline = timelineOf(done ?? [], part?.movesOf(several ?? (deal ? [deal] : []), known ?? []));
    }
    return this.#timeline;
  }

  #readNames(): ReadonlyMap<string, string> {
    const all = this.#users.value;
    if (all !== this.#namesOf) {
      this.#namesOf = all;
      this.#names = new Map(all?.map(({ id, name }) => [id, name]));
    }
    return this.#names;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.readOnly || !this.#subject ? nothing : this.#composer.render()}
      ${this.#renderBody()}
      ${this.#filter.value?.render() ?? nothing}
    `;
  }

  #renderBody(): TemplateResult {
    const say = this.sentences(timelineMessages);
    const told = [this.#activities, this.#deal, this.#deals, this.#pipelines];
    const failed = [...told, this.#contact, this.#users].filter(({ status }) => status === 'error');
    if (failed.length > 0) return failure(failed, say);
    if (this.#hasDeals && this.#moves.status === 'idle') void this.#moves.load();
    // Drawn at once when all of it is there: moves that came after the activities would push them away from the reader.
    this.#isDrawn ||= this.#subject !== undefined && ![...told, this.#moves].some(({ status }) => status === 'loading');
    if (this.#isDrawn) return this.#renderTimeline(this.#readTimeline());
    return html`<div class="sections" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${told.some(({ isSlow }) => isSlow) ? [1, 2, 3].map(renderSkeleton) : nothing}</div>`;
  }

  #renderTimeline(whole: Timeline): TemplateResult {
    const say = this.sentences(timelineMessages);
    const kind = this.shownKind;
    const isShown = (entry: Entry): boolean => !kind || entry.kind === kind;
    const ahead = whole.ahead.filter(isShown);
    const past = whole.past.filter(isShown);
    const isEmpty = whole.ahead.length + whole.past.length === 0;
    const isPartial = this.#moves.status === 'error';
    return html`
      <div class="head">
        <h3 tabindex="-1">${say.title}</h3>
        ${
          isEmpty
            ? nothing
            : html`<button type="button" class="button quiet small icon-small" aria-haspopup="menu" aria-label="${say.filter}: ${kind ? say.kinds[kind] : say.allKinds}" @click=${(event: Event) => this.#openFilter(event.currentTarget as HTMLElement, whole)}>${icon(filter)}<span>${kind ? say.kinds[kind] : say.allKinds}</span></button>`
        }
      </div>
      ${this.#filter.status === 'error' ? laterFailure(this.locale, () => void this.#openFilter(this.#filterButton ?? this, whole)) : nothing}
      ${isPartial ? laterFailure(this.locale, () => this.#moves.retry()) : nothing}
      ${isEmpty && !isPartial ? emptyState({ icon: clock, title: say.emptyTitle, text: say.emptyText }) : nothing}
      ${kind && ahead.length + past.length === 0 ? this.#renderFilteredOut(kind) : nothing}
      <div class="sections ${this.shownCount > LONG ? 'long' : ''}">${this.#renderAhead(ahead)}${this.#renderPast(past)}</div>
    `;
  }

  #renderFilteredOut(kind: EntryKind): TemplateResult {
    const say = this.sentences(timelineMessages);
    const showAll = (): void => {
      this.shownKind = undefined;
    };
    return emptyState({
      icon: ENTRY_ICONS[kind],
      title: say.filteredTitle(say.kinds[kind]),
      text: say.filteredText(say.kinds[kind]),
      action: html`<button type="button" class="button" @click=${showAll}>${say.showAll}</button>`,
    });
  }

  #renderAhead(ahead: Timeline['ahead']): TemplateResult | typeof nothing {
    if (ahead.length === 0) return nothing;
    const say = this.sentences(timelineMessages);
    const view = this.#view();
    const left = ahead.length - this.plannedCount;
    const shown = ahead.slice(0, this.plannedCount);
    return html`
      <section class="section">
        <h4 class="caption">${say.next}</h4>
        <ol>${repeat(
          shown,
          (entry) => entry.id,
          (entry) => plannedEntry(entry, view),
        )}</ol>
        ${left > 0 ? html`<button type="button" class="button quiet small later" @click=${() => this.#showMore('plannedCount', 50, ahead[this.plannedCount])}>${say.laterPlans(left)}</button>` : nothing}
      </section>
    `;
  }

  #renderPast(past: Timeline['past']): unknown {
    const { format, timeZone, lang } = this.locale;
    const say = this.sentences(timelineMessages);
    const calendar = { today: format.today(), timeZone, firstWeekday: firstWeekdayOf(lang) };
    const sections = sectionsOf(past.slice(0, this.shownCount), calendar);
    const left = past.length - this.shownCount;
    return html`
      ${repeat(
        sections,
        (section) => section.key,
        (section) => this.#renderSection(section),
      )}
      ${left > 0 ? html`<button type="button" class="button quiet older" @click=${() => this.#showMore('shownCount', CHUNK, past[this.shownCount])}>${say.older(CHUNK, left)}</button>` : nothing}
    `;
  }

  #renderSection({ key, isRest, entries }: Section): TemplateResult {
    const say = this.sentences(timelineMessages);
    const view = this.#view();
    const title =
      key === 'week' ? say.thisWeek : isRest ? say.earlierIn(monthName(key, this.locale)) : monthName(key, this.locale);
    return html`
      <section class="section">
        <h4 class="caption">${title}</h4>
        <ol>${repeat(
          entries,
          ({ entry }) => entry.id,
          (placed) => this.#renderEntry(placed, view),
        )}</ol>
      </section>
    `;
  }

  #renderEntry({ entry, day }: PlacedEntry, view: EntryView): unknown {
    if (entry.kind !== 'move') return doneEntry(entry, day, view);
    // On its own timeline the deal need not be named.
    const isNamed = !(this.#subject && 'dealId' in this.#subject);
    return this.#moves.value?.moveEntry(entry, day, isNamed, view);
  }

  #view(): EntryView {
    const names = this.#readNames();
    return {
      locale: this.locale,
      say: this.sentences(timelineMessages),
      nameOf: (id) => (id === undefined ? undefined : names.get(id)),
      contactOf: ({ contactId }) => {
        const contact = this.#contact.value;
        return contact && contact.id === contactId ? contact.name : undefined;
      },
      isExpanded: (id) => this.expanded.has(id),
      toggle: (id) => {
        const expanded = new Set(this.expanded);
        if (!expanded.delete(id)) expanded.add(id);
        this.expanded = expanded;
      },
      complete: (activity) => void this.#complete(activity),
    };
  }
}

const renderSkeleton = (): TemplateResult => html`
  <div class="entry" aria-hidden="true"><span class="disc"></span><div class="what stack">${skeleton('half')}${skeleton('wide')}</div></div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'kith-timeline': KithTimeline;
  }
}
