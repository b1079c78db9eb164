import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../base/styled.js';
import { skeleton } from '../parts/waiting.js';
import { EntrySizes } from './entry-sizes.js';
import { InSight } from './in-sight.js';
import { firstWeekdayOf, sectionsOf } from './section.js';
import type { TimelineHost } from './timeline-host.js';
import { drawnItems, Heights, type Item, itemsOf } from './timeline-layout.js';
import type { TimelineRows } from './timeline-rows.js';

/** How many planned entries are drawn before somebody asks for the later ones. */
const PLANNED_AT_FIRST = 8;
/** How many entries are read ahead of what is drawn. */
const READ_AHEAD = 60;
/** The most that is read in one go, for whoever drags the scrollbar to the end of a very long timeline. */
const MOST_READ = 4_000;

/** Keys that go from entry to entry. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** What happens on the sheet besides going from entry to entry. */
export interface SheetEvents {
  /** Draws one piece. */
  readonly draw: (item: Item) => unknown;
  readonly take: (event: Event) => void;
}

/**
 * The entries below each other, as far as they are in sight: which of them are drawn, where they lie, and which one has
 * the focus. What is out of sight is empty room of the same height.
 */
export class EntrySheet {
  /** The entry that Tab reaches. */
  active: string | undefined;
  /** Whether all that is planned is shown, not just what comes next. */
  isAllAhead = false;

  readonly #host: TimelineHost;
  readonly #rows: TimelineRows;
  readonly #heights = new Heights();
  readonly #sizes: EntrySizes;
  readonly #inSight: InSight;
  #items: { readonly of: readonly unknown[]; readonly items: readonly Item[] } = { of: [], items: [] };
  #drawn: readonly number[] = [];
  #wantsFocus = false;
  /** Whether what has the focus was in sight before the drawing. */
  #wasSeen = false;

  constructor(host: TimelineHost) {
    this.#host = host;
    this.#rows = host.rows;
    this.#sizes = new EntrySizes(host, this.#heights);
    this.#inSight = new InSight(host, () => this.#look());
  }

  /** For another record. */
  reset(): void {
    this.active = undefined;
    this.isAllAhead = false;
  }

  /** Takes the focus to an entry, wherever it lies. */
  go(key: string): void {
    this.active = key;
    this.#wantsFocus = true;
    this.#host.requestUpdate();
  }

  /** The entry after one, or before it where it is the last. */
  next(key: string): string | undefined {
    const keys = this.#keys;
    const at = keys.indexOf(key);
    return keys[at + 1] ?? keys[at - 1];
  }

  /** Shows all that is planned, with the focus on the first that was not there. */
  showLater(): void {
    const next = this.#rows.ahead[PLANNED_AT_FIRST];
    this.isAllAhead = true;
    if (next) this.go(next.id);
  }

