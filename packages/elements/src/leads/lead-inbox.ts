import type { Id, Result, User } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Bant, Lead, Pool } from '@kith/core/leads';
import type { WorkingTime } from '@kith/core/working-time';
import { type Command, users } from '@kith/store';
import { allPools, byId, collection as leads } from '@kith/store/leads';
import { ofRow, type ScoringPlan } from '@kith/store/scoring';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { Lookup } from '../base/lookup.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { OnLine } from '../base/on-line.js';
import { styled } from '../base/styled.js';
import type { Ui } from '../base/ui.js';
import { ListRows } from '../lists/list-rows.js';
import { registryOf } from '../lists/registry-of.js';
import { select as choosing, isSelected, NOTHING_SELECTED, type Selection, selectedCount } from '../lists/selection.js';
import { Viewport } from '../lists/viewport.js';
import { avatarStyles } from '../parts/avatar.js';
import { badgeStyles } from '../parts/badge.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { fieldStyles } from '../parts/field.js';
import { hueStyles } from '../parts/hue.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { left } from '../parts/icons/shown.js';
import { drawLater, nestLaterStyles } from '../parts/nest-later.js';
import { panelStyles } from '../parts/panel.js';
import { stateStyles } from '../parts/states.js';
import { inboxStyles } from './inbox.styles.js';
import type { Conflict, InboxHost } from './inbox-host.js';
import { ALONG, COUNTED_BY, type InboxPlace, type InboxSort, type InboxStatus } from './inbox-place.js';
import { InboxRows } from './inbox-rows.js';
import { type InboxWay, inboxTop, statusLabel } from './inbox-top.js';
import type { LeadDesk } from './lead-desk.js';
import { type InboxSentences, inboxMessages } from './messages.js';
import { entryView, nothingOpen, type RowOptions, waitingEntries } from './row-view.js';
import { waitingOf } from './waiting.js';

/** Below this width, in pixels, the list and the open lead take turns. */
const NARROW = 720;
const ROW_HEIGHT = 84;
/** How often the time that leads have waited is told anew. */
const MINUTE = 60_000;

/**
 * The leads that wait, beside the one that is open: claimed from a pool, assigned by hand or by a plan, qualified,
 * disqualified, put aside, compared with whom they may be, and converted into a company, a contact and a deal. After
 * each of these the next one is open. All of it by key, too; `?` tells which.
 *
 * @tag kith-lead-inbox
 * @event {CommandEvent} kith-command - Somebody does something with leads.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see a contact, a company, a deal or another lead.
 * @csspart list - The leads that wait.
 * @csspart detail - The open lead.
 */
export class KithLeadInbox extends KithElement implements InboxHost {
  static override readonly tag = 'lead-inbox';
  static override styles = [
    KithElement.styles,
    iconStyles,
    buttonStyles,
    hueStyles,
    avatarStyles,
    badgeStyles,
    fieldStyles,
    stateStyles,
    panelStyles,
    nestLaterStyles,
    inboxStyles,
  ];

