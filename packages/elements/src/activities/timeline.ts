import { type Activity, dayIn, type Id, type Problem, type Result } from '@kith/core';
import { activities, type Command, contacts } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { References } from '../lists/references.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { icon, iconStyles } from '../parts/icon.js';
import { clock, filter } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import { panelStyles } from '../parts/panel.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import type { ComposedKind, Draft } from './draft.js';
import type { ActivityEntry, Entry } from './entry.js';
import { EntrySheet, entrySkeleton } from './entry-sheet.js';
import { type Drawn, doneEntry, type EntryView, plannedEntry } from './entry-view.js';
import { timelineMessages } from './messages.js';
import { OtherEntries } from './other-entries.js';
import type { Section } from './section.js';
import { timelineStyles } from './timeline.styles.js';
import { timelineFailure } from './timeline-failure.js';
import type { TimelineHost } from './timeline-host.js';
import type { Item } from './timeline-layout.js';
import { type EntriesAsked, TimelineRows } from './timeline-rows.js';
import { keepTimelineView, keptTimelineView, type TimelineView, TimelineViewEvent } from './timeline-view.js';
import { monthName } from './when.js';

/**
 * What was done and is to be done about one contact, company or deal, newest first under what comes next. Activities
 * are logged, planned, completed and changed here; what became of the deal, or of the deals of the contact or company,
 * stands among them, and where the store keeps an audit log, what became of the record itself. Only what is in sight is
 * drawn, and only as far back is read as somebody looks, so a hundred thousand entries are as quick as a hundred.
 *
 * @tag kith-timeline
 * @event {CommandEvent} kith-command - An activity is to be logged, planned, completed, changed or deleted.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a deal.
 * @event {TimelineViewEvent} kith-timeline-view - Other filters are set now.
 */
export class KithTimeline extends KithElement implements TimelineHost {
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

