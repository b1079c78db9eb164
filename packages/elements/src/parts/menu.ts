import { css, html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { type Icon, icon } from './icon.js';
import { check } from './icons/shown.js';
import { place } from './place.js';

/** One line of a menu. With a `reason` it is shown but cannot be chosen, and says why. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: Icon | undefined;
  /** Any picture in place of an icon. */
  readonly picture?: unknown;
  /** At the end of the line: a shortcut or a hint. */
  readonly hint?: string | undefined;
  readonly reason?: string | undefined;
  readonly isCurrent?: boolean | undefined;
  /** On or off: choosing it leaves the menu open, for the next one. */
  readonly isChecked?: boolean | undefined;
  readonly tone?: 'plain' | 'danger';
  readonly choose: () => void;
}

/** Lines that belong together, under a caption. */
export interface MenuGroup {
  readonly caption?: string | undefined;
  readonly items: readonly MenuItem[];
}

/**
 * A menu of an element. `open()` it at a button and put `${this.menu.render()}` once into the template; it lives in the
 * element's own shadow root, so it works inside closed ones. Arrow keys, Home, End, first letters, Escape; the focus
 * goes back to where it came from. Needs {@link menuStyles} and overlayStyles.
 */
export class Menu implements ReactiveController {
  #label = '';
  #groups: readonly MenuGroup[] = [];
  #anchor: HTMLElement | undefined;
  /** What had the focus before it opened. */
  #from: Element | null | undefined;
  #isOpening = false;
  #learned: Promise<unknown> | undefined;
  #typed = '';
  #typedAt = 0;
  readonly #host: LitElement;
  readonly #align: 'start' | 'end';
  readonly #panel = createRef<HTMLElement>();

  /** `align` says which edge of its anchor it stands at. */
  constructor(host: LitElement, align: 'start' | 'end' = 'end') {
    this.#host = host;
    this.#align = align;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#anchor !== undefined;
  }

  hostDisconnected(): void {
    this.#anchor = undefined;
  }

