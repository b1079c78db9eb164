import { dayOfPutOff, type Task } from '@kith/core/tasks';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { NavigateEvent } from '../base/command-event.js';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { OnLine, standsAlone } from '../base/on-line.js';
import { bulkStyles } from '../lists/bulk-bar.js';
import { banner } from '../parts/banner.js';
import { icon } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { cross } from '../parts/icons/heads.js';
import { laterFailure } from '../parts/later-failure.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { type TaskHandsSentences, taskHandsMessages } from './hands.messages.js';
import { taskListMessages } from './messages.js';
import { TaskBulk, taskBulkStyles } from './task-bulk.js';
import { type Deed, type Deeds, deeds, doOne } from './task-deeds.js';
import { filterMenu } from './task-filter.js';
import type { TaskForm } from './task-form.js';
import type { TaskHost } from './task-host.js';
import { type TaskWish, taskWishOf } from './task-keys.js';
import { ownerItems, putOffItems, recordsOf, type TaskActs, taskMenu } from './task-menus.js';

/** What pointer and keys do with tasks: fetched when these are there, or when somebody is quicker. */
export class TaskHands {
  readonly #host: TaskHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #bulk: TaskBulk;
  readonly #onLine: OnLine;
  readonly #form: Later<TaskForm>;
  /** From where Shift chooses on. */
  #anchor: string | undefined;

