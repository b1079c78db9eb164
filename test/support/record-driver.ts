import type { KithApp, KithElement } from '@kith/elements';
import type { Store } from '@kith/store';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { NOW } from '../../stories/books/brevent.js';
import { waitUntil } from './wait-until.js';

/** The clock of a test's page, the same as its store's. */
const pageNow = (): never => new Date(NOW).toISOString() as never;

/** Where and for whom a page is shown. */
export interface PageOptions {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
  readonly density?: 'compact' | 'regular' | 'comfortable';
  readonly timeZone?: string;
}

/** A page with one element of Kith in an app. */
export async function showRecord(
  store: Store | PromiseLike<Store>,
  element: TemplateResult,
  { lang = 'en', dir = 'ltr', theme = 'light', density = 'regular', timeZone = 'Europe/Vienna' }: PageOptions = {},
): Promise<RecordDriver> {
  fixtureCleanup();
  const app = await fixture<KithApp>(html`
    <kith-app .store=${store} .now=${pageNow} lang=${lang} dir=${dir} theme=${theme} density=${density} time-zone=${timeZone}>${element}</kith-app>
  `);
  return new RecordDriver(app.firstElementChild as KithElement, app);
}

/** Uses a card, a panel or a timeline as a person does: by what is written on it, through all its shadow roots. */
export class RecordDriver {
  readonly element: KithElement;
  readonly app: KithApp;

  constructor(element: KithElement, app: KithApp) {
    this.element = element;
    this.app = app;
  }

  /** Everything that matches, in the element and in the elements inside it. */
  all<Found extends HTMLElement = HTMLElement>(selector = '*'): readonly Found[] {
    return rootsOf(this.element).flatMap((root) => [...root.querySelectorAll<Found>(selector)]);
  }

  /** The text that is drawn, in one line. */
  get text(): string {
    return rootsOf(this.element)
      .map((root) => textOf(root))
      .join(' ');
  }

  async until(state: () => unknown, what: string): Promise<void> {
    await waitUntil(state, what);
  }

  /** Until these words are drawn. */
  async shows(...words: readonly string[]): Promise<this> {
    for (const word of words)
      await this.until(() => this.text.includes(word), `"${word}" is there; there is: ${this.text}`);
    return this;
  }

  /** Until these words are drawn no more. */
  async hides(word: string): Promise<this> {
    await this.until(() => !this.text.includes(word), `"${word}" is gone`);
    return this;
  }

  /** A control by its name, as a screen reader says it. */
  control<Found extends HTMLElement = HTMLElement>(name: string): Found {
    const found = this.all<Found>('button, a, input, select, textarea').find((each) => nameOf(each) === name);
    if (!found)
      throw new Error(
        `There is no "${name}". There are: ${this.all('button, a, input, select, textarea').map(nameOf).join(', ')}`,
      );
    return found;
  }

  has(name: string): boolean {
    return this.all('button, a, input, select, textarea').some((each) => nameOf(each) === name);
  }

  /** Presses a control by key. */
  async press(name: string): Promise<void> {
    await this.until(() => this.has(name), `"${name}" is there`);
    this.control(name).focus();
    await sendKeys({ press: 'Enter' });
    await this.element.updateComplete;
  }

  /** What stands in a row of details; empty while a new value is on its way to the store. */
  fact(label: string): string {
    const row = this.all('.detail').find((each) => termOf(each) === label);
    if (row?.hasAttribute('aria-busy')) return '';
    return textOf(row?.querySelector('.detail-value') ?? row?.querySelector('dd') ?? undefined);
  }

  /** Opens a row for editing, by key, and answers its control. */
  async open(label: string): Promise<HTMLInputElement> {
    const names = [`Edit ${label.toLowerCase()}`, `Add ${label.toLowerCase()}`];
    await this.until(() => names.some((name) => this.has(name)), `${label} can be edited`);
    const name = names.find((each) => this.has(each)) ?? '';
    await this.press(name);
    await this.until(() => this.focused?.getAttribute('aria-label') === label, `${label} is being edited`);
    return this.focused as HTMLInputElement;
  }

  /** Edits a row by keys alone. */
  async edit(label: string, text: string): Promise<void> {
    const control = await this.open(label);
    control.value = '';
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    if (text) await sendKeys({ type: text });
    await sendKeys({ press: 'Enter' });
  }

  /** What has the focus, through all shadow roots. */
  get focused(): HTMLElement | undefined {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return (focused as HTMLElement | null) ?? undefined;
  }

  /** What the app's latest toast says. */
  get toast(): string {
    return textOf(this.app.shadowRoot?.querySelector('.toast') ?? undefined);
  }
}

/** The label of a row, without the mark that it is required. */
const termOf = (row: Element): string | undefined => row.querySelector('dt')?.textContent?.replace('*', '').trim();

function rootsOf(element: Element): readonly ParentNode[] {
  const root = element.shadowRoot;
  if (!root) return [];
  return [root, ...[...root.querySelectorAll('*')].flatMap(rootsOf)];
}

/** The words that are drawn: what stands in one element is one piece, however many nodes it is made of. */
function textOf(node: ParentNode | undefined): string {
  if (!node) return '';
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let text = '';
  let before: Node | null = null;
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    text += `${parentElement === before ? '' : ' '}${textContent}`;
    before = parentElement;
  }
  return text.replace(/\s+/g, ' ').trim();
}

const nameOf = (control: HTMLElement): string => control.getAttribute('aria-label') ?? textOf(control);