  /** The rows in sight. @internal */
  readonly rows: ListRows = new ListRows(this, () => this.#listed.asked);
  readonly #listed = new InboxRows(this);
  readonly #viewport: Viewport = Object.assign(new Viewport(this), { heights: [ROW_HEIGHT, 0] as const });
  readonly #narrow = new NarrowerThan(this, NARROW);
  readonly #onLine = new OnLine(this);
  readonly #counts = new Live(this, () => ({ ask: 'tally', collection: leads, by: COUNTED_BY }) as const);
  readonly #pools = new Live(this, () => allPools());
  readonly #users = new Live(this, () => users.all());
  readonly #lead = new Live(this, () => (this.lead ? byId(this.lead as Id<'lead'>) : undefined));
  readonly #scores = new Lookup(this, (id: string) => ofRow(this.plan as ScoringPlan, id));
  readonly #detail = new Later(this, async () => new (await import('./lead-detail.js')).LeadDetail(this));
  readonly #desk = new Later(this, async () => new (await import('./lead-desk.js')).LeadDesk(this));
  #tick: ReturnType<typeof setInterval> | undefined;
  /** The open lead as it was when it was opened, or as this person left it. */
  #seen: Lead | undefined;
  #isActing = false;

  /** Which rows are chosen. @internal */
  @state() selection: Selection = NOTHING_SELECTED;
  /** What somebody else did to the open lead. @internal */
  @state() conflict: Conflict | undefined;
  @state() private isDetail = false;
  @state() private announced = '';
  /** Which leads: `mine`, `unassigned`, `all`, or `pool:` and the id of one. */
  @property() place: InboxPlace = 'mine';
  /** Which of them: `open`, or one status. */
  @property() status: InboxStatus = 'open';

  /** What stands first: `waiting`, `score` or `newest`. */
  @property() sort: InboxSort = 'waiting';

  /** The id of the open lead. */
  @property() lead: string | undefined;

  /** By what leads are scored: then grade and points stand in the list, and the reasons in the open lead. */
  @property({ attribute: false }) plan: ScoringPlan | undefined;

  /** What rules of the plan are called, by their ids. */
  @property({ attribute: false }) names: Readonly<Record<string, string>> = {};

  /** When people work: what is due and late is counted in it. */
  @property({ attribute: false }) workingTime: WorkingTime | undefined;

  /** Reasons to choose from when a lead is disqualified; usual ones when left out. */
  @property({ attribute: false }) reasons: readonly string[] | undefined;

  /** What must be known before a lead is qualified; budget, authority, need and time when left out. */
  @property({ attribute: false }) asks: readonly (keyof Bant)[] | undefined;

  /** The heading; none when empty. */
  @property() heading: string | undefined;

  /** Who acts. @internal */
  get actor(): Id<'user'> | undefined {
    return this.activeStore?.storage.env().actor;
  }

  /** Everybody leads can be given to. @internal */
  get users(): readonly User[] {
    return this.#users.value ?? [];
  }

  /** The pools there are. @internal */
  get pools(): readonly Pool[] {
    return this.#pools.value ?? [];
  }

  /** The open lead. @internal */
  get current(): Lead | undefined {
    return this.#lead.value;
  }

  /** How many leads are chosen. */
  get selectedCount(): number {
    return selectedCount(this.selection, this.rows.count);
  }

  /** Whether the plan carries along what the list is filtered by. @internal */
  get sortsByScore(): boolean {
    return ALONG.every((field) => this.plan?.along?.includes(field));
  }

  /** The leads of the place, whatever they are sorted by: what is chosen is chosen among them. @internal */
  get listed(): InboxRows['leads'] {
    return this.#listed.leads;
  }

  /** What the page does for its parts. @internal */
  get page(): Ui | undefined {
    return this.ui;
  }

  /** The fields of a kind of entity. @internal */
  fieldsOf(kind: string): readonly Field[] {
    return registryOf(this.activeStore).fieldsOf(kind);
  }

  /** What does things with leads. @internal */
  desk(): Promise<LeadDesk | undefined> {
    return this.#desk.load();
  }

  /** Opens a lead. */
  show(id: string): void {
    this.isDetail = true;
    if (id === this.lead) return;
    this.lead = id;
    this.#seen = undefined;
    this.conflict = undefined;
  }

  /** Goes to the lead after the open one, or before it. */
  async step(by: 1 | -1): Promise<void> {
    const row = await this.#listed.neighbour(this.lead, by);
    if (row === undefined) return;
    const hadFocus = (this.renderRoot as ShadowRoot).activeElement?.matches('.lead-row') === true;
    this.show(row);
    await this.updateComplete;
    this.#viewport.reveal(this.rows.layout, this.#listed.itemOf(row));
    await this.updateComplete;
    if (hadFocus) this.#focusRow(row);
  }

  /** The conflict was seen. @internal */
  goOn(): void {
    this.#seen = this.current;
    this.conflict = undefined;
  }

  /** Chooses leads. @internal */
  choose(selection: Selection): void {
    this.selection = selection;
    if (this.selectedCount > 0) void this.#desk.load();
    this.announce(this.sentences(inboxMessages).selected(this.selectedCount));
  }

  /** Says something to a screen reader, through the app where there is one. @internal */
  announce(text: string): void {
    if (this.ui) this.ui.announce(text);
    else this.announced = text;
  }

  /** Sends a command for its parts. @internal */
  async carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    this.#isActing = true;
    try {
      return await this.send(command, notes);
    } finally {
      this.#seen = this.current;
      this.#isActing = false;
      this.conflict = undefined;
    }
  }