  readonly #others = new OtherEntries(this, () => this.subject);
  readonly #rows = new TimelineRows(
    this,
    () => this.#asked(),
    () => this.#others.matching(this.#isFiltered ? this.#tools.value?.matches : undefined),
  );
  readonly #contact = new Live(this, () => (this.contact ? contacts.byId(this.contact as Id<'contact'>) : undefined));
  readonly #tools = new Later(this, async () => new (await import('./timeline-tools.js')).TimelineTools(this));
  readonly #hands = new Later(this, async () => new (await import('./entry-hands.js')).EntryHands(this));
  readonly #composer = new Composer(this, (draft, done) => this.#save(draft, done));
  readonly #sheet = new EntrySheet(this, this.#rows);
  /** Names of people. @internal */
  readonly references: References = new References(this, () => false);

  @state() private expanded: ReadonlySet<string> = new Set();
  @state() private announced = '';

  /** The contact it is about. */
  @property() contact?: string | undefined;
  /** The company it is about. */
  @property() company?: string | undefined;
  /** The deal it is about. */
  @property() deal?: string | undefined;
  /** Nothing can be logged, completed or changed. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** How somebody has narrowed it down. */
  @property({ attribute: false }) view: TimelineView = {};
  /** The name under which this browser keeps the view; without it, it lasts as long as the element. */
  @property() keep: string | undefined;

  #isDrawn = false;
  #announcedCount: number | undefined;

  /** Opens the box for new entries at a kind, with the focus in it. */
  async compose(kind: ComposedKind): Promise<void> {
    await this.#composer.open(kind);
  }

  /** What it is about. @internal */
  get subject(): activities.Subject | undefined {
    if (this.contact) return { contactId: this.contact as Id<'contact'> };
    if (this.company) return { companyId: this.company as Id<'company'> };
    if (this.deal) return { dealId: this.deal as Id<'deal'> };
    return undefined;
  }

  /** An activity that was read. @internal */
  entryOf(id: string): ActivityEntry | undefined {
    const found = [...this.#rows.ahead, ...this.#rows.past].find((entry) => entry.id === id);
    return found && 'activity' in found ? found : undefined;
  }

  /** Shows other entries. @internal */
  arrange(view: TimelineView): void {
    this.view = view;
    if (this.keep) keepTimelineView(this.keep, view);
    this.dispatchEvent(new TimelineViewEvent(view));
  }

  /** Takes the focus to the entry after one that goes away, or to its heading. @internal */
  leave(id: string): () => void {
    const next = this.#sheet.next(id);
    return () => {
      if (next) this.#sheet.go(next);
      else this.renderRoot.querySelector<HTMLElement>('.head h3')?.focus();
    };
  }

  /** Marks one as done. @internal */
  async complete({ id, kind }: Activity): Promise<void> {
    const following = this.#boxAfter(id);
    const say = this.sentences(timelineMessages);
    const result = await this.send(activities.complete({ id }), { done: () => ({ text: say.completed[kind] }) });
    this.requestUpdate();
    if (!result.ok) return;
    await this.updateComplete;
    // The box that had the focus has moved into the past: the next one takes it on.
    (following?.isConnected ? following : this.renderRoot.querySelector<HTMLElement>('.head h3'))?.focus();
  }

  /** Says something to a screen reader, through the app where there is one. @internal */
  announce(text: string): void {
    if (this.ui) this.ui.announce(text);
    else this.announced = text === this.announced ? `${text}\u00a0` : text;
  }

  /** Sends a command for its parts. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  protected override willUpdate(changed: PropertyValues<KithTimeline>): void {
    if (changed.has('keep')) this.view = (this.keep && keptTimelineView(this.keep)) || this.view;
    if (this.#isFiltered) void this.#tools.load();
    const isOther = (['contact', 'company', 'deal'] as const).some((name) => changed.get(name) !== undefined);
    if (!isOther) return;
    this.#sheet.reset();
    this.expanded = new Set();
    this.#isDrawn = false;
    this.#announcedCount = undefined;
    this.#composer.reset();
  }

  protected override updated(): void {
    this.#others.fetch();
    if (!this.#isDrawn) return;
    for (const part of [this.#tools, this.#hands]) part.prefetch();
    this.#sheet.updated();
    const count = this.#count;
    if (this.#announcedCount !== undefined && this.#announcedCount !== count && this.#isFiltered)
      this.announce(this.sentences(timelineMessages).count(count));
    this.#announcedCount = count;
  }

  get #isFiltered(): boolean {
    return (this.view.filters?.length ?? 0) > 0;
  }

  get #count(): number {
    return this.#rows.aheadCount + this.#rows.past.length + this.#rows.left;
  }

  #asked(): EntriesAsked | undefined {
    const { subject } = this;
    if (!subject || !this.#isFiltered) return subject && { subject };
    const tools = this.#tools.value;
    return tools && { subject, where: (moment) => tools.where(moment) };
  }

  async #save(
    { kind, dueDay, direction, durationMinutes, ...written }: Draft,
    done: string,
  ): Promise<Problem | undefined> {
    // What is logged about a person or a deal belongs to their company's timeline as well.
    const companyId = this.company ?? this.#contact.value?.companyId ?? this.#others.deal.value?.companyId;
    const about = { ...this.subject, ...(companyId && { companyId: companyId as Id<'company'> }) };
    const command =
      kind === 'task'
        ? activities.schedule({ kind, ...written, dueDay, ...about })
        : activities.log({ kind, ...written, direction, durationMinutes, ...about });
    const result = await this.send(command, { done: () => ({ text: done }), showsRefusal: () => true });
    return result.ok ? undefined : result.problem;
  }

  #boxAfter(id: string): HTMLElement | undefined {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLElement>('.box')];
    const at = boxes.findIndex((box) => box.closest<HTMLElement>('[data-entry]')?.dataset['entry'] === id);
    return boxes[at + 1] ?? boxes[at - 1];
  }

  protected override render(): TemplateResult {
    return html`
      ${this.readOnly || !this.subject ? nothing : this.#composer.render()}
      ${this.#renderBody()}
      ${this.#tools.value?.overlays() ?? nothing}${this.#hands.value?.overlays() ?? nothing}
      <div class="unseen" role="status">${this.announced}</div>
    `;
  }

  #renderBody(): TemplateResult {
    const say = this.sentences(timelineMessages);
    const failed = [...this.#others.readings, this.#contact].filter(({ status }) => status === 'error');
    if (failed.length > 0 || this.#rows.status === 'error')
      return timelineFailure([this.#rows, ...failed], this.#rows.error ?? failed[0]?.error, say);
    // Drawn at once when all of it is there: moves that came after the activities would push them away from the reader.
    this.#isDrawn ||= this.subject !== undefined && this.#rows.status === 'ready' && this.#others.isReady;
    if (this.#isDrawn) return this.#renderTimeline();
    return html`<div class="sections" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${this.#rows.isSlow ? [1, 2, 3].map(entrySkeleton) : nothing}</div>`;
  }

  #renderTimeline(): TemplateResult {
    const say = this.sentences(timelineMessages);
    const isEmpty = this.#count === 0;
    const { missing } = this.#others;
    const tools = this.#tools;
    const view = this.#view();
    return html`
      <div class="head">
        <h3 tabindex="-1">${say.title}</h3>
        ${isEmpty && !this.#isFiltered ? nothing : html`<button type="button" class="button quiet small icon-small" aria-haspopup="menu" @click=${this.#onFilter}>${icon(filter)}<span>${say.filter}</span></button>`}
      </div>
      ${tools.status === 'error' ? laterFailure(this.locale, () => tools.retry()) : nothing}
      ${this.#hands.status === 'error' ? laterFailure(this.locale, () => this.#hands.retry()) : nothing}
      ${missing ? laterFailure(this.locale, () => missing.retry()) : nothing}
      ${tools.value?.bar() ?? nothing}
      ${isEmpty && this.#isFiltered ? (tools.value?.nothingMatches() ?? nothing) : nothing}
      ${isEmpty && !this.#isFiltered && !missing ? emptyState({ icon: clock, title: say.emptyTitle, text: say.emptyText }) : nothing}
      ${isEmpty ? nothing : this.#sheet.render({ draw: (item) => this.#renderItem(item, view), take: this.#take })}
    `;
  }

  #renderItem(item: Item, view: EntryView): unknown {
    const say = this.sentences(timelineMessages);
    const { timeZone } = this.locale;
    switch (item.type) {
      case 'caption':
        return html`<h4 class="caption" data-key=${item.key}>${item.section ? this.#titleOf(item.section) : say.next}</h4>`;
      case 'later':
        return html`<div class="later" data-key=${item.key}><button type="button" class="button quiet small" @click=${() => this.#sheet.showLater()}>${say.laterPlans(item.left)}</button></div>`;
      case 'plan':
        return plannedEntry(item.entry, { isLast: item.isLast, day: dayIn(timeZone, item.entry.at) }, view);
      case 'entry':
        return this.#renderPast(item.entry, { isLast: item.isLast, day: dayIn(timeZone, item.entry.at) }, view);
    }
  }

  #renderPast(entry: Entry, drawn: Drawn, view: EntryView): unknown {
    if (entry.kind === 'change') return this.#others.changes.value?.entry(entry, drawn, view);
    if (entry.kind !== 'move') return doneEntry(entry, drawn, view);
    // On its own timeline the deal need not be named.
    return this.#others.moves.value?.moveEntry(entry, drawn, !this.deal, view);
  }

  #titleOf({ key, isRest }: Section): string {
    const say = this.sentences(timelineMessages);
    if (key === 'week') return say.thisWeek;
    const month = monthName(key, this.locale);
    return isRest ? say.earlierIn(month) : month;
  }

  #view(): EntryView {
    return {
      locale: this.locale,
      say: this.sentences(timelineMessages),
      canChange: !this.readOnly,
      isActive: (id) => id === this.#sheet.active,
      nameOf: (id) => (id === undefined ? undefined : this.references.nameOf(id)),
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
      complete: (activity) => void this.complete(activity),
    };
  }

  readonly #onFilter = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    (await this.#tools.load())?.open(button);
  };

  /** What is pressed and typed goes to the hands, which come when the entries are there. */
  readonly #take = (event: Event): void => {
    const target = event.composedPath()[0] as HTMLElement;
    const id = target.closest?.<HTMLElement>('[data-entry]')?.dataset['entry'];
    if (id === undefined || this.readOnly) return;
    const isKey = event instanceof KeyboardEvent;
    const hasModifier = isKey && (event.ctrlKey || event.metaKey || event.altKey);
    if (
      isKey
        ? hasModifier || !target.matches('.entry') || !KEYS.test(event.key)
        : event.type === 'click' && !target.closest('[data-act]')
    )
      return;
    if (isKey || event.type === 'contextmenu') event.preventDefault();
    const anchor = target.closest<HTMLElement>('[data-act]') ?? target.closest<HTMLElement>('.entry') ?? target;
    void this.#hands.load().then((hands) => hands?.take(event, id, anchor));
  };
}

/** Keys that do something with the entry that has the focus. */
const KEYS = /^([cemxCEMX]|Delete|ContextMenu)$/;

declare global {
  interface HTMLElementTagNameMap {
    'kith-timeline': KithTimeline;
  }
}
