import type { Filter } from '@kith/core';
import type { Collection, Identified, Store, TallyGroup, TallyQuery } from '@kith/store';
import { type LongList, openLongList } from '@kith/store/long-lists';
import type { ReactiveController } from 'lit';
import { Live, type LiveHost } from '../base/live.js';
import { Redraw } from '../base/redraw.js';
import type { ListOrder } from './list-view.js';
import { type Place, type SectionLayout, sectionLayout, stretches } from './section-layout.js';

/** What is to be listed. */
export interface RowsAsked {
  // biome-ignore lint/suspicious/noExplicitAny: variance
  readonly collection: Collection<any>;
  readonly where: Filter | undefined;
  readonly order: ListOrder;
  /** The path of the field to group by. */
  readonly group: string | undefined;
  /** Where a group stands among the others, where their keys do not say: by the order of options, or by name. */
  readonly rank?: ((key: unknown) => number) | undefined;
}

/** A group of rows; without grouping, all of them. */
export interface Section {
  /** The value the rows share; undefined where there is no grouping. */
  readonly key: TallyGroup['key'][number] | undefined;
  /** The key as text. */
  readonly name: string;
  readonly count: number;
  readonly isOpen: boolean;
}

/** A row with what every entity has. */
export type ListRow = Identified & { readonly name?: string };

interface Opened {
  readonly list: LongList<ListRow>;
  readonly end: () => void;
  /** When it was drawn last, counted in drawings. */
  used: number;
}

/** Lists that are out of sight and stay open, so that scrolling back does not read them again. */
const SPARE = 12;

/** The rows of a list as far as they are in sight, in groups where that was asked for. */
export class ListRows implements ReactiveController {
  sections: readonly Section[] = [];
  layout: SectionLayout = sectionLayout([], 1, 1);

  readonly #host: LiveHost;
  readonly #ask: () => RowsAsked | undefined;
  readonly #groups: Live<TallyQuery>;
  readonly #opened = new Map<string, Opened>();
  readonly #closed = new Set<string>();
  #heights: readonly [row: number, head: number] = [40, 34];
  #asked: RowsAsked | undefined;
  #key: string | undefined;
  #store: Store | undefined;
  #draw = 0;
  readonly #redraw: Redraw;
  #isConnected = false;