  /** Does something with the open lead, and opens the next one. @internal */
  async act<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    const next = (await this.#listed.neighbour(this.lead, 1)) ?? (await this.#listed.neighbour(this.lead, -1));
    const result = await this.carryOut(command, notes);
    if (!result.ok) return result;
    if (next !== undefined) this.show(next);
    if (this.#narrow.value && next === undefined) this.isDetail = false;
    await this.updateComplete;
    // Whoever goes on by key stays where the keys are.
    if (next !== undefined && !this.#narrow.value) this.#focusRow(next);
    return result;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.rows.heights = this.#viewport.heights;
    if (changed.has('place') || changed.has('status') || changed.has('sort')) {
      this.#viewport.toStart();
      if (this.selectedCount > 0) this.selection = NOTHING_SELECTED;
    } else if (this.lead === undefined && this.#narrow.value === false && this.rows.status === 'ready') {
      // Where there is room, the first one is open.
      this.lead = this.#listed.idAt(0);
    }
    this.#compare();
  }

  protected override updated(): void {
    this.#viewport.observe(this.renderRoot);
    if (this.rows.status === 'ready') for (const part of [this.#detail, this.#desk]) part.prefetch();
  }

  protected override render(): TemplateResult {
    const say = this.sentences(inboxMessages);
    const heading = this.heading ?? say.title;
    return html`
      <section class="inbox" aria-label=${heading || say.title} @keydown=${this.#onKeydown}>
        <header class="top">
          ${heading ? html`<h2>${heading}</h2>` : nothing}
          ${inboxTop(this, { say, groups: this.#counts.value, go: (to) => this.#go(to) })}
        </header>
        <div>${this.#onLine.value ? nothing : banner('warning', offline, say.offline)}</div>
        <div class="panes ${this.isDetail ? 'is-detail' : ''}">
          ${this.#renderList(say)}
          <div class="pane-detail" part="detail" tabindex="-1">
            <button type="button" class="button quiet small icon-small back" @click=${() => this.#back()}>${icon(left)}${say.back}</button>
            ${this.lead === undefined ? nothingOpen(this.rows, say) : drawLater(this, this.#detail, (detail) => detail.render(this.#lead))}
          </div>
        </div>
        ${this.#desk.value?.overlays() ?? nothing}
        <div class="unseen" role="status">${this.announced}</div>
      </section>
    `;
  }

  #renderList(say: InboxSentences): TemplateResult {
    const { layout, status, isSlow, count } = this.rows;
    const current = this.lead === undefined ? -1 : this.#listed.itemOf(this.lead);
    const items = this.#viewport.items(layout, current);
    this.rows.show(...this.#viewport.drawn);
    const isAbsent = status === 'error' || (status === 'ready' && count === 0);
    return html`
      <div class="pane-list" part="list">
        <div class="viewport" tabindex="-1" aria-busy=${status === 'loading' ? 'true' : 'false'} @scroll=${() => this.#viewport.scrolled()} @click=${this.#onListClick}>
          <ul class="body" role="list" aria-label=${say.list} .style=${styled(`block-size:${layout.size}px`)}>
            ${isAbsent ? nothing : status === 'loading' ? (isSlow ? waitingEntries(this.#viewport.heights[0]) : nothing) : items.map((item) => entryView(this.#rowOf(item, say), { item, of: layout.items, top: layout.topOf(item) }))}
          </ul>
        </div>
        ${isAbsent ? html`<div class="state">${this.#renderAbsence(say)}</div>` : nothing}
        ${status === 'loading' ? html`<span class="unseen" role="status">${say.loading}</span>` : nothing}
        ${this.#desk.value?.bulk() ?? nothing}
        <footer class="foot"><span class="number">${status === 'ready' ? say.count(count) : ''}</span><button type="button" class="button quiet small" @click=${() => void this.desk().then((desk) => desk?.help())}>${say.keys}<kbd>?</kbd></button></footer>
        <div class="probe probe-row" aria-hidden="true"></div>
      </div>
    `;
  }

  #rowOf(item: number, say: InboxSentences): RowOptions {
    const { locale } = this;
    const lead = this.#listed.leadAt(item);
    return {
      lead,
      status: lead ? statusLabel(this, lead.status) : '',
      score: lead && this.plan ? this.#scores.get(lead.id) : undefined,
      waiting: lead && waitingOf(lead, locale.now(), this.workingTime),
      isCurrent: lead !== undefined && (lead.id === this.lead || (item === 0 && !this.lead)),
      isChosen: lead !== undefined && isSelected(this.selection, lead.id),
      say,
      locale,
    };
  }

  #renderAbsence(say: InboxSentences): unknown {
    if (this.#desk.status === 'idle') void this.#desk.load();
    return this.#desk.value?.absence(say) ?? nothing;
  }

  #go(to: InboxWay): void {
    Object.assign(this, to);
    this.lead = undefined;
    this.#seen = undefined;
    this.conflict = undefined;
    this.isDetail = false;
  }

  #back(): void {
    this.isDetail = false;
    void this.updateComplete.then(() => this.#focusRow(this.lead ?? ''));
  }

  /** Whether somebody else has changed hands or status of the open lead since it was opened. */
  #compare(): void {
    const lead = this.current;
    if (this.#isActing || !lead) return;
    const before = this.#seen;
    if (!before || before.id !== lead.id) {
      this.#seen = lead;
      this.conflict = undefined;
    } else if (before.ownerId !== lead.ownerId || before.status !== lead.status) {
      // What this person did in another tab, or took back, is no news to them.
      if (this.actor !== undefined && lead.modifiedBy === this.actor) this.#seen = lead;
      else this.conflict = { before, now: lead };
    }
  }

  #focusRow(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`.lead-row[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  readonly #onListClick = (event: Event): void => {
    const target = event.target as Element;
    const box = target.closest<HTMLInputElement>('[data-select]');
    const row = target.closest<HTMLElement>('.lead-row[data-id]');
    if (box) this.choose(choosing(this.selection, [box.dataset['select'] ?? ''], box.checked));
    else if (row) this.show(row.dataset['id'] ?? '');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.composedPath()[0] as Element;
    // In a field, and in what is open above the list, keys belong to that.
    if (target.closest('input:not([type=checkbox]), select, textarea, dialog, [popover]')) return;
    if (event.key === 'Escape' && this.selectedCount > 0) this.choose(NOTHING_SELECTED);
    const isRow = target.matches('.lead-row');
    if (!/^[jkxcqdra?]$/i.test(event.key) && !(isRow && /^(Arrow(Up|Down)|Enter)$/.test(event.key))) return;
    // A press on a row that is not open opens it, as a click does.
    const opens = target.getAttribute('data-id') !== this.lead || (this.#narrow.value && !this.isDetail);
    if (event.key === 'Enter' && opens) return;
    event.preventDefault();
    if (event.key === 'ArrowDown' || event.key === 'j') void this.step(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') void this.step(-1);
    else void this.#desk.load().then((desk) => desk?.press(event.key));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-lead-inbox': KithLeadInbox;
  }
}
