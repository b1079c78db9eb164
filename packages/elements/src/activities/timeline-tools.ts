import { ActivityKind, compileFilter, type Filter, type Matcher } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { OnLine, standsAlone } from '../base/on-line.js';
import { FilterChips, type FilterChipsHost, filterStyles } from '../lists/filter-chips.js';
import { filterOf, type ListFilter } from '../lists/list-filter.js';
import { type ListSentences, listMessages } from '../lists/messages.js';
import type { References } from '../lists/references.js';
import { banner } from '../parts/banner.js';
import { offline } from '../parts/icons/barred.js';
import { search } from '../parts/icons/heads.js';
import { user } from '../parts/icons/shown.js';
import { calendar } from '../parts/icons/tools.js';
import { Menu, type MenuGroup, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { emptyState } from '../parts/states.js';
import { type Entry, type EntryKind, personOf } from './entry.js';
import { timelineMessages } from './messages.js';
import type { TimelineHost, Tools } from './timeline-host.js';
import { timelineToolsMessages } from './timeline-tools.messages.js';

/** Every kind of entry, in the order of the menu. */
const KINDS: readonly EntryKind[] = [...ActivityKind.options, 'move', 'change'];
/** Periods that are one press away, in days back from today. */
const PERIODS = [7, 30, 365];

/** What narrows a timeline down, and what is said above it. It is fetched after the entries. */
export class TimelineTools implements FilterChipsHost, Tools {
  readonly #host: TimelineHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #onLine: OnLine;
  readonly #chips: FilterChips;
  #matches: { readonly key: string; readonly matches: (entry: Entry) => boolean } | undefined;

  constructor(host: TimelineHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#popover = new Popover(host);
    this.#onLine = new OnLine(host);
    addStyles(host, overlayStyles, menuStyles, popoverStyles, ...filterStyles, toolsStyles);
    this.#chips = new FilterChips(this, this.#menu, this.#popover, {
      fields: () => this.#fields,
      filters: () => this.#filters,
      set: (filters) => this.#set(filters),
    });
  }

  get locale(): Locale {
    return this.#host.locale;
  }

  get references(): References {
    return this.#host.references;
  }

  /** What lists say of values. */
  get say(): ListSentences {
    return sentencesIn(listMessages, this.locale);
  }

  announce(text: string): void {
    this.#host.announce(text);
  }

  requestUpdate(): void {
    this.#host.requestUpdate();
  }

  /** What the filters ask of activities, whose moment stands in a field of this name. */
  where(moment: 'at' | 'completedAt'): Filter | undefined {
    return this.#ask({ kind: 'kind', by: 'ownerId', at: moment });
  }

  /** Whether an entry is one of those the filters leave; the same function as long as it answers the same. */
  get matches(): (entry: Entry) => boolean {
    const { timeZone, format } = this.locale;
    const key = JSON.stringify([this.#filters, timeZone, format.today()]);
    if (this.#matches?.key !== key) {
      const asked = this.#ask({ kind: 'kind', by: 'by', at: 'at' });
      const holds: Matcher = asked ? compileFilter(asked, { now: this.locale.now(), timeZone }) : () => true;
      this.#matches = { key, matches: (entry) => holds({ kind: entry.kind, by: personOf(entry), at: entry.at }) };
    }
    return this.#matches.matches;
  }

  /** The chips, and that there is no connection. */
  bar(): unknown {
    const say = this.#say;
    return html`
      ${this.#onLine.value || !standsAlone(this.#host) ? nothing : html`<div class="notice" role="status">${banner('warning', offline, say.offline)}</div>`}
      ${
        this.#filters.length === 0
          ? nothing
          : html`
            <div class="chips" role="group" aria-label=${say.bar}>
              ${this.#chips.chips()}
              <button type="button" class="button quiet small" @click=${this.#clear}>${say.clear}</button>
            </div>
          `
      }
    `;
  }

  /** What is said where the filters leave nothing. */
  nothingMatches(): TemplateResult {
    const say = this.#say;
    return emptyState({
      icon: search,
      title: say.noMatchTitle,
      text: say.noMatchText,
      action: html`<button type="button" class="button" @click=${this.#clear}>${say.clear}</button>`,
    });
  }

  overlays(): unknown {
    return html`${this.#menu.render()}${this.#popover.render()}`;
  }

  /** Opens the menu of what can be filtered by. */
  open(anchor: HTMLElement): void {
    void this.#menu.open(anchor, this.#say.menu, this.#groups(anchor));
  }

  #groups(anchor: HTMLElement): readonly MenuGroup[] {
    const say = this.#say;
    const kinds = this.#valuesOf('kind');
    const period = this.#filters.find(({ path }) => path === 'at');
    const turn = (kind: EntryKind): void => {
      const next = kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind];
      this.#replace('kind', next.length > 0 ? { path: 'kind', is: 'any', values: next } : undefined);
      this.#menu.update(this.#groups(anchor));
    };
    return [
      {
        caption: say.kind,
        items: KINDS.map((kind) => ({
          label: this.#kindName(kind),
          isChecked: kinds.includes(kind),
          choose: () => turn(kind),
        })),
      },
      {
        caption: say.at,
        items: [
          ...PERIODS.map((days) => {
            const isCurrent = period?.is === 'last' && period.days === days;
            return {
              label: say.lastDays(days),
              isCurrent,
              choose: () => this.#replace('at', isCurrent ? undefined : { path: 'at', is: 'last', days }),
            };
          }),
          { label: say.otherPeriod, icon: calendar, choose: () => this.#chips.open(anchor, 'at') },
        ],
      },
      { items: [{ label: say.person, icon: user, choose: () => this.#chips.open(anchor, 'by') }] },
    ];
  }

  get #say(): ReturnType<typeof timelineToolsMessages.en> {
    return sentencesIn(timelineToolsMessages, this.locale);
  }

  get #filters(): readonly ListFilter[] {
    return this.#host.view.filters ?? [];
  }

  /** What can be filtered by. What stands for Kith's own words is named in the reader's language. */
  get #fields(): readonly Field[] {
    const say = this.#say;
    const { language } = this.locale;
    const named = (label: string): Field['labels'] => ({ [language]: label });
    const field = (path: string, label: string, more: Partial<Field>): Field =>
      ({ path, name: path, labels: named(label), ...more }) as Field;
    const options = KINDS.map((value) => ({ value, labels: named(this.#kindName(value)) }));
    return [
      field('kind', say.kind, { valueType: 'choice', required: true, options }),
      field('by', say.by, { valueType: 'user' }),
      field('at', say.at, { valueType: 'instant', required: true }),
    ];
  }

  #kindName(kind: EntryKind): string {
    return kind === 'change' ? this.#say.changes : sentencesIn(timelineMessages, this.locale).kinds[kind];
  }

  #valuesOf(path: string): readonly string[] {
    const found = this.#filters.find((filter) => filter.path === path);
    return found?.is === 'any' ? found.values : [];
  }

  #replace(path: string, filter: ListFilter | undefined): void {
    const others = this.#filters.filter((each) => each.path !== path);
    this.#set(filter ? [...others, filter] : others);
  }

  #set(filters: readonly ListFilter[]): void {
    this.#host.arrange(filters.length > 0 ? { filters } : {});
  }

  #ask(paths: Readonly<Record<string, string>>): Filter | undefined {
    const asked = this.#filters.flatMap((filter): readonly Filter[] => {
      const field = this.#fields.find(({ path }) => path === filter.path);
      const path = paths[filter.path];
      return field && path ? [filterOf({ ...filter, path }, field, this.locale)] : [];
    });
    return asked.length > 1 ? { and: asked } : asked[0];
  }

  readonly #clear = (): void => {
    this.#host.arrange({});
    this.announce(this.#say.cleared);
    this.#host.renderRoot.querySelector<HTMLElement>('.head > button, .head > h3')?.focus();
  };
}

const toolsStyles = css`
  .chips { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 0 16px 12px; }
  .notice { padding: 0 16px 12px; }
  @container (max-width: 420px) { .chips, .notice { padding-inline: 4px; } }
  @media print { .notice, .chips > .button { display: none; } }
`;