  /** After each drawing: measures what is new, and takes the focus where it belongs. */
  updated(): void {
    // What was measured could not be known before; this drawing has to end before the next one is asked for.
    if (this.#sizes.measureNew()) queueMicrotask(() => this.#host.requestUpdate());
    // WebKit lets what has the focus move out of sight when something above it grows.
    if (this.#wasSeen && !this.#isFocusSeen) this.#focused?.scrollIntoView({ block: 'nearest' });
    if (!this.#wantsFocus) return;
    this.#wantsFocus = false;
    this.#host.renderRoot.querySelector<HTMLElement>('.entry[tabindex="0"]')?.focus();
  }

  render({ draw, take }: SheetEvents): TemplateResult {
    this.#wasSeen = this.#isFocusSeen;
    const items = this.#readItems();
    const stack = this.#heights.stackOf(items);
    const keys = this.#keys;
    if (this.active === undefined || !keys.includes(this.active)) this.active = keys[0];
    this.#drawn = this.#toDraw(items);
    this.#readOn(items, stack.size);
    const pieces: { readonly key: string; readonly room?: number; readonly item?: Item }[] = [];
    let bottom = 0;
    for (const index of this.#drawn) {
      const item = items[index];
      const room = stack.topOf(index) - bottom;
      if (room > 0.5) pieces.push({ key: `room ${pieces.length > 0}`, room });
      if (item) pieces.push({ key: item.key, item });
      bottom = stack.topOf(index + 1);
    }
    const { left } = this.#rows;
    const size = stack.size + left * this.#heights.guess;
    const room = size - bottom;
    const onKeydown = (event: KeyboardEvent): void => {
      if (!this.#step(event)) take(event);
    };
    // It keeps its size while pieces come and go: WebKit may lay out in between, and would scroll back to what is left.
    return html`
      <div class="sections" .style=${styled(`min-block-size:${size}px`)} @click=${take} @keydown=${onKeydown} @focusin=${this.#onFocus}>
        ${repeat(
          pieces,
          ({ key }) => key,
          (piece) => (piece.item ? draw(piece.item) : roomOf(piece.room ?? 0)),
        )}
        ${room > 0.5 ? roomOf(room, left > 0) : nothing}
      </div>
    `;
  }

  get #focused(): Element | null | undefined {
    return (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement;
  }

  get #isFocusSeen(): boolean {
    const box = this.#focused?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  }

  get #keys(): readonly string[] {
    return this.#items.items.flatMap(({ type, key }) => (type === 'entry' || type === 'plan' ? [key] : []));
  }

  #readItems(): readonly Item[] {
    const { format, timeZone, lang } = this.#host.locale;
    const { ahead, past, aheadCount } = this.#rows;
    const today = format.today();
    const of = [ahead, past, aheadCount, this.isAllAhead, today, timeZone, lang];
    if (of.some((input, index) => input !== this.#items.of[index])) {
      const shown = this.isAllAhead ? ahead : ahead.slice(0, PLANNED_AT_FIRST);
      const sections = sectionsOf(past, { today, timeZone, firstWeekday: firstWeekdayOf(lang) });
      this.#items = { of, items: itemsOf(shown, this.isAllAhead ? 0 : aheadCount - shown.length, sections) };
    }
    return this.#items.items;
  }

  get #stretch(): readonly [from: number, to: number] {
    return this.#inSight.of(this.#host.renderRoot?.querySelector('.sections'));
  }

  #toDraw(items: readonly Item[]): readonly number[] {
    const root = this.#host.renderRoot as ShadowRoot | undefined;
    const isHeld = this.#wantsFocus || root?.activeElement?.closest('.entry') != null;
    return drawnItems(items, this.#heights.stackOf(items), this.#stretch, isHeld ? this.active : undefined);
  }

  /** Scrolled: draws anew where other entries have come into sight, or older ones have to be read. */
  #look(): void {
    const { items } = this.#items;
    if (items.length === 0) return;
    const drawn = this.#toDraw(items);
    const isOther = drawn[0] !== this.#drawn[0] || drawn.at(-1) !== this.#drawn.at(-1);
    if (isOther || (this.#rows.left > 0 && drawn.at(-1) === items.length - 1)) this.#host.requestUpdate();
  }

  /** Reads on where what is in sight, or soon will be, was not read. */
  #readOn(items: readonly Item[], size: number): void {
    const isNearEnd = (this.#drawn.at(-1) ?? 0) > items.length - READ_AHEAD;
    const below = Math.max(0, Math.ceil((this.#stretch[1] - size) / this.#heights.guess));
    const wanted = isNearEnd ? this.#rows.past.length + Math.min(MOST_READ, READ_AHEAD + below) : 0;
    this.#rows.show(wanted, this.isAllAhead);
  }

  #step(event: KeyboardEvent): boolean {
    const target = event.composedPath()[0];
    const id = target instanceof HTMLElement ? target.dataset['entry'] : undefined;
    const step = STEPS[event.key];
    if (id === undefined || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    event.preventDefault();
    const keys = this.#keys;
    const next = keys[Math.max(0, Math.min(keys.length - 1, keys.indexOf(id) + step))];
    if (next) this.go(next);
    return true;
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-entry]')?.dataset['entry'];
    if (id === undefined || id === this.active) return;
    this.active = id;
    this.#host.requestUpdate();
  };
}

/** What lies out of sight; where it is still being read, that is seen when somebody gets there. */
const roomOf = (height: number, isWaiting = false): TemplateResult => html`
  <div class="room" aria-hidden="true" .style=${styled(`block-size:${height}px`)}>${isWaiting ? html`<div class="waiting">${[1, 2, 3].map(entrySkeleton)}</div>` : nothing}</div>
`;

/** An entry that is on its way. */
const entrySkeleton = (): TemplateResult => html`
  <div class="entry" aria-hidden="true"><span class="disc"></span><div class="what stack">${skeleton('half')}${skeleton('wide')}</div></div>
`;