  constructor(host: TaskHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#popover = new Popover(host);
    this.#onLine = new OnLine(host);
    this.#form = new Later(host, async () => new (await import('./task-form.js')).TaskForm(host));
    addStyles(host, overlayStyles, menuStyles, popoverStyles, keysStyles, taskBulkStyles, ...bulkStyles);
    this.#bulk = new TaskBulk(host, {
      complete: () => void this.#bulk.carryOut(this.#deeds.complete(this.#completed)),
      putOff: (anchor) =>
        void this.#menu.open(anchor, this.#say.putOff, [{ items: putOffItems(this.#host, this.#actsOf(undefined)) }]),
      assign: (anchor) =>
        void this.#menu.open(anchor, this.#say.assign, ownerItems(this.#host, this.#actsOf(undefined))),
      remove: () => void this.#bulk.carryOut(this.#deeds.remove()),
    });
  }

  /** The bar of the selection. */
  bulk(): unknown {
    return this.#host.readOnly ? nothing : this.#bulk.render();
  }

  /** Menus, and what else lies above the list. */
  overlays(): unknown {
    return html`${this.#menu.render()}${this.#popover.render()}${this.#form.value?.render() ?? nothing}`;
  }

  /** That there is no connection, or that a part could not be fetched. */
  notice(): unknown {
    return html`
      ${this.#onLine.value || !standsAlone(this.#host) ? nothing : html`<div class="notice" role="status">${banner('warning', offline, this.#say.offline)}</div>`}
      ${this.#form.status === 'error' ? laterFailure(this.#host.locale, () => this.#form.retry()) : nothing}
    `;
  }

  /** Takes an event of the list: `target` is what it hit, `place` where it was listened for. */
  take(event: Event, target: Element, place: HTMLElement): void {
    const button = target.closest<HTMLElement>('[data-act]');
    const row = target.closest<HTMLElement>('[data-item]');
    if (event instanceof KeyboardEvent) {
      // A button in a row has keys of its own.
      if (row && target === row) this.#onKey(event, row);
      return;
    }
    if (event.type === 'dblclick') {
      if (row && !button && !target.closest('button')) this.#edit(row);
      return;
    }
    if (event.type === 'contextmenu') {
      if (!row?.dataset['id'] || this.#host.readOnly) return;
      event.preventDefault();
      this.#openMenu(row, row);
      return;
    }
    if (button) this.#press(button, place);
    else if (row && !target.closest('button, a')) this.#onRow(event as MouseEvent, row);
  }

  #press(button: HTMLElement, place: HTMLElement): void {
    const row = button.closest<HTMLElement>('[data-item]');
    const task = row && this.#taskOf(row);
    const host = this.#host;
    if (button.dataset['act'] === 'filter')
      void this.#menu.open(place, sentencesIn(taskListMessages, host.locale).filter, filterMenu(host, this.#menu));
    else if (button.dataset['act'] === 'choose') host.choose(new Set(), !host.isChoosing);
    else if (task && button.dataset['act'] === 'complete') host.complete(task);
    else if (row && button.dataset['act'] === 'menu') this.#openMenu(button, row);
  }

  #onRow(event: MouseEvent, row: HTMLElement): void {
    const host = this.#host;
    const { group, id, item } = row.dataset;
    if (group) {
      const section = host.rows.sections.find((each) => each.group === group);
      if (section) host.rows.toggle(section.group);
      return;
    }
    if (!id || host.readOnly) return;
    if (event.shiftKey) void this.#chooseTo(Number(item));
    else if (host.isChoosing || event.ctrlKey || event.metaKey) this.#toggle(id);
    else return;
    getSelection()?.removeAllRanges();
  }

  #onKey(event: KeyboardEvent, row: HTMLElement): void {
    const isRightToLeft = getComputedStyle(row).direction === 'rtl';
    const wish = taskWishOf(event, isRightToLeft);
    if (!wish || !this.#carryOut(wish, row)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Answers whether the key meant something here. */
  #carryOut(wish: TaskWish, row: HTMLElement): boolean {
    const host = this.#host;
    const { rows, viewport } = host;
    switch (wish.wish) {
      case 'go':
        if (wish.selects) void this.#chooseTo(host.at + wish.by);
        host.go(host.at + wish.by);
        return true;
      case 'goTo':
        host.go(wish.end === 'first' ? 0 : rows.layout.items - 1);
        return true;
      case 'page':
        host.go(host.at + wish.by * viewport.page);
        return true;
      case 'search':
        host.renderRoot.querySelector<HTMLElement>('.search > input')?.focus();
        return true;
      case 'keys':
        void this.#popover.open(row, { label: this.#say.keysTitle, content: () => this.#renderKeys() });
        return true;
      case 'none':
        if (host.selected.size === 0 && !host.isChoosing) return false;
        host.choose(new Set(), false);
        host.announce(this.#say.noneSelected);
        return true;
      case 'fold':
      case 'unfold':
        return this.#fold(row, wish.wish === 'unfold');
      default:
        return this.#change(wish.wish, row);
    }
  }

  /** What changes something, unless nothing may be changed. */
  #change(wish: TaskWish['wish'], row: HTMLElement): boolean {
    const host = this.#host;
    if (host.readOnly) return wish === 'open' && this.#open(row);
    if (wish === 'add') host.renderRoot.querySelector<HTMLElement>('.add > input')?.focus();
    else if (wish === 'all') void this.#bulk.chooseAll();
    else return this.#onTask(wish, row);
    return true;
  }

  #onTask(wish: TaskWish['wish'], row: HTMLElement): boolean {
    const host = this.#host;
    const { group } = row.dataset;
    if (group && (wish === 'edit' || wish === 'complete')) return this.#fold(row, row.ariaExpanded !== 'true');
    const task = this.#taskOf(row);
    if (!task) return false;
    const acts = this.#actsOf(task);
    switch (wish) {
      case 'complete':
        acts.complete();
        break;
      case 'follow up':
        acts.followUp();
        break;
      case 'edit':
        acts.edit();
        break;
      case 'put off':
        void this.#menu.open(row, this.#say.putOff, [{ items: putOffItems(host, acts, task) }]);
        break;
      case 'tomorrow':
        acts.putOff(dayOfPutOff('tomorrow', { today: host.locale.format.today() }));
        break;
      case 'assign':
        acts.assign();
        break;
      case 'priority':
        acts.prioritise(task.priority === 'high' ? undefined : 'high');
        break;
      case 'open':
        return this.#open(row);
      case 'remove':
        acts.remove();
        break;
      case 'menu':
        this.#openMenu(row, row);
        break;
      case 'select':
        this.#toggle(task.id);
        break;
      default:
        return false;
    }
    return true;
  }

  /** What is done with a task, or without one with all that are chosen. */
  #actsOf(task: Task | undefined): TaskActs {
    const host = this.#host;
    const carryOut = (deed: Deed): void => void (task ? doOne(host, task, deed) : this.#bulk.carryOut(deed));
    const row = (): HTMLElement =>
      (task && host.renderRoot.querySelector<HTMLElement>(`[data-id="${task.id}"]`)) ?? host;
    return {
      complete: () => (task ? host.complete(task) : carryOut(this.#deeds.complete(this.#completed))),
      followUp: () => task && void this.#openForm('follow up', task),
      edit: () => task && void this.#openForm('edit', task),
      putOff: (to) => carryOut(this.#deeds.putOff(to)),
      pickDay: () => void this.#pickDay((day) => carryOut(this.#deeds.putOff(day)), task),
      assign: () => void this.#menu.open(row(), this.#say.assign, ownerItems(host, this.#actsOf(task), task?.ownerId)),
      assignTo: (owner) => carryOut(this.#deeds.assign(owner)),
      prioritise: (priority) => carryOut(this.#deeds.prioritise(priority)),
      remove: () => carryOut(this.#deeds.remove()),
    };
  }

  async #pickDay(choose: Parameters<TaskForm['pickDay']>[0], task: Task | undefined): Promise<void> {
    const form = await this.#form.load();
    await form?.pickDay(choose, task?.dueDay);
  }

  async #openForm(mode: 'edit' | 'follow up', task: Task): Promise<void> {
    const form = await this.#form.load();
    await form?.open(mode, task);
  }

  #edit(row: HTMLElement): void {
    const task = this.#taskOf(row);
    if (task && !this.#host.readOnly) void this.#openForm('edit', task);
  }

  #openMenu(anchor: HTMLElement, row: HTMLElement): void {
    const task = this.#taskOf(row);
    if (!task) return;
    const groups = taskMenu(this.#host, task, this.#actsOf(task));
    void this.#menu.open(anchor, sentencesIn(taskListMessages, this.#host.locale).more(task.subject), groups);
  }

  #open(row: HTMLElement): boolean {
    const task = this.#taskOf(row);
    const [record] = task ? recordsOf(task) : [];
    if (record) this.#host.dispatchEvent(new NavigateEvent(record.kind, record.id));
    return record !== undefined;
  }

  #fold(row: HTMLElement, isOpening: boolean): boolean {
    const { rows } = this.#host;
    const { section } = rows.layout.placeOf(Number(row.dataset['item']));
    const found = rows.sections[section];
    if (!found || found.isOpen === isOpening) return false;
    if (!isOpening) this.#host.go(rows.layout.itemOf({ section, row: -1 }));
    rows.toggle(found.group);
    return true;
  }

  #toggle(id: string): void {
    const ids = new Set(this.#host.selected);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.#chosen(ids);
  }

  /** Chooses what lies between the task that was chosen last and an item. */
  async #chooseTo(item: number): Promise<void> {
    const { rows, selected, at } = this.#host;
    this.#anchor ??= rows.taskOf(at)?.id;
    const from = this.#anchor === undefined ? -1 : rows.itemOfId(this.#anchor);
    const start = from < 0 ? at : from;
    const between = await rows.read([Math.min(start, item), Math.max(start, item)]);
    this.#chosen(new Set([...selected, ...between.map(({ id }) => id)]));
  }

  #chosen(ids: ReadonlySet<string>): void {
    this.#host.choose(ids);
    this.#host.announce(ids.size > 0 ? this.#say.selected(ids.size) : this.#say.noneSelected);
  }

  #renderKeys(): TemplateResult {
    return html`
      <div class="keys">
        <b>${this.#say.keysTitle}</b>
        <dl>${this.#say.keys.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl>
        <button type="button" class="button small" @click=${() => this.#popover.close()}>${icon(cross)}${this.#say.close}</button>
      </div>
    `;
  }

  #taskOf(row: HTMLElement): Task | undefined {
    return this.#host.rows.taskOf(Number(row.dataset['item']));
  }

  readonly #completed = (subject: string): string =>
    sentencesIn(taskListMessages, this.#host.locale).completed(subject);

  get #deeds(): Deeds {
    return deeds(this.#host);
  }

  get #say(): TaskHandsSentences {
    return sentencesIn(taskHandsMessages, this.#host.locale);
  }
}

const keysStyles = css`
  .notice { padding: 8px 16px; }
  .keys { display: grid; gap: 10px; justify-items: start; }
  .keys > dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; align-items: baseline; }
  .keys kbd { padding: 1px 6px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-sm); background: var(--kith-surface-sunken); font: inherit; font-size: var(--kith-size-xs); white-space: nowrap; }
`;
