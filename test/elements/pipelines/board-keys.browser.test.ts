import '@kith/elements/define';
import type { KithApp, KithPipelineBoard, NavigateEvent } from '@kith/elements';
import { deals, type Store } from '@kith/store';
import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { expectNothingFromAxe } from '../../support/axe.js';
import { BIG_PIPELINE, openBigBook } from '../../support/big-book.js';
import { BoardDriver, pageNow, showBoard } from '../../support/board-driver.js';
import { ask, namesIn, openBook, stageId, withDeals, withPipeline } from '../../support/book.js';
import { withHold } from '../../support/held-store.js';
import { withRule } from '../../support/rule.js';

describe('the board by key, in other languages and places', () => {
  let store: Store;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;
  let board: BoardDriver;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
    const made = await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça');
    for (const deal of made.slice(2)) await store.run(deals.move({ id: deal.id, stageId: stageId('won') }));
    board = await (await showBoard(store, pipeline.id)).ready();
  });
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    await resetMouse();
  });

  it('BD40 goes from card to card by arrows, and past empty columns', async () => {
    await board.press('Acme', 'ArrowDown');
    expect(board.focused).to.equal('Brama');
    await board.press(undefined, 'ArrowDown');
    expect(board.focused).to.equal('Brama');
    await board.press(undefined, 'Home');
    expect(board.focused).to.equal('Acme');
    await board.press(undefined, 'ArrowRight');
    expect(board.focused).to.equal('Cortiça');
    await board.press(undefined, 'ArrowLeft', 'End');
    expect(board.focused).to.equal('Brama');
    expect(await namesIn(store, pipeline, 'lead')).to.deep.equal(['Acme', 'Brama']);
  });

  it('BD40 has one tab stop for the cards of a column: the title, then its menu', async () => {
    board.title('Brama').focus();
    await board.settled();
    const stops = [...board.column('Lead').querySelectorAll<HTMLElement>('li [tabindex="0"]')];
    expect(stops.map((stop) => stop.textContent?.trim() || stop.ariaLabel)).to.deep.equal(['Brama', 'Move Brama']);
    await sendKeys({ press: 'Tab' });
    expect(board.root.activeElement?.getAttribute('aria-label')).to.equal('Move Brama');
  });

  it('BD40 goes a page further by Page Down and to the end by End, in long columns', async () => {
    const big = await openBigBook(1_000);
    board = await (await showBoard(big, BIG_PIPELINE)).ready();
    await board.press('Won 1', 'PageDown');
    expect(Number(board.focused.slice(4))).to.be.within(3, 8);
    await board.press(undefined, 'End');
    expect(board.focused).to.equal('Won 482');
    const list = board.column('Won').querySelector('.cards') as HTMLElement;
    expect(board.card('Won 482').getBoundingClientRect().bottom).to.be.at.most(list.getBoundingClientRect().bottom);
    await big.close();
  });

  it('BD41 turns the arrows around from right to left', async () => {
    document.documentElement.dir = 'rtl';
    await board.settled();
    await board.press('Acme', 'ArrowLeft');
    expect(board.focused).to.equal('Cortiça');
    await board.press(undefined, 'ArrowRight');
    expect(board.focused).to.equal('Acme');
    const [lead, won] = [board.column('Lead'), board.column('Won')].map(
      (column) => column.getBoundingClientRect().left,
    );
    expect(lead).to.be.above(won ?? 0);
    await board.drag('Acme', 'Proposal');
    await board.shows('Proposal', 'Acme');
  });

  it('BD42 asks the page to show a deal that is chosen', async () => {
    const asked: string[] = [];
    board.board.addEventListener('kith-navigate', (event: NavigateEvent) => asked.push(event.kind));
    await board.press('Acme', 'Enter');
    board.title('Brama').click();
    expect(asked).to.deep.equal(['deal', 'deal']);
  });

  it('BD43 adds deals at the end of a column, one behind the other', async () => {
    board.column('Lead').querySelector<HTMLElement>('.head [data-action="add"]')?.click();
    await board.settled();
    await sendKeys({ type: 'Dolna' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '1,250.50' });
    await sendKeys({ press: 'Enter' });
    await board.shows('Lead', 'Acme', 'Brama', 'Dolna');
    const rows = await ask(store, deals.inStage(pipeline.id, stageId('lead')));
    expect(rows.at(-1)?.amount).to.deep.equal({ minor: 125_050, currency: 'EUR' });
    expect((board.root.activeElement as HTMLInputElement).name).to.equal('name');
    await sendKeys({ type: 'Evora' });
    await sendKeys({ press: 'Enter' });
    await board.shows('Lead', 'Acme', 'Brama', 'Dolna', 'Evora');
    expect(board.toast).to.equal('Evora added to Lead');
    await sendKeys({ press: 'Escape' });
    await board.settled();
    expect(board.root.querySelector('.quick')).to.equal(null);
    expect(board.root.activeElement?.getAttribute('aria-label')).to.equal('Add a deal to Lead');
  });

  it('BD43 adds a deal once, however often Enter is pressed, and keeps what is typed meanwhile', async () => {
    const held = withHold(store);
    board = await (await showBoard(held, pipeline.id)).ready();
    board.column('Lead').querySelector<HTMLElement>('.head [data-action="add"]')?.click();
    await board.settled();
    await sendKeys({ type: 'Dolna' });
    held.hold();
    await board.press(undefined, 'Enter', 'Enter', 'Control+a');
    await sendKeys({ type: 'Evora' });
    held.letGo();
    await board.until(() => board.toast === 'Dolna added to Lead', 'the first is added');
    await board.settled();
    await board.press(undefined, 'Enter');
    await board.shows('Lead', 'Acme', 'Brama', 'Dolna', 'Evora');
  });

  it('BD43 says at the field what cannot be an amount', async () => {
    board.root.querySelector<HTMLElement>('.top-actions .primary')?.click();
    await board.settled();
    await sendKeys({ press: 'Enter' });
    await board.settled();
    expect(board.root.querySelector('.quick-error')?.textContent).to.equal('A deal needs a title.');
    await sendKeys({ type: 'Dolna' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'a lot' });
    await sendKeys({ press: 'Enter' });
    await board.settled();
    expect(board.root.querySelector('.quick-error')?.textContent).to.equal('Write an amount, such as 1,250.');
    expect((board.root.activeElement as HTMLInputElement).name).to.equal('amount');
    expect(board.root.activeElement?.getAttribute('aria-invalid')).to.equal('true');
  });

  it('BD44 is Chinese in every sentence', async () => {
    board.board.lang = 'zh-Hans';
    await board.settled();
    await board.openMenu('Acme');
    const words = [...board.root.querySelectorAll('*')]
      .filter((element) => !['STYLE', 'SVG', 'PATH', 'KBD'].includes(element.tagName.toUpperCase()))
      .flatMap((element) => [
        ...[...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent ?? ''),
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ])
      .map((text) =>
        text.replace(/Acme|Brama|Cortiça|New business|Lead|Proposal|Won|Lost|HANNA|HA|Enter|Esc|M/g, '').trim(),
      );
    expect(words.filter((text) => /[A-Za-z]{2,}/.test(text))).to.deep.equal([]);
  });

  it('BD45 gives axe nothing to object to', async () => {
    await expectNothingFromAxe(board.board);
    await board.openMenu('Acme');
    await expectNothingFromAxe(board.board);
    await board.press(undefined, 'Escape');
    board.column('Lead').querySelector<HTMLElement>('.head [data-action="add"]')?.click();
    await board.settled();
    await expectNothingFromAxe(board.board);
    await board.press('Acme', 'Space', 'ArrowRight');
    await expectNothingFromAxe(board.board);
    await board.press(undefined, 'Escape');
    const refusing = withRule(store, () => ({ code: 'host/no', message: 'Not today.' }));
    board = await (await showBoard(refusing, pipeline.id)).ready();
    await board.press('Acme', 'Space', 'ArrowRight');
    await expectNothingFromAxe(board.board);
    board = await showBoard(await openBook());
    await board.until(() => board.root.querySelector('.empty'), 'the empty state is there');
    await expectNothingFromAxe(board.board);
  });

  it('BD47 works inside a closed shadow root', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'closed' });
    const app = document.createElement('kith-app') as KithApp;
    app.now = pageNow;
    app.store = store;
    const element = document.createElement('kith-pipeline-board') as KithPipelineBoard;
    element.pipeline = pipeline.id;
    element.style.blockSize = '680px';
    app.append(element);
    root.append(app);
    board.board.remove();
    board = await new BoardDriver(element, app).ready();
    await board.drag('Brama', 'Proposal');
    await board.shows('Proposal', 'Brama');
    await board.moveByMenu('Acme', 'Proposal');
    await board.shows('Proposal', 'Acme', 'Brama');
    await board.press(undefined, 'Space', 'ArrowDown', 'Enter');
    await board.shows('Proposal', 'Brama', 'Acme');
    expect(getComputedStyle(element).getPropertyValue('--kith-accent')).not.to.equal('');
  });
});
