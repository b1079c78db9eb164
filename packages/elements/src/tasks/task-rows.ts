import { DUE_GROUPS, type DueCalendar, type DueGroup, type Task } from '@kith/core/tasks';
import type { Store } from '@kith/store';
import { type LongList, openLongList } from '@kith/store/long-lists';
import { dueIn, type WantedTasks } from '@kith/store/tasks';
import type { ReactiveController } from 'lit';
import type { LiveHost } from '../base/live.js';
import { Redraw } from '../base/redraw.js';
import { type Place, type SectionLayout, sectionLayout, stretches } from '../lists/section-layout.js';

/** What is to be listed. */
export interface TasksAsked {
  readonly wanted: WantedTasks;
  readonly calendar: DueCalendar;
}

/** The tasks that are due in the same stretch of time. */
export interface TaskSection {
  readonly group: DueGroup;
  readonly count: number;
  readonly isOpen: boolean;
}

interface Opened {
  readonly key: string;
  readonly lists: ReadonlyMap<DueGroup, LongList<Task>>;
  readonly end: () => void;
}

/**
 * What is to be done, by when it is due: each group is a long list of its own, so that only what is in sight is read.
 * While another question is being answered, the answer to the one before stays on show.
 */
export class TaskRows implements ReactiveController {
  sections: readonly TaskSection[] = [];
  layout: SectionLayout = sectionLayout([], 1, 1);
  heights: readonly [row: number, head: number] = [40, 34];

  readonly #host: LiveHost;
  readonly #ask: () => TasksAsked | undefined;
  readonly #closed = new Set<DueGroup>();
  #shown: Opened | undefined;
  /** The answer to a newer question, until there is something of it. */
  #coming: Opened | undefined;
  #store: Store | undefined;
  readonly #redraw: Redraw;
  #isConnected = false;

  constructor(host: LiveHost, ask: () => TasksAsked | undefined) {
    this.#host = host;
    this.#ask = ask;
    this.#redraw = new Redraw(host, () => this.status === 'loading');
    host.addController(this);
  }

  /** Whether reading has taken long enough for a skeleton. */
  get isSlow(): boolean {
    return this.#redraw.isSlow;
  }

  get status(): 'loading' | 'ready' | 'error' {
    if (!this.#shown) return 'loading';
    if (this.#failed) return 'error';
    // What is due first is drawn first; what is below it comes without moving it.
    return this.sections.length === DUE_GROUPS.length || this.count > 0 ? 'ready' : 'loading';
  }

  /** Why they cannot be read. */
  get error(): unknown {
    return this.#failed?.error;
  }

  get #failed(): LongList<Task> | undefined {
    return this.#shown && [...this.#shown.lists.values()].find(({ status }) => status === 'error');
  }

  /** How many there are. */
  get count(): number {
    return this.sections.reduce((sum, { count }) => sum + count, 0);
  }

  /** Whether all of them have been counted. */
  get isCounted(): boolean {
    return this.sections.length === DUE_GROUPS.length && !this.#coming;
  }

  /** How many are due in one of the groups. */
  countIn(group: DueGroup): number {
    return this.sections.find((section) => section.group === group)?.count ?? 0;
  }

  /** The task at a place, once it is known; undefined for the head of a group. */
  taskAt({ section, row }: Place): Task | undefined {
    const group = this.sections[section]?.group;
    return row < 0 || !group ? undefined : this.#shown?.lists.get(group)?.at(row);
  }

  /** The task of an item. */
  taskOf(item: number): Task | undefined {
    return item < 0 || item >= this.layout.items ? undefined : this.taskAt(this.layout.placeOf(item));
  }

  /** The item of a task that is known and not in a closed group; -1 for others. */
  itemOfId(id: string): number {
    for (const [section, { group, isOpen }] of this.sections.entries()) {
      const row = isOpen ? (this.#shown?.lists.get(group)?.indexOf(id) ?? -1) : -1;
      if (row >= 0) return this.layout.itemOf({ section, row });
    }
    return -1;
  }

  /** Says which items are drawn, so that their tasks are read. */
  show(first: number, last: number): void {
    for (const [{ group }, from, to] of stretches(this.sections, this.layout, first, last))
      this.#shown?.lists.get(group)?.show(from, to);
  }

  /** All tasks that are listed, closed groups included, or those between two items; read where they are not known. */
  async read(between?: readonly [first: number, last: number]): Promise<readonly Task[]> {
    const tasks: Task[] = [];
    for (const [at, { group, count, isOpen }] of this.sections.entries()) {
      const start = this.layout.itemOf({ section: at, row: 0 });
      const from = between ? Math.max(0, between[0] - start) : 0;
      const to = between ? Math.min(count, between[1] - start + 1) : count;
      if (from < to && (isOpen || !between))
        tasks.push(...((await this.#shown?.lists.get(group)?.read(from, to)) ?? []));
    }
    return tasks;
  }

  /** Opens a group, or closes it. */
  toggle(group: DueGroup): void {
    if (!this.#closed.delete(group)) this.#closed.add(group);
    this.#host.requestUpdate();
  }

  /** Reads again after a failure. */
  retry(): void {
    for (const list of this.#shown?.lists.values() ?? []) if (list.status === 'error') list.retry();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#redraw.stop();
    this.#closeAll();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const asked = this.#ask();
    const store = this.#host.activeStore;
    if (store !== this.#store) {
      this.#closeAll();
      this.#store = store;
    }
    if (!this.#shown) this.#redraw.wait();
    const key = asked && JSON.stringify(asked);
    if (asked && key && store && key !== (this.#coming ?? this.#shown)?.key) {
      this.#coming?.end();
      this.#coming = this.#open(store, key, asked);
    }
    if (this.#coming && (!this.#shown || isAnswered(this.#coming))) {
      this.#shown?.end();
      this.#shown = this.#coming;
      this.#coming = undefined;
    }
    this.sections = this.#sections();
    const sizes = this.sections.map(({ count, isOpen }) => ({ count, isOpen, hasHead: count > 0 }));
    this.layout = sectionLayout(sizes, ...this.heights);
  }

  /** The groups as far as they are known: one that is on its way would push those behind it down. */
  #sections(): readonly TaskSection[] {
    const sections: TaskSection[] = [];
    for (const [group, { status, count }] of this.#shown?.lists ?? []) {
      if (status === 'loading') break;
      sections.push({ group, count, isOpen: !this.#closed.has(group) });
    }
    return sections;
  }

  #open(store: Store, key: string, { wanted, calendar }: TasksAsked): Opened {
    const lists = new Map(
      DUE_GROUPS.map((group) => [group, openLongList<Task>(store, dueIn(group, wanted, calendar))] as const),
    );
    const heard = [...lists.values()].map(({ changed$ }) => changed$.subscribe(() => this.#redraw.soon()));
    const end = (): void => {
      for (const each of heard) each.unsubscribe();
      for (const list of lists.values()) list.close();
    };
    return { key, lists, end };
  }

  #closeAll(): void {
    this.#redraw.rest();
    this.#shown?.end();
    this.#coming?.end();
    this.#shown = undefined;
    this.#coming = undefined;
  }
}

const isAnswered = ({ lists }: Opened): boolean => [...lists.values()].every(({ status }) => status !== 'loading');