  constructor(host: LiveHost, ask: () => RowsAsked | undefined) {
    this.#host = host;
    this.#ask = ask;
    // Before this controller, which looks at its answer.
    this.#groups = new Live(host, () => {
      const asked = this.#ask();
      if (!asked?.group) return undefined;
      const { collection, where, group } = asked;
      return { ask: 'tally', collection, by: [group], ...(where && { where }) };
    });
    this.#redraw = new Redraw(host, () => this.status === 'loading');
    host.addController(this);
  }

  /** Whether reading has taken long enough for a skeleton. */
  get isSlow(): boolean {
    return this.#redraw.isSlow;
  }

  get status(): 'loading' | 'ready' | 'error' {
    if (this.#groups.status === 'error') return 'error';
    if (this.#asked?.group) {
      const failed = [...this.#opened.values()].some(({ list }) => list.status === 'error');
      return failed ? 'error' : this.#groups.status === 'ready' ? 'ready' : 'loading';
    }
    return this.#main?.status ?? 'loading';
  }

  /** Why they cannot be read. */
  get error(): unknown {
    return this.#groups.error ?? [...this.#opened.values()].find(({ list }) => list.status === 'error')?.list.error;
  }

  /** How many rows match. */
  get count(): number {
    return this.#asked?.group ? this.sections.reduce((sum, { count }) => sum + count, 0) : (this.#main?.count ?? 0);
  }

  /** Whether the rows are still being counted. */
  get isCounting(): boolean {
    return !this.#asked?.group && this.#main?.isCounting === true;
  }

  get isGrouped(): boolean {
    return this.#asked?.group !== undefined;
  }

  /** What is listed now. */
  get asked(): RowsAsked | undefined {
    return this.#asked;
  }

  /** How high a row and the head of a group are. */
  set heights(heights: readonly [row: number, head: number]) {
    this.#heights = heights;
  }

  /** The row at a place, once it is known; undefined for the head of a group. */
  rowAt({ section, row }: Place): ListRow | undefined {
    const found = this.sections[section];
    return row < 0 || !found ? undefined : this.#listOf(found)?.list.at(row);
  }

  /** The item of a row that is known; -1 for others. */
  itemOfId(id: string): number {
    for (const [section, { name, isOpen }] of this.sections.entries()) {
      const row = isOpen ? (this.#opened.get(name)?.list.indexOf(id) ?? -1) : -1;
      if (row >= 0) return this.layout.itemOf({ section, row });
    }
    return -1;
  }

  /** Says which items are drawn, so that their rows are read. */
  show(first: number, last: number): void {
    for (const [section, from, to] of stretches(this.sections, this.layout, first, last))
      this.#listOf(section)?.list.show(from, to);
  }

  /** The rows between two items, heads left out; read where they are not known. */
  async between(first: number, last: number): Promise<readonly ListRow[]> {
    const rows: ListRow[] = [];
    for (const [at, section] of this.sections.entries()) {
      if (!section.isOpen) continue;
      const start = this.layout.itemOf({ section: at, row: 0 });
      const from = Math.max(0, Math.min(first, last) - start);
      const to = Math.min(section.count, Math.max(first, last) - start + 1);
      if (from < to) rows.push(...((await this.#listOf(section)?.list.read(from, to)) ?? []));
    }
    return rows;
  }

  /** Opens a group, or closes it. */
  toggle(name: string): void {
    if (!this.#closed.delete(name)) this.#closed.add(name);
    this.#host.requestUpdate();
  }

  /** Reads again after a failure. */
  retry(): void {
    if (this.#groups.status === 'error') this.#groups.retry();
    for (const { list } of this.#opened.values()) if (list.status === 'error') list.retry();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#redraw.stop();
    this.#closeAll();
    this.#key = undefined;
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    this.#draw++;
    const asked = this.#ask();
    const store = this.#host.activeStore;
    const key = asked && JSON.stringify([asked.collection.name, asked.where, asked.order, asked.group]);
    if (key !== this.#key || store !== this.#store) {
      this.#closeAll();
      if (asked?.group !== this.#asked?.group) this.#closed.clear();
      this.#key = key;
      this.#store = store;
      this.#redraw.wait();
    }
    this.#asked = asked;
    this.sections = asked ? this.#sectionsOf(asked) : [];
    this.layout = sectionLayout(
      this.sections.map(({ count, isOpen }) => ({ count, isOpen, hasHead: asked?.group !== undefined })),
      ...this.#heights,
    );
  }

  hostUpdated(): void {
    const unused = [...this.#opened].filter(([, { used }]) => used < this.#draw - 1);
    for (const [name, { end }] of unused.slice(0, Math.max(0, unused.length - SPARE))) {
      end();
      this.#opened.delete(name);
    }
  }

  get #main(): LongList<ListRow> | undefined {
    return this.#opened.get('')?.list;
  }

  #sectionsOf({ group, rank }: RowsAsked): readonly Section[] {
    if (group === undefined) {
      this.#listOf({ key: undefined, name: '' });
      return [{ key: undefined, name: '', count: this.#main?.count ?? 0, isOpen: true }];
    }
    const sections = (this.#groups.value ?? []).map(({ key, count }) => {
      const name = JSON.stringify(key[0]);
      return { key: key[0], name, count, isOpen: !this.#closed.has(name) };
    });
    return rank ? sections.sort((left, right) => rank(left.key) - rank(right.key)) : sections;
  }

  #listOf({ key, name }: Pick<Section, 'key' | 'name'>): Opened | undefined {
    const known = this.#opened.get(name);
    if (known) {
      known.used = this.#draw;
      return known;
    }
    const asked = this.#ask();
    const store = this.#host.activeStore;
    if (!asked || !store || !this.#isConnected) return undefined;
    const { collection, where, order, group } = asked;
    const inGroup: Filter | undefined =
      group === undefined || key === undefined ? undefined : { field: group, is: 'eq', value: key };
    const both = where && inGroup ? { and: [where, inGroup] } : (where ?? inGroup);
    const list = openLongList<ListRow>(store, { collection, order, ...(both && { where: both }) });
    const heard = list.changed$.subscribe(() => this.#drawSoon());
    const end = (): void => {
      heard.unsubscribe();
      list.close();
    };
    const opened = { list, end, used: this.#draw };
    this.#opened.set(name, opened);
    return opened;
  }

  /** Pages come one by one; what comes within a frame is drawn together. The first ones are drawn at once. */
  #drawSoon(): void {
    if (!this.#redraw.isWaiting || this.status === 'loading') {
      this.#redraw.soon();
      return;
    }
    this.#redraw.rest();
    this.#host.requestUpdate();
  }

  #closeAll(): void {
    this.#redraw.rest();
    for (const { end } of this.#opened.values()) end();
    this.#opened.clear();
  }
}
