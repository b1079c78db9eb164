import { css, html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { icon } from './icon.js';
import { arrowDown, arrowUp } from './icons/heads.js';
import { grip } from './icons/shown.js';
import { orderMessages } from './order.messages.js';

/** The element whose list it is. */
export interface OrderHost extends LitElement {
  readonly locale: Locale;
}

/** A list that people put in order. */
export interface OrderOptions {
  /** Its `data-order` in the template; one element may have several. */
  readonly name: string;
  /** The keys of its rows in their order; each row has its own in `data-key`. */
  readonly keys: () => readonly string[];
  /** Puts a row at a place, counted without it. It is drawn there when this is done, or soon after. */
  readonly move: (key: string, to: number) => unknown;
  /** Says something to a screen reader. */
  readonly announce: (text: string) => void;
}

/** Pixels that a pointer goes before it carries something. */
const SLACK = 4;
/** Frames to wait for a row to stand where it was put. */
const PATIENCE = 120;

/**
 * A list whose rows are put in order by dragging their grip, by the arrow keys, Home and End on it, and by two buttons: all
 * of them do the same. While a row is carried, a line shows where it would come; Escape puts it back. Rows may be drawn anew
 * in the middle of it. Needs {@link orderStyles}, buttonStyles and iconStyles.
 */
export class Order implements ReactiveController {
  readonly #host: OrderHost;
  readonly #options: OrderOptions;
  #carried: { readonly key: string; to: number } | undefined;
  #end: (() => void) | undefined;

  constructor(host: OrderHost, options: OrderOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end?.();
  }

  /** The class of a row: that it is carried, or that the carried one would come before or behind it. */
  rowClass(key: string): string {
    const carried = this.#carried;
    if (!carried) return '';
    if (carried.key === key) return 'carried';
    const others = this.#options.keys().filter((each) => each !== carried.key);
    if (others[carried.to] === key) return 'before';
    return carried.to >= others.length && others.at(-1) === key ? 'behind' : '';
  }

  /** What a row is dragged by. */
  grip(key: string, label: string): TemplateResult {
    const say = sentencesIn(orderMessages, this.#host.locale);
    return html`<button type="button" class="grip" data-place="grip ${key}" aria-label=${say.grip(label)} title=${say.gripHint} @pointerdown=${(event: PointerEvent) => this.#hold(event, key, label)} @keydown=${(event: KeyboardEvent) => this.#onKey(event, key, label)}>${icon(grip)}</button>`;
  }

  /** One place up, one place down. */
  buttons(key: string, label: string): TemplateResult {
    const say = sentencesIn(orderMessages, this.#host.locale);
    const keys = this.#options.keys();
    const at = keys.indexOf(key);
    const button = (way: 'up' | 'down', to: number): TemplateResult => {
      const isEnd = to < 0 || to >= keys.length;
      return html`<button type="button" class="button quiet small square icon-small" data-place="${way} ${key}" aria-label=${say[way](label)} aria-disabled=${isEnd ? 'true' : 'false'} @click=${() => void (isEnd || this.#put(key, label, to, way))}>${icon(way === 'up' ? arrowUp : arrowDown)}</button>`;
    };
    return html`<span class="order-buttons">${button('up', at - 1)}${button('down', at + 1)}</span>`;
  }

  async #put(key: string, label: string, to: number, by: string): Promise<void> {
    const { keys, move, announce } = this.#options;
    const count = keys().length;
    const place = Math.min(Math.max(to, 0), count - 1);
    if (keys().indexOf(key) === place) return;
    await move(key, place);
    for (let frame = 0; frame < PATIENCE && keys().indexOf(key) !== place; frame++)
      await new Promise(requestAnimationFrame);
    if (keys().indexOf(key) !== place) return; // refused, and said so
    announce(sentencesIn(orderMessages, this.#host.locale).moved(label, place + 1, count));
    await this.#host.updateComplete;
    // Drawn at another place: the focus goes along.
    this.#find(`[data-place="${by} ${CSS.escape(key)}"]`)?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #onKey(event: KeyboardEvent, key: string, label: string): void {
    const keys = this.#options.keys();
    const at = keys.indexOf(key);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: keys.length - 1 }[event.key];
    if (to === undefined || this.#carried) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#put(key, label, to, 'grip');
  }

  #hold(down: PointerEvent, key: string, label: string): void {
    if (down.button !== 0) return;
    this.#end?.();
    const onMove = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      if (!this.#carried && Math.abs(event.clientY - down.clientY) < SLACK) return;
      this.#carried = { key, to: this.#placeAt(event.clientY, key) };
      this.#host.requestUpdate();
    };
    const onUp = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const carried = this.#carried;
      this.#end?.();
      if (carried && event.type === 'pointerup') void this.#put(key, label, carried.to, 'grip');
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#end?.();
    };
    // At the window: the grip may be drawn anew while it is held.
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onUp);
    addEventListener('keydown', onKey, true);
    this.#end = () => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onUp);
      removeEventListener('keydown', onKey, true);
      this.#end = undefined;
      this.#carried = undefined;
      this.#host.requestUpdate();
    };
  }

  /** How many of the other rows have their middle above a height of the window. */
  #placeAt(height: number, key: string): number {
    const list = this.#find(`[data-order="${this.#options.name}"]`);
    const rows = [...(list?.children ?? [])].filter(
      (row): row is HTMLElement => row instanceof HTMLElement && row.dataset.key !== undefined,
    );
    const others = rows.filter((row) => row.dataset.key !== key);
    const boxes = others.map((row) => row.getBoundingClientRect());
    const to = boxes.filter(({ top, bottom }) => (top + bottom) / 2 < height).length;
    others[Math.min(to, others.length - 1)]?.scrollIntoView({ block: 'nearest' });
    return to;
  }
}

/** The looks of {@link Order}: the row carries `rowClass`. */
export const orderStyles = css`
  .grip { display: grid; place-items: center; flex: none; inline-size: 20px; block-size: var(--kith-control-sm); padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: var(--kith-text-subtle); cursor: grab; touch-action: none; }
  .grip:hover { background: var(--kith-hover); color: var(--kith-text); }
  .order-buttons { display: inline-flex; flex: none; }
  .order-buttons > [aria-disabled='true'] { opacity: 0.4; }
  [data-key].carried { opacity: 0.38; }
  [data-key]:is(.before, .behind) { position: relative; }
  [data-key]:is(.before, .behind)::after { content: ''; position: absolute; inset-inline: 0; block-size: 2px; border-radius: 1px; background: var(--kith-accent); pointer-events: none; }
  [data-key].before::after { inset-block-start: -1px; }
  [data-key].behind::after { inset-block-end: -1px; }
  @media (forced-colors: active) { [data-key]:is(.before, .behind)::after { background: Highlight; } }
`;
