import type { KithApp, KithTaskList } from '@kith/elements';
import type { Store } from '@kith/store';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { NOW } from '../../stories/books/brevent.js';
import { waitUntil } from './wait-until.js';

/** How a list of tasks is shown to a test. */
export interface ShowTasksOptions {
  readonly width?: number;
  readonly lang?: string;
  readonly now?: () => number;
}

/** A page with one list of tasks in an app. */
export async function showTasks(
  store: Store | PromiseLike<Store>,
  element: TemplateResult = html`<kith-task-list></kith-task-list>`,
  { width = 720, lang = 'en', now = () => NOW }: ShowTasksOptions = {},
): Promise<TaskDriver> {
  fixtureCleanup();
  const clock = (): never => new Date(now()).toISOString() as never;
  const app = await fixture<KithApp>(html`
    <kith-app .store=${store} .now=${clock} lang=${lang} time-zone="Europe/Vienna" style=${`display: block; inline-size: ${width}px`}>${element}</kith-app>
  `);
  return new TaskDriver(app.querySelector('kith-task-list') as KithTaskList, app);
}

/** Uses a list of tasks as a person does. */
export class TaskDriver {
  readonly list: KithTaskList;
  readonly app: KithApp;

  constructor(list: KithTaskList, app: KithApp) {
    this.list = list;
    this.app = app;
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot as ShadowRoot;
  }

  async until(state: () => unknown, what: string): Promise<void> {
    await waitUntil(state, what);
  }

  /** Until tasks are there. */
  async ready(): Promise<this> {
    await this.until(() => this.root.querySelector('[data-id]'), `tasks are drawn; there is: ${this.text}`);
    return this;
  }

  /** Until these words are drawn. */
  async shows(...words: readonly string[]): Promise<this> {
    for (const word of words)
      await this.until(() => this.text.includes(word), `"${word}" is there; there is: ${this.text}`);
    return this;
  }

  get text(): string {
    const drawn = [...this.root.children].map((child) => child.textContent).join(' ');
    return drawn.replace(/\s+/g, ' ').trim();
  }

  /** The heads of groups with their counts, in order. */
  get groups(): readonly string[] {
    return this.#inOrder('[data-group]').map((head) =>
      [...head.querySelectorAll('b, .count')].map((part) => part.textContent).join(' '),
    );
  }

  /** What is drawn of the tasks, from the top. */
  get subjects(): readonly string[] {
    return this.#inOrder('[data-id]').map((row) => row.querySelector('.subject')?.textContent?.trim() ?? '');
  }

  row(subject: string): HTMLElement {
    const found = this.#inOrder('[data-id]').find(
      (row) => row.querySelector('.subject')?.textContent?.trim() === subject,
    );
    if (!found) throw new Error(`There is no task ${subject}; there are ${this.subjects.join(', ')}.`);
    return found;
  }

  /** The subject of the task that has the focus, or the name of the group. */
  get focused(): string {
    const active = this.root.activeElement;
    return (active?.querySelector('.subject') ?? active?.querySelector('b') ?? active)?.textContent?.trim() ?? '';
  }

  /** What was said to a screen reader last. */
  get announced(): string {
    return this.app.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }

  /** The toast of the page. */
  get toast(): string {
    return this.app.shadowRoot?.querySelector('.toast-text')?.textContent?.trim() ?? '';
  }

  async focus(subject: string): Promise<void> {
    this.row(subject).focus();
    await this.list.updateComplete;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const press of keys) await sendKeys({ press });
  }

  /** Types into the line for new tasks. */
  async write(text: string): Promise<HTMLInputElement> {
    const input = this.root.querySelector('.add > input') as HTMLInputElement;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.until(() => this.root.querySelector('.add-foot'), 'the line is open');
    return input;
  }

  async search(text: string): Promise<void> {
    const input = this.root.querySelector('.search > input') as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.list.updateComplete;
  }

  /** Chooses a line of the menu that is open. */
  async choose(label: string): Promise<void> {
    const find = (): HTMLElement | undefined =>
      [...this.root.querySelectorAll<HTMLElement>('.menu:popover-open .menu-item')].find(
        (line) => line.querySelector('bdi')?.textContent?.trim() === label,
      );
    await this.until(find, `the menu offers ${label}`);
    find()?.click();
  }

  async undo(): Promise<void> {
    await this.until(() => this.app.shadowRoot?.querySelector('.toast-action'), 'there is an undo');
    this.app.shadowRoot?.querySelector<HTMLElement>('.toast-action')?.click();
  }

  #inOrder(selector: string): readonly HTMLElement[] {
    const itemOf = (row: HTMLElement): number => Number(row.dataset['item']);
    return [...this.root.querySelectorAll<HTMLElement>(selector)].sort((left, right) => itemOf(left) - itemOf(right));
  }
}
