import type { KithApp, KithList } from '@kith/elements';
import type { Store } from '@kith/store';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PEOPLE_COLUMNS } from '../../stories/books/people.js';
import { waitUntil } from './wait-until.js';

/** How a list is shown to a test. */
export interface ShowListOptions extends Partial<Pick<KithList, 'view' | 'where' | 'keep' | 'columns'>> {
  readonly width?: number;
}

/** A page with nothing but one list of people in an app. */
export async function showList(store: Store | PromiseLike<Store>, options: ShowListOptions = {}): Promise<ListDriver> {
  fixtureCleanup();
  const { width = 1_400, view = {}, columns = PEOPLE_COLUMNS, where, keep } = options;
  const app = await fixture<KithApp>(html`
    <kith-app .store=${store} .now=${() => '2026-11-20T09:00:00.000Z' as never} time-zone="Europe/Vienna" style="display: block; inline-size: ${width}px">
      <kith-contact-list .columns=${columns} .view=${view} .where=${where} .keep=${keep} style="block-size: 620px"></kith-contact-list>
    </kith-app>
  `);
  return new ListDriver(app.querySelector('kith-contact-list') as KithList, app);
}

/** Uses a list as a person does. */
export class ListDriver {
  readonly list: KithList;
  readonly app: KithApp | undefined;

  constructor(list: KithList, app?: KithApp) {
    this.list = list;
    this.app = app;
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot as ShadowRoot;
  }

  /** Until rows are there. */
  async ready(): Promise<this> {
    await this.until(() => this.root.querySelector('[data-id], .group'), 'the rows are drawn');
    await Promise.all([this.list.hands(), this.list.tools()]);
    await this.settled();
    return this;
  }

  /** Until nothing more is to be drawn. */
  async settled(): Promise<void> {
    while (!(await this.list.updateComplete));
    await new Promise(requestAnimationFrame);
    while (!(await this.list.updateComplete));
  }

  async until(state: () => unknown, what: string): Promise<void> {
    await waitUntil(state, what);
  }

  get grid(): HTMLElement {
    return this.#one('.viewport');
  }

  /** What was said to a screen reader last. */
  get announced(): string {
    return this.app?.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }

  get foot(): string {
    return (this.root.querySelector('.foot')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** The names of the rows that are drawn, in their order. */
  get names(): readonly string[] {
    return [...this.root.querySelectorAll('[data-id] .name')].map((name) => name.textContent?.trim() ?? '');
  }

  /** The labels of the columns. */
  get heads(): readonly string[] {
    return [...this.root.querySelectorAll('.head .head-label')].map((label) => label.textContent?.trim() ?? '');
  }

  /** The texts of a column in the rows that are drawn. */
  texts(label: string): readonly string[] {
    const at = this.heads.indexOf(label) + 1;
    return [...this.root.querySelectorAll(`[data-id] > [aria-colindex="${at}"]`)].map(
      (cell) => cell.textContent?.trim() ?? '',
    );
  }

  head(label: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('[role=columnheader]')].find(
      (head) => head.querySelector('.head-label')?.textContent?.trim() === label,
    );
    if (!found) throw new Error(`There is no column ${label}; there are ${this.heads.join(', ')}.`);
    return found;
  }

  row(name: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('[data-id]')].find(
      (row) => row.querySelector('.name')?.textContent?.trim() === name,
    );
    if (!found) throw new Error(`There is no row ${name}; there are ${this.names.join(', ')}.`);
    return found;
  }

  cell(name: string, label: string): HTMLElement {
    return this.row(name).querySelector(`[aria-colindex="${this.heads.indexOf(label) + 1}"]`) as HTMLElement;
  }

  /** The names of the chosen rows among those that are drawn. */
  get selected(): readonly string[] {
    return [...this.root.querySelectorAll('[data-id][aria-selected=true] .name')].map(
      (name) => name.textContent?.trim() ?? '',
    );
  }

  /** Where the focus is: the row's name, or the column's head, and the column. */
  get focused(): string {
    const cell = this.root.activeElement;
    const column = this.heads[Number(cell?.getAttribute('aria-colindex')) - 1] ?? '';
    if (cell?.matches('[role=columnheader]')) return `head / ${column}`;
    const line = cell?.closest('.line');
    return `${line?.querySelector('.name, b')?.textContent?.trim() ?? ''} / ${column}`;
  }

  /** Puts the focus on a cell by a click. */
  async click(name: string, label: string): Promise<void> {
    this.cell(name, label).click();
    await this.settled();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const press of keys) {
      await sendKeys({ press });
      await this.settled();
    }
  }

  async search(text: string): Promise<void> {
    const input = this.#one<HTMLInputElement>('.search > input');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.settled();
  }

  async scrollTo(top: number): Promise<void> {
    this.grid.scrollTop = top;
    await new Promise(requestAnimationFrame);
    await this.settled();
  }

  /** Chooses a line of the menu that is open. */
  async choose(label: string): Promise<void> {
    const lines = (): HTMLElement[] => [...this.root.querySelectorAll<HTMLElement>('.menu:popover-open .menu-item')];
    const find = (): HTMLElement | undefined =>
      lines().find((line) => line.querySelector('bdi')?.textContent?.trim() === label);
    await this.until(find, `the menu offers ${label}`);
    find()?.click();
    await this.settled();
  }

  button(action: string): HTMLElement {
    return this.#one(`[data-action="${action}"]`);
  }

  #one<Found extends HTMLElement>(selector: string): Found {
    const found = this.root.querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }
}
