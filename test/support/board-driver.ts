import type { KithApp, KithPipelineBoard } from '@kith/elements';
import type { Store } from '@kith/store';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { NOW } from './book.js';
import { waitUntil } from './wait-until.js';

/** The clock of a test's page, the same as its store's. */
export const pageNow = (): never => new Date(NOW).toISOString() as never;

/** A page with nothing but one board in an app. */
export async function showBoard(
  store: Store | PromiseLike<Store>,
  pipeline?: string,
  properties: Partial<KithPipelineBoard> = {},
): Promise<BoardDriver> {
  fixtureCleanup();
  const app = await fixture<KithApp>(html`
    <kith-app .store=${store} .now=${pageNow} time-zone="Europe/Vienna">
      <kith-pipeline-board .pipeline=${pipeline} style="block-size: 680px"></kith-pipeline-board>
    </kith-app>
  `);
  const board = app.querySelector('kith-pipeline-board') as KithPipelineBoard;
  Object.assign(board, properties);
  return new BoardDriver(board, app);
}

/** Uses a board as a person does. */
export class BoardDriver {
  readonly board: KithPipelineBoard;
  readonly app: KithApp | undefined;

  constructor(board: KithPipelineBoard, app?: KithApp) {
    this.board = board;
    this.app = app;
  }

  get root(): ShadowRoot {
    return this.board.shadowRoot as ShadowRoot;
  }

  /** Until the cards are there. */
  async ready(): Promise<this> {
    await this.until(() => this.root.querySelector('[data-card], .none'), 'the board is drawn');
    await this.settled();
    return this;
  }

  /** Until nothing more is to be drawn. */
  async settled(): Promise<void> {
    while (!(await this.board.updateComplete));
    await new Promise(requestAnimationFrame);
    while (!(await this.board.updateComplete));
  }

  async until(state: () => unknown, what: string): Promise<void> {
    await waitUntil(state, what);
  }

  /** The titles of the cards that are drawn in a column, from the top. */
  titles(stage: string): readonly string[] {
    return [...this.column(stage).querySelectorAll('[data-card] .card-title')].map(
      (title) => title.textContent?.trim() ?? '',
    );
  }

  /** Until a column shows these cards, in this order. */
  async shows(stage: string, ...titles: readonly string[]): Promise<void> {
    await this.until(
      () => this.titles(stage).join() === titles.join(),
      `${stage} shows ${titles.join(', ') || 'no card'}; it shows ${this.titles(stage).join(', ')}`,
    );
  }

  column(stage: string): HTMLElement {
    const column = [...this.root.querySelectorAll<HTMLElement>('.column')].find(
      (each) => each.querySelector('.head-name')?.textContent?.trim() === stage,
    );
    if (!column) throw new Error(`There is no column ${stage}.`);
    return column;
  }

