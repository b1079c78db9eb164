import type { Id, Result } from '@kith/core';
import type { DueCalendar, Task } from '@kith/core/tasks';
import { activities, type Command, teams } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { firstWeekdayOf } from '../activities/section.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { styled } from '../base/styled.js';
import type { Ui } from '../base/ui.js';
import { References } from '../lists/references.js';
import { NOTHING_SELECTED } from '../lists/selection.js';
import { SelectionEvent } from '../lists/selection-event.js';
import { Viewport } from '../lists/viewport.js';
import { avatarStyles } from '../parts/avatar.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { countStyles } from '../parts/count.styles.js';
import { hueStyles } from '../parts/hue.styles.js';
import { type Icon, icon, iconStyles } from '../parts/icon.js';
import { search } from '../parts/icons/heads.js';
import { filter as filterIcon, plus, task as taskIcon } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import { recordLinkStyles } from '../parts/record-link.js';
import { stateStyles } from '../parts/states.js';
import { DayChange } from './day-change.js';
import { taskListMessages } from './messages.js';
import { taskAbsence } from './task-absence.js';
import type { NewTasks, TaskFilter, TaskHost } from './task-host.js';
import { taskListStyles } from './task-list.styles.js';
import { groupHead, type RowPlace, type TaskView, taskRow, waitingRow } from './task-row.js';
import { TaskRows, type TasksAsked } from './task-rows.js';

/**
 * What is to be done, by when it is due: overdue, today, tomorrow, this week, later, and for no day. It is one's own, as
 * long as nothing else is said: a person's, a team's, everybody's, or what is planned for one record. Tasks are added,
 * done, put off, handed on and changed here, one by one or several together; each step has an undo. Only what is in
 * sight is read and drawn, so a hundred thousand are as quick as a hundred.
 *
 * @tag kith-task-list
 * @slot actions - Further buttons at the end of the head.
 * @event {CommandEvent} kith-command - A task is to be added, done or changed.
 * @event {NavigateEvent} kith-navigate - Somebody wants to see what a task is about.
 * @event {SelectionEvent} kith-selection - Other tasks are chosen now.
 * @csspart head - The line with name, counts and actions.
 * @csspart add - The line that adds a task.
 * @csspart grid - The part that scrolls.
 * @csspart group - The head of a group.
 * @csspart row - One task.
 */
export class KithTaskList extends KithElement implements TaskHost {
  static override readonly tag = 'task-list';
  static override styles = [
    KithElement.styles,
    iconStyles,
    plainButtonStyles,
    hueStyles,
    avatarStyles,
    countStyles,
    stateStyles,
    recordLinkStyles,
    taskListStyles,
  ];

