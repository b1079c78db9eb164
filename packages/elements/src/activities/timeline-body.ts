import { type Activity, dayIn } from '@kith/core';
import { activities } from '@kith/store';
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { icon } from '../parts/icon.js';
import { clock, filter } from '../parts/icons/shown.js';
import { laterFailure } from '../parts/later-failure.js';
import { emptyState } from '../parts/states.js';
import type { ActivityEntry, Entry } from './entry.js';
import { entryStyles } from './entry.styles.js';
import type { EntryHands } from './entry-hands.js';
import { EntrySheet } from './entry-sheet.js';
import { type Drawn, doneEntry, type EntryView, plannedEntry } from './entry-view.js';
import { type TimelineSentences, timelineMessages } from './messages.js';
import type { Section } from './section.js';
import type { EntryDeeds, TimelineHost } from './timeline-host.js';
import type { Item } from './timeline-layout.js';
import { monthName } from './when.js';

/** The looks of the entries; a timeline has the plain buttons from the start. */
const bodyStyles = [buttonStyles, badgeStyles, entryStyles].flat(3) as readonly CSSResult[];

/** Keys that do something with the entry that has the focus. */
const KEYS = /^([cemx]|Delete)$/i;

/** The entries with their head, and what is done with them. Fetched while the store is being read. */
export class TimelineBody implements EntryDeeds {
  readonly #host: TimelineHost;
  readonly #sheet: EntrySheet;
  readonly #hands: Later<EntryHands>;
  #expanded: ReadonlySet<string> = new Set();
  #announcedCount: number | undefined;

  constructor(host: TimelineHost) {
    this.#host = host;
    this.#sheet = new EntrySheet(host);
    this.#hands = new Later(host, async () => new (await import('./entry-hands.js')).EntryHands(host, this));
    addStyles(host, ...bodyStyles);
  }

  /** For another record. */
  reset(): void {
    this.#sheet.reset();
    this.#expanded = new Set();
    this.#announcedCount = undefined;
  }

  /** After each drawing. */
  updated(): void {
    const { tools } = this.#host;
    for (const part of [tools, this.#hands]) part.prefetch();
    this.#sheet.updated();
    const count = this.#count;
    if (this.#announcedCount !== undefined && this.#announcedCount !== count && this.#isFiltered)
      queueMicrotask(() => this.#host.announce(this.#say.count(count)));
    this.#announcedCount = count;
  }

  /** An activity that was read. */
  entryOf(id: string): ActivityEntry | undefined {
    const { ahead, past } = this.#host.rows;
    const found = [...ahead, ...past].find((entry) => entry.id === id);
    return found && 'activity' in found ? found : undefined;
  }

  /** Takes the focus to the entry after one that goes away, or to the heading, once it has gone. */
  leave(id: string): () => void {
    const next = this.#sheet.next(id);
    return () => {
      if (next) this.#sheet.go(next);
      else this.#heading?.focus();
    };
  }

  /** Marks one as done. */
  async complete({ id, kind }: Activity): Promise<boolean> {
    const following = this.#boxAfter(id);
    const say = this.#say;
    const result = await this.#host.carryOut(activities.complete({ id }), {
      done: () => ({ text: say.completed[kind] }),
    });
    this.#host.requestUpdate();
    if (!result.ok) return false;
    await this.#host.updateComplete;
    // The box that had the focus has moved into the past: the next one takes it on.
    (following?.isConnected ? following : this.#heading)?.focus();
    return true;
  }

  /** Menus and dialogs. */
  overlays(): unknown {
    return this.#hands.value?.overlays() ?? nothing;
  }

  render(): TemplateResult {
    const say = this.#say;
    const { tools, others, locale } = this.#host;
    const isEmpty = this.#count === 0;
    const isFiltered = this.#isFiltered;
    const { missing } = others;
    const view = this.#view();
    return html`
      <div class="head">
        <h3 tabindex="-1">${say.title}</h3>
        ${isEmpty && !isFiltered ? nothing : html`<button type="button" class="button quiet small icon-small" aria-haspopup="menu" @click=${this.#onFilter}>${icon(filter)}<span>${say.filter}</span></button>`}
      </div>
      ${[tools, this.#hands, missing].map((part) => (part?.status === 'error' ? laterFailure(locale, () => part.retry()) : nothing))}
      ${tools.value?.bar() ?? nothing}
      ${isEmpty && isFiltered ? (tools.value?.nothingMatches() ?? nothing) : nothing}
      ${isEmpty && !isFiltered && !missing ? emptyState({ icon: clock, title: say.emptyTitle, text: say.emptyText }) : nothing}
      ${isEmpty ? nothing : this.#sheet.render({ draw: (item) => this.#renderItem(item, view), take: this.#take })}
    `;
  }

  #renderItem(item: Item, view: EntryView): unknown {
    const say = this.#say;
    const { timeZone } = this.#host.locale;
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
    if (entry.kind === 'change') return this.#host.others.changes.value?.entry(entry, drawn, view);
    if (entry.kind !== 'move') return doneEntry(entry, drawn, view);
    // On its own timeline the deal need not be named.
    return this.#host.others.moves.value?.moveEntry(entry, drawn, this.#host.deal === undefined, view);
  }

  #titleOf({ key, isRest }: Section): string {
    const say = this.#say;
    if (key === 'week') return say.thisWeek;
    const month = monthName(key, this.#host.locale);
    return isRest ? say.earlierIn(month) : month;
  }

  #view(): EntryView {
    const { locale, readOnly, references, about } = this.#host;
    return {
      locale,
      say: this.#say,
      canChange: !readOnly,
      isActive: (id) => id === this.#sheet.active,
      nameOf: (id) => (id === undefined ? undefined : references.nameOf(id)),
      contactOf: ({ contactId }) => (about && about.id === contactId ? about.name : undefined),
      isExpanded: (id) => this.#expanded.has(id),
      toggle: (id) => {
        const expanded = new Set(this.#expanded);
        if (!expanded.delete(id)) expanded.add(id);
        this.#expanded = expanded;
        this.#host.requestUpdate();
      },
      complete: (activity) => void this.complete(activity),
    };
  }

  get #say(): TimelineSentences {
    return sentencesIn(timelineMessages, this.#host.locale);
  }

  get #isFiltered(): boolean {
    return (this.#host.view.filters?.length ?? 0) > 0;
  }

  get #count(): number {
    const { aheadCount, past, left } = this.#host.rows;
    return aheadCount + past.length + left;
  }

  get #heading(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.head h3');
  }

  #boxAfter(id: string): HTMLElement | undefined {
    const boxes = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.box')];
    const at = boxes.findIndex((box) => box.closest<HTMLElement>('[data-entry]')?.dataset['entry'] === id);
    return boxes[at + 1] ?? boxes[at - 1];
  }

  readonly #onFilter = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    (await this.#host.tools.load())?.open(button);
  };

  /** What is pressed and typed goes to the hands, which come when the entries are there. */
  readonly #take = (event: Event): void => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || this.#host.readOnly) return;
    const entry = target.closest<HTMLElement>('.entry');
    const id = entry?.dataset['entry'];
    const anchor = event instanceof KeyboardEvent ? entry : target.closest<HTMLElement>('[data-act]');
    if (id === undefined || !anchor) return;
    if (event instanceof KeyboardEvent) {
      if (target !== entry || event.ctrlKey || event.metaKey || event.altKey || !KEYS.test(event.key)) return;
      event.preventDefault();
    }
    void this.#hands.load().then((hands) => hands?.take(event, id, anchor));
  };
}