  card(title: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('[data-card] .card')].find(
      (card) => card.querySelector('.card-title')?.textContent?.trim() === title,
    );
    if (!found) throw new Error(`There is no card ${title}.`);
    return found;
  }

  title(card: string): HTMLElement {
    return this.card(card).querySelector('.card-title') as HTMLElement;
  }

  /** What a column's head says, in one line. */
  head(stage: string): string {
    return (this.column(stage).querySelector('.head')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get focused(): string {
    return this.root.activeElement?.textContent?.trim() ?? '';
  }

  /** The last thing said to a screen reader. */
  get announced(): { readonly polite: string; readonly assertive: string } {
    const say = (role: string): string =>
      [this.app?.shadowRoot, this.root]
        .map((root) => root?.querySelector(`.unseen[role=${role}]`)?.textContent?.trim() ?? '')
        .find((text) => text !== '') ?? '';
    return { polite: say('status'), assertive: say('alert') };
  }

  get toast(): string {
    return (this.app?.shadowRoot?.querySelector('.toast-text')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Lifts a card with the mouse and carries it over a column; before a card of it, or to its end. */
  async carry(title: string, stage: string, before?: string): Promise<void> {
    const from = middleOf(this.title(title));
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [from[0] + 8, from[1]] });
    await this.until(() => this.root.querySelector('.ghost:popover-open'), 'the card is lifted');
    const [x] = middleOf(this.column(stage));
    const target = before ? this.card(before).getBoundingClientRect() : undefined;
    const cards = this.column(stage).querySelectorAll('[data-card]');
    const last = cards[cards.length - 1]?.getBoundingClientRect();
    const grip = from[1] - this.card(title).getBoundingClientRect().top;
    const height = this.card(title).getBoundingClientRect().height;
    const middle = target
      ? target.top + 10
      : last
        ? last.bottom - 10
        : this.column(stage).getBoundingClientRect().top + 120;
    await sendMouse({ type: 'move', position: [x, Math.round(middle + grip - height / 2)] });
    await this.settled();
  }

  /** Lifts a card with the mouse and carries it to a point of the screen. */
  async carryTo(title: string, x: number, y: number): Promise<void> {
    const from = middleOf(this.title(title));
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [from[0] + 8, from[1]] });
    await this.until(() => this.root.querySelector('.ghost:popover-open'), 'the card is lifted');
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    await this.settled();
  }

  async letGo(): Promise<void> {
    await sendMouse({ type: 'up' });
    await this.until(() => !this.root.querySelector('.ghost'), 'the card has landed');
    await this.settled();
  }

  /** Drags a card into a column: before a card of it, or to its end. */
  async drag(title: string, stage: string, before?: string): Promise<void> {
    await this.carry(title, stage, before);
    await this.letGo();
  }

  /** Opens the menu of a card by its button. */
  async openMenu(title: string): Promise<readonly string[]> {
    (this.card(title).querySelector('.card-menu') as HTMLElement).click();
    await this.until(() => this.root.querySelector('.menu:popover-open'), 'the menu is open');
    await this.settled();
    return this.menuLines.map((line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  }

  get menuLines(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.menu [role=menuitem]')];
  }

  async choose(line: string): Promise<void> {
    const find = () => this.menuLines.find((each) => each.textContent?.trim().startsWith(line));
    // What a stage asks for is known a little after the menu has opened.
    await this.until(find, `the menu has a line ${line}`);
    find()?.click();
    await this.settled();
  }

  async moveByMenu(title: string, line: string): Promise<void> {
    await this.openMenu(title);
    await this.choose(line);
  }

  /** Puts the focus on a card and presses keys, one behind the other. */
  async press(title: string | undefined, ...keys: readonly string[]): Promise<void> {
    if (title) this.title(title).focus();
    for (const key of keys) {
      await sendKeys({ press: key });
      await this.settled();
    }
  }

  /** The titles of the selected cards that are drawn. */
  get selected(): readonly string[] {
    return [...this.root.querySelectorAll('.card.selected .card-title')].map(
      (title) => title.textContent?.trim() ?? '',
    );
  }

  /** Until search, filters and lanes are there. */
  async tools(): Promise<void> {
    await this.until(() => this.root.querySelector('.bar'), 'the bar is there');
    await this.settled();
  }

  /** A click with a key held. */
  async clickWith(title: string, held: Partial<Pick<MouseEvent, 'ctrlKey' | 'shiftKey' | 'metaKey'>>): Promise<void> {
    const click = new PointerEvent('click', { bubbles: true, composed: true, cancelable: true, ...held });
    this.title(title).dispatchEvent(click);
    await this.settled();
  }

  /** The names of the lanes that are drawn, from the top. */
  get lanes(): readonly string[] {
    return [...this.root.querySelectorAll('.lane')].map((lane) => lane.getAttribute('aria-label') ?? '');
  }

  lane(name: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`.lane[aria-label="${CSS.escape(name)}"]`);
    if (!found) throw new Error(`There is no lane ${name}; there are ${this.lanes.join(', ')}.`);
    return found;
  }

  /** The titles in a lane, stage by stage. */
  inLane(name: string): readonly (readonly string[])[] {
    return [...this.lane(name).querySelectorAll('.cell')].map((cell) =>
      [...cell.querySelectorAll('.card-title')].map((title) => title.textContent?.trim() ?? ''),
    );
  }

  /** The app's dialog, once it is open. */
  async dialog(): Promise<HTMLDialogElement> {
    const find = (): HTMLDialogElement | null | undefined =>
      this.app?.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]');
    await this.until(find, 'the dialog is open');
    return find() as HTMLDialogElement;
  }
}

const middleOf = (element: Element): [number, number] => {
  const box = element.getBoundingClientRect();
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
};
