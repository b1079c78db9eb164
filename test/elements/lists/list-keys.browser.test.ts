import '@kith/elements/define';
import type { Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { openPeopleBook } from '../../../stories/books/people.js';
import { type ListDriver, showList } from '../../support/list-driver.js';

describe('a list by key', () => {
  let store: Store;
  let list: ListDriver;
  let first: string;
  let second: string;

  beforeEach(async () => {
    await setViewport({ width: 1440, height: 900 });
    store = await openPeopleBook(300);
    list = await (await showList(store)).ready();
    [first = '', second = ''] = list.names;
  });
  afterEach(() => document.documentElement.removeAttribute('dir'));

  it('LS20 goes from cell to cell, to the ends of rows and of the list, and up to the heads', async () => {
    await list.click(first, 'Job title');
    await list.press('ArrowDown');
    expect(list.focused).to.equal(`${second} / Job title`);
    await list.press('ArrowRight', 'ArrowRight');
    expect(list.focused).to.equal(`${second} / Lifecycle stage`);
    await list.press('End');
    expect(list.focused).to.equal(`${second} / Tags`);
    await list.press('Home', 'ArrowUp', 'ArrowUp');
    expect(list.focused).to.equal('head / Name');
    await list.press('Control+End');
    await list.until(() => list.root.activeElement?.closest('[aria-rowindex="301"]'), 'the last row has the focus');
    await list.press('Control+Home');
    await list.until(() => list.focused === `${first} / Name`, 'the first cell has the focus');
    await list.press('PageDown');
    const index = Number(list.root.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex'));
    expect(index).to.be.within(8, 16);
  });

  it('LS21 has one cell that Tab reaches, and keeps it in the document wherever somebody scrolls', async () => {
    await list.click(second, 'Owner');
    expect(list.root.querySelectorAll('.cell[tabindex="0"]').length).to.equal(1);
    await list.scrollTo(200 * 40);
    expect(list.focused).to.equal(`${second} / Owner`);
    await list.press('ArrowUp');
    expect(list.focused).to.equal(`${first} / Owner`);
    expect(list.grid.scrollTop).to.equal(0);
  });

  it('LS17 draws into the elements of rows that have left, and puts them in order at rest, with the focus where it was', async () => {
    const lines = (): HTMLElement[] => [...list.root.querySelectorAll<HTMLElement>('.entry')];
    const indexes = (): number[] => lines().map(({ dataset }) => Number(dataset['item']));
    const isInOrder = (): boolean => indexes().every((item, at, all) => at === 0 || item > (all[at - 1] ?? 0));
    await list.click(second, 'Owner');
    const focused = list.root.activeElement;
    // What reuses elements is fetched when the browser has nothing else to do: it is there once they are out of order.
    let known = new Set(lines());
    for (let top = 120; isInOrder(); top += 120) {
      known = new Set(lines());
      await list.scrollTo(top);
    }
    await list.scrollTo(list.grid.scrollTop + 120);
    expect(lines().filter((line) => !known.has(line)).length, 'elements that were made for it').to.be.below(3);
    await list.until(isInOrder, 'the rows stand in their order');
    for (const line of lines())
      expect(line.dataset['item'], 'each line says which it is').to.equal(
        String(Number(line.getAttribute('aria-rowindex')) - 2),
      );
    expect(list.root.activeElement).to.equal(focused);
    expect(list.focused).to.equal(`${second} / Owner`);
  });

  it('LS22 chooses by Space, by Shift and arrows, all by Ctrl+A, none by Escape, and says how many', async () => {
    await list.click(first, 'Name');
    await list.press('Space');
    expect(list.selected).to.deep.equal([first]);
    await list.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await list.until(() => list.selected.length === 3, 'three rows are chosen');
    await list.until(() => list.announced === '3 selected', 'it is said');
    await list.press('Control+a');
    expect(list.announced).to.equal('300 selected');
    await list.scrollTo(250 * 40);
    await list.until(
      () => list.root.querySelector('[aria-rowindex="252"][aria-selected=true]'),
      'far rows are chosen, too',
    );
    await list.press('Escape');
    expect(list.announced).to.equal('Nothing selected');
  });

  it('LS23 chooses a range by pointer, and all but one', async () => {
    const box = (name: string): HTMLInputElement => list.row(name).querySelector('.box') as HTMLInputElement;
    const { names } = list;
    box(names[1] ?? '').click();
    await list.settled();
    box(names[4] ?? '').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await list.until(() => list.selected.length === 4, 'four rows are chosen');
    (list.root.querySelector('[data-select=all]') as HTMLElement).click();
    await list.until(() => list.list.selectedCount === 300, 'all are chosen');
    box(first).click();
    await list.until(() => list.list.selectedCount === 299, 'all but one are chosen');
    expect(list.selected).not.to.include(first);
  });

  it('LS24 sorts, moves, widens and hides a column without a pointer', async () => {
    list.head('Rating').focus();
    await list.press('Enter');
    expect(list.head('Rating').getAttribute('aria-sort')).to.equal('ascending');
    await list.press('Control+Shift+ArrowLeft');
    await list.until(() => list.heads.indexOf('Rating') === 3, 'it stands one place before');
    expect(list.focused).to.equal('head / Rating');
    expect(list.announced).to.equal('Rating is column 4 of 9');
    const { offsetWidth } = list.head('Rating');
    await list.press('Alt+Shift+ArrowRight');
    await list.until(() => list.head('Rating').offsetWidth === offsetWidth + 16, 'it is wider');
    await list.press('Alt+ArrowDown');
    await list.choose('Hide column');
    await list.until(() => !list.heads.includes('Rating'), 'it is hidden');
  });

  it('LS25 makes a column wider and carries it to another place with the pointer', async () => {
    const point = (target: EventTarget, type: string, x: number, y: number): void => {
      const at = { clientX: x, clientY: y, pointerId: 5, pointerType: 'mouse', isPrimary: true, button: 0 };
      target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: true, composed: true, cancelable: true }));
    };
    await list.list.tools();
    const edge = list.head('Job title').querySelector('.resizer') as HTMLElement;
    const { right, top } = edge.getBoundingClientRect();
    point(edge, 'pointerdown', right, top + 5);
    await list.settled();
    point(window, 'pointermove', right + 50, top + 5);
    point(window, 'pointerup', right + 50, top + 5);
    await list.until(() => list.head('Job title').offsetWidth === 210, 'it is 50 pixels wider');
    const [from, to] = ['Owner', 'Company'].map((label) => list.head(label).getBoundingClientRect());
    point(list.head('Owner'), 'pointerdown', (from?.left ?? 0) + 20, top + 5);
    await list.settled();
    // Rows that come in meanwhile draw the list anew.
    list.list.requestUpdate();
    await list.settled();
    point(window, 'pointermove', (to?.left ?? 0) + 5, top + 5);
    point(window, 'pointerup', (to?.left ?? 0) + 5, top + 5);
    await list.until(() => list.heads.indexOf('Owner') === 2, 'it stands before the company');
  });

  it('LS26 goes the other way where people read from right to left', async () => {
    document.documentElement.dir = 'rtl';
    await list.click(first, 'Name');
    await list.press('ArrowLeft');
    expect(list.focused).to.equal(`${first} / Job title`);
  });

  it('LS28 loses nothing that is done before there are hands', async () => {
    list = await showList(store);
    await list.until(() => list.root.querySelector('[data-id]'), 'the rows are drawn');
    list.head('Rating').click();
    list.cell(list.names[0] ?? '', 'Job title').focus();
    list.root.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, composed: true }),
    );
    await list.until(() => list.head('Rating').getAttribute('aria-sort') === 'ascending', 'it is sorted');
    await list.until(() => list.focused.endsWith('/ Company'), 'the focus has gone on');
  });

  it('LS27 adds and takes away columns in the chooser', async () => {
    await list.list.tools();
    await list.settled();
    list.button('columns').click();
    await list.until(() => list.root.querySelector('.chooser'), 'the chooser is open');
    const line = [...list.root.querySelectorAll<HTMLElement>('.chooser label')].find((label) =>
      label.textContent?.includes('E-mail'),
    );
    line?.querySelector('input')?.click();
    await list.until(() => list.heads.includes('E-mail'), 'the column is there');
    const shown = [...list.root.querySelectorAll<HTMLElement>('.chooser label')].find((label) =>
      label.textContent?.includes('Owner'),
    );
    shown?.querySelector('input')?.click();
    await list.until(() => !list.heads.includes('Owner'), 'the column is gone');
  });
});