  /** What is to be done. @internal */
  readonly rows: TaskRows = new TaskRows(this, () => this.#asked());
  /** The window it is seen through. @internal */
  readonly viewport: Viewport = new Viewport(this);
  /** Names of what tasks point at. @internal */
  readonly references: References = new References(this, () => false);
  readonly #teams = new Live(this, () => (this.team ? teams.all() : undefined));
  readonly #hands = new Later(this, async () => new (await import('./task-hands.js')).TaskHands(this));
  readonly #adder = new Later(this, async () => new (await import('./quick-add.js')).QuickAdd(this));
  #announcedCount: number | undefined;
  #wantsFocus = false;
  #hadFocus = false;
  #focusId: string | undefined;

  @state() private announced = '';
  /** What somebody filters by. @internal */
  @state() filter: TaskFilter = {};
  /** The chosen tasks. @internal */
  @state() selected: ReadonlySet<string> = new Set();
  /** Whether a press on a task chooses it. @internal */
  @state() isChoosing = false;
  /** The item with the focus. @internal */
  at = 0;

  constructor() {
    super();
    new DayChange(this);
  }

  /** Whose tasks: a user's id. Without it, and without a team or record, those of whoever acts. */
  @property() owner: string | undefined;
  /** The tasks of everybody in a team, and in the teams that are part of it. */
  @property() team: string | undefined;
  /** The tasks of everybody. */
  @property({ type: Boolean }) everyone = false;
  /** What is planned for a contact. */
  @property() contact: string | undefined;
  /** What is planned for a company. */
  @property() company: string | undefined;
  /** What is planned for a deal. */
  @property() deal: string | undefined;
  /** What is planned for a lead. */
  @property() lead: string | undefined;
  /** Nothing can be added, done or changed. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** The heading; what is listed when left out, none when empty. */
  @property() heading: string | undefined;
  /** The level of the heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** What holds for each task that is added. @internal */
  get newTasks(): NewTasks {
    return { ...this.#about, ownerId: this.owner as Id<'user'> | undefined };
  }

  /** What the page does for its parts. @internal */
  get page(): Ui | undefined {
    return this.ui;
  }

  /** Opens the line for a new task, with the focus in it. */
  async addTask(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add > input')?.focus();
  }

  /** Takes the focus to an item. @internal */
  go(item: number): void {
    const last = this.rows.layout.items - 1;
    this.at = Math.max(0, Math.min(last, item));
    this.#focusId = this.rows.taskOf(this.at)?.id;
    this.viewport.reveal(this.rows.layout, this.at);
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  /** Chooses tasks, and says whether a press goes on choosing. @internal */
  choose(ids: ReadonlySet<string>, isChoosing: boolean = this.isChoosing): void {
    this.isChoosing = isChoosing;
    if (ids.size === 0 && this.selected.size === 0) return;
    this.selected = ids;
    if (ids.size > 0) void this.#hands.load();
    this.dispatchEvent(new SelectionEvent(ids.size > 0 ? { isAll: false, ids } : NOTHING_SELECTED, ids.size));
  }

  /** Shows only some of them. @internal */
  narrow(filter: TaskFilter): void {
    this.filter = filter;
    this.choose(new Set());
  }

  /** Marks one as done. @internal */
  complete({ id, subject }: Task): void {
    const say = this.sentences(taskListMessages);
    void this.send(activities.complete({ id }), { done: () => ({ text: say.completed(subject), name: subject }) });
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

  get #about(): activities.Subject | undefined {
    if (this.deal) return { dealId: this.deal as Id<'deal'> };
    if (this.contact) return { contactId: this.contact as Id<'contact'> };
    if (this.company) return { companyId: this.company as Id<'company'> };
    return this.lead ? { leadId: this.lead as Id<'lead'> } : undefined;
  }

  /** Whose tasks; undefined for everybody's, null while it is not known who is in the team. */
  get #owners(): readonly Id<'user'>[] | undefined | null {
    if (this.owner) return [this.owner as Id<'user'>];
    if (this.team) return this.#members(this.team);
    const actor = this.activeStore?.storage.env().actor;
    return this.everyone || this.#about || !actor ? undefined : [actor];
  }

  #members(team: string): readonly Id<'user'>[] | null {
    const all = this.#teams.value;
    if (!all || !this.references.isReady) return null;
    const within = new Set([team]);
    // Teams may stand in any order: as often as there are levels.
    for (let size = 0; size !== within.size; ) {
      size = within.size;
      for (const { id, parentId } of all) if (parentId && within.has(parentId)) within.add(id);
    }
    return this.references.users.filter(({ teamId }) => teamId && within.has(teamId)).map(({ id }) => id);
  }

  #asked(): TasksAsked | undefined {
    const owners = this.#owners;
    if (owners === null) return undefined;
    return { wanted: { owners, about: this.#about, ...this.filter }, calendar: this.#calendar };
  }

  get #calendar(): DueCalendar {
    const { format, timeZone, lang } = this.locale;
    return { today: format.today(), timeZone, firstWeekday: firstWeekdayOf(lang) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = WHOSE.some((name) => changed.get(name) !== undefined);
    if (isOther) {
      this.filter = {};
      this.selected = new Set();
      this.at = 0;
      this.#focusId = undefined;
      this.#announcedCount = undefined;
    }
    this.rows.heights = this.viewport.heights;
    const root = this.renderRoot as ShadowRoot | undefined;
    this.#hadFocus = root?.activeElement?.closest('[data-item]') != null;
  }

  /** The focus stays with its task; where that is gone it goes to the one that took its place. */
  #follow(): void {
    const { layout } = this.rows;
    const moved = this.#focusId === undefined ? -1 : this.rows.itemOfId(this.#focusId);
    if (moved >= 0) this.at = moved;
    else this.at = Math.max(0, Math.min(this.at, layout.items - 1));
    if (this.#focusId !== undefined && moved < 0 && this.rows.taskOf(this.at) === undefined) {
      // What follows may be the head of the next group: a task is what somebody works through.
      const next = [this.at + 1, this.at - 1].find((item) => this.rows.taskOf(item));
      this.at = next ?? this.at;
    }
    this.#focusId = this.rows.taskOf(this.at)?.id ?? this.#focusId;
  }

  protected override updated(): void {
    this.viewport.observe(this.renderRoot);
    if (this.rows.status === 'ready') for (const part of [this.#hands, this.#adder]) part.prefetch();
    // The task that had the focus is gone, or is drawn anew somewhere else.
    if (this.#hadFocus && !(this.renderRoot as ShadowRoot).activeElement) this.#wantsFocus = true;
    if (this.#wantsFocus) {
      const row = this.renderRoot.querySelector<HTMLElement>(`[data-item="${this.at}"]`);
      if (row || this.rows.layout.items === 0) this.#wantsFocus = false;
      if (row) row.focus({ preventScroll: true });
      else if (this.rows.layout.items === 0) this.renderRoot.querySelector<HTMLElement>('.top-name')?.focus();
    }
    if (!this.rows.isCounted) return;
    const { count } = this.rows;
    // The first count is what the person came for; another one tells what a filter left, or what was done.
    if (this.#announcedCount !== undefined && this.#announcedCount !== count)
      this.announce(this.sentences(taskListMessages).count(count));
    this.#announcedCount = count;
  }

  protected override render(): TemplateResult {
    const say = this.sentences(taskListMessages);
    const { rows } = this;
    const heading = this.heading ?? (this.#owners && !this.owner && !this.team ? say.mine : say.all);
    const hands = this.#hands.value;
    const late = rows.countIn('overdue');
    return html`
      <section class="list" aria-label=${heading || say.all} aria-busy=${rows.status === 'loading' ? 'true' : 'false'}>
        <header class="top" part="head">
          <span class="top-name" role="heading" aria-level=${this.headingLevel} tabindex="-1" ?hidden=${!heading}>${heading}</span>
          ${rows.isCounted && rows.count > 0 ? html`<span class="sum number"><bdi>${say.count(rows.count)}</bdi>${late > 0 ? html` · <bdi class="late">${say.overdue(late)}</bdi>` : nothing}</span>` : nothing}
          <div class="top-actions">
            <label class="search icon-small">${icon(search)}<input type="search" aria-label=${say.search} placeholder=${say.search} autocomplete="off" spellcheck="false" dir="auto" .value=${this.filter.text ?? ''} @input=${this.#onSearch} /></label>
            ${this.#action(filterIcon, say.filter, 'filter', this.filter.kinds !== undefined || this.filter.priority !== undefined)}
            ${this.readOnly ? nothing : this.#action(taskIcon, say.choose, 'choose', this.isChoosing)}
            <slot name="actions"></slot>
          </div>
        </header>
        ${
          this.readOnly
            ? html`<div class="no-add"></div>`
            : html`
              <div class="add" part="add">
                ${icon(plus)}
                <input aria-label=${say.add} placeholder=${say.add} autocomplete="off" maxlength="500" dir="auto" @focus=${this.#onAdd} @input=${this.#onAdd} @keydown=${this.#onAdd} />
                ${this.#adder.value?.end() ?? nothing}
              </div>
            `
        }
        <div>
          ${this.#adder.value?.below() ?? nothing}
          ${this.#hands.status === 'error' ? laterFailure(this.locale, () => this.#hands.retry()) : nothing}
          ${hands?.notice() ?? nothing}
        </div>
        ${this.#renderGrid(heading || say.all)}
        ${hands?.bulk() ?? nothing}
        ${hands?.overlays() ?? nothing}
        <div class="unseen" role="status">${this.announced}</div>
      </section>
    `;
  }

  #action(shape: Icon, label: string, act: string, isPressed: boolean): TemplateResult {
    return html`<button type="button" class="button quiet small square icon-small" aria-label=${label} title=${label} aria-pressed=${isPressed ? 'true' : 'false'} data-act=${act} @click=${this.#take}>${icon(shape)}</button>`;
  }

  #renderGrid(label: string): TemplateResult {
    const { rows, viewport } = this;
    const { layout, status } = rows;
    this.#follow();
    const items = viewport.items(layout, this.at);
    rows.show(...viewport.drawn);
    const isAbsent = status === 'error' || (rows.isCounted && layout.items === 0);
    return html`
      <div class="body">
        ${isAbsent ? taskAbsence(this) : nothing}
        <div
          class="viewport" part="grid" role="treegrid" aria-label=${label} aria-rowcount=${rows.isCounted ? layout.items : -1} aria-multiselectable="true" ?hidden=${isAbsent}
          @scroll=${() => viewport.scrolled()} @click=${this.#take} @dblclick=${this.#take} @keydown=${this.#take} @focusin=${this.#onFocus} @contextmenu=${this.#take}
        >
          <div class="sheet" role="rowgroup" .style=${styled(`block-size:${status !== 'loading' ? layout.size : rows.isSlow ? 5 * viewport.heights[0] : 0}px`)}>
            ${status === 'loading' ? (rows.isSlow ? [0, 1, 2, 3, 4].map((item) => waitingRow({ item, top: item * viewport.heights[0] })) : nothing) : this.#renderItems(items)}
          </div>
        </div>
        <div class="probe probe-row" aria-hidden="true"></div>
        <div class="probe probe-group" aria-hidden="true"></div>
      </div>
    `;
  }

  #renderItems(items: readonly number[]): unknown {
    const { rows } = this;
    const view = this.#view();
    return repeat(
      items.map((item) => ({ item, place: rows.layout.placeOf(item), task: rows.taskOf(item) })),
      ({ item, place, task }) =>
        place.row < 0 ? `group ${rows.sections[place.section]?.group}` : (task?.id ?? `item ${item}`),
      ({ item, place, task }) => {
        const section = rows.sections[place.section];
        if (!section) return nothing;
        const { group, count, isOpen } = section;
        const at: RowPlace = { item, group, top: rows.layout.topOf(item) };
        if (place.row < 0) return groupHead(at, count, isOpen, view);
        return task ? taskRow(task, at, view) : waitingRow(at);
      },
    );
  }

  #view(): TaskView {
    const owners = this.#owners;
    return {
      say: this.sentences(taskListMessages),
      locale: this.locale,
      readOnly: this.readOnly,
      isChoosing: this.isChoosing,
      at: this.at,
      about: Object.keys(this.#about ?? {})[0],
      owner: owners?.length === 1 ? owners[0] : undefined,
      isSelected: (id) => this.selected.has(id),
      nameOf: (id) => this.references.nameOf(id),
    };
  }

  readonly #onSearch = (event: Event): void => {
    const text = (event.currentTarget as HTMLInputElement).value;
    this.narrow({ ...this.filter, text: text || undefined });
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('[data-item]');
    if (!row) return;
    this.#focusId = row.dataset['id'];
    if (row.dataset['item'] === `${this.at}`) return;
    this.at = Number(row.dataset['item']);
    // Tab comes back to where it left; a drawing that gives the focus has to end first.
    queueMicrotask(() => this.requestUpdate());
  };

  /** What is pressed and typed goes to the hands, which come when the tasks are there. */
  readonly #take = (event: Event): void => {
    const target = event.composedPath()[0] as Element;
    const { currentTarget } = event;
    if (event instanceof KeyboardEvent && /^( |Arrow|Page|Home|End)/.test(event.key) && target.matches('[data-item]'))
      event.preventDefault();
    void this.#hands.load().then((hands) => hands?.take(event, target, currentTarget as HTMLElement));
  };

  readonly #onAdd = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    void this.#adder.load().then((adder) => adder?.take(event, input));
  };
}

const WHOSE = ['owner', 'team', 'everyone', 'contact', 'company', 'deal', 'lead'] as const;

declare global {
  interface HTMLElementTagNameMap {
    'kith-task-list': KithTaskList;
  }
}