  /**
   * Opens the menu at an element, replacing what was open. `label` names it for a screen reader. `learned` are its lines
   * with what has to be asked for first; they are shown if it is still this menu that is open, and not another one.
   */
  async open(
    anchor: HTMLElement,
    label: string,
    groups: readonly MenuGroup[],
    learned?: Promise<readonly MenuGroup[]>,
  ): Promise<void> {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (!this.#panel.value?.contains(activeElement)) this.#from = activeElement;
    this.#anchor = anchor;
    this.#label = label;
    this.#isOpening = true;
    this.#typed = '';
    this.#learned = learned;
    void learned?.then((lines) => this.#learned === learned && this.update(lines));
    this.update(groups);
    await this.#host.updateComplete;
    this.#isOpening = false;
    const panel = this.#panel.value;
    if (!panel || !this.#anchor) return;
    panel.showPopover();
    place(panel, anchor, this.#align);
    (this.#lines().find((line) => line.getAttribute('aria-disabled') !== 'true') ?? this.#lines()[0])?.focus();
  }

  /** Shows other lines in the menu that is open, for what is learned meanwhile. The focus stays where it is. */
  update(groups: readonly MenuGroup[]): void {
    if (!this.isOpen) return;
    this.#groups = groups.filter((group) => group.items.length > 0);
    this.#host.requestUpdate();
  }

  close(): void {
    this.#panel.value?.hidePopover();
    this.#giveBack();
  }

  /** The browser gives the focus back only where it was in the same tree, and what had it may have been drawn anew. */
  #giveBack(): void {
    const from = this.#from?.isConnected ? (this.#from as HTMLElement) : this.#anchor;
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (from?.isConnected && (!activeElement || this.#panel.value?.contains(activeElement))) from.focus();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`
      <div class="menu overlay" role="menu" popover="auto" aria-label=${this.#label} ${ref(this.#panel)} @toggle=${this.#onToggle} @keydown=${this.#onKeydown}>
        ${this.#groups.map(
          (group, index) => html`
            ${index > 0 ? html`<hr />` : nothing}
            <div role="group" aria-label=${group.caption ?? nothing}>
              ${group.caption ? html`<div class="menu-caption" aria-hidden="true">${group.caption}</div>` : nothing}
              ${group.items.map((item) => this.#renderItem(item))}
            </div>
          `,
        )}
      </div>
    `;
  }

  #renderItem(item: MenuItem): TemplateResult {
    const choose = (): void => {
      if (item.reason) return;
      if (item.isChecked === undefined) this.close();
      item.choose();
    };
    const isCheck = item.isChecked !== undefined;
    const classes = `menu-item ${item.tone ?? 'plain'} ${item.reason ? 'refused' : ''}`;
    return html`
      <button type="button" class=${classes} role=${isCheck ? 'menuitemcheckbox' : 'menuitem'} tabindex="-1" aria-checked=${isCheck ? String(item.isChecked) : nothing} aria-disabled=${item.reason ? 'true' : nothing} aria-current=${item.isCurrent ? 'true' : nothing} @click=${choose}>
        ${item.picture ?? (item.icon ? icon(item.icon) : nothing)}
        <span class="menu-text"><bdi>${item.label}</bdi>${item.reason ? html`<span class="menu-reason">${item.reason}</span>` : nothing}</span>
        ${item.hint ? html`<span class="menu-hint" dir="auto">${item.hint}</span>` : nothing}
        ${item.isCurrent || item.isChecked ? icon(check) : nothing}
      </button>
    `;
  }

  #lines(): HTMLElement[] {
    return [...(this.#panel.value?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
  }

  readonly #onToggle = (event: Event): void => {
    // That a menu has closed is told after the next one may have been asked for.
    if ((event as ToggleEvent).newState === 'open' || this.#isOpening) return;
    this.#giveBack();
    this.#anchor = undefined;
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const lines = this.#lines();
    const at = lines.indexOf(event.target as HTMLElement);
    const go = (to: number): void => lines[(to + lines.length) % lines.length]?.focus();
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Tab') this.close();
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey)
      this.#type(event, lines, at);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  #type(event: KeyboardEvent, lines: readonly HTMLElement[], at: number): void {
    this.#typed = event.timeStamp - this.#typedAt < 600 ? this.#typed + event.key : event.key;
    this.#typedAt = event.timeStamp;
    const ordered = [...lines.slice(at + (this.#typed.length > 1 ? 0 : 1)), ...lines];
    const starts = (line: HTMLElement): boolean =>
      line.textContent?.trim().toLocaleLowerCase().startsWith(this.#typed.toLocaleLowerCase()) ?? false;
    ordered.find(starts)?.focus();
  }
}

/** The looks of {@link Menu}. */
export const menuStyles = css`
  .menu { min-inline-size: 220px; max-inline-size: min(320px, 92vw); max-block-size: min(480px, 80vh); padding: 4px; overflow-y: auto; }
  .menu hr { block-size: 1px; margin: 4px -4px; border: 0; background: var(--kith-border); }
  .menu-caption { padding: 6px 8px 2px; font-size: var(--kith-size-xs); font-weight: 500; color: var(--kith-text-subtle); }
  .menu-item { display: flex; align-items: center; gap: 8px; inline-size: 100%; min-block-size: 30px; padding: 4px 8px; border: 0; border-radius: 5px; background: none; text-align: start; cursor: default; }
  .menu-item > svg { inline-size: 16px; }
  .menu-item > .icon { color: var(--kith-text-subtle); }
  .menu-item:hover, .menu-item:focus-visible { background: var(--kith-hover); }
  .menu-item:focus-visible { outline-offset: -2px; }
  .menu-item.danger, .menu-item.danger > .icon { color: var(--kith-negative-text); }
  .menu-item.refused { color: var(--kith-text-disabled); }
  .menu-text { flex: 1; min-inline-size: 0; display: grid; justify-items: start; }
  .menu-reason { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); text-wrap: pretty; }
  .menu-hint { font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
`;
