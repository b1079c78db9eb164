import '@kith/elements/define';
import { type Command, deals, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { namesIn, openBook, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';
import { withRule } from '../../support/rule.js';

describe('several cards of a board', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça', 'Dolna', 'Evora');
    board = await (await showBoard(store, pipeline.id)).ready();
  });
  afterEach(() => resetMouse());

  const until = async (...titles: readonly string[]): Promise<void> => {
    await board.until(
      () => board.selected.join() === titles.join(),
      `${titles.join(', ')} selected, not ${board.selected.join(', ')}`,
    );
  };

  it('BD50 takes cards into the selection by click with Ctrl or ⌘, and goes on to a range with Shift', async () => {
    const told: number[] = [];
    board.board.addEventListener('kith-selection', ({ count }) => told.push(count));
    await board.clickWith('Brama', { ctrlKey: true });
    await until('Brama');
    expect(board.announced.polite).to.equal('1 card selected');
    expect(board.card('Brama').querySelector('.card-about .unseen')?.textContent).to.equal('Selected');
    await board.clickWith('Dolna', { shiftKey: true });
    await until('Brama', 'Cortiça', 'Dolna');
    await board.clickWith('Cortiça', { metaKey: true });
    await until('Brama', 'Dolna');
    expect(told).to.deep.equal([1, 3, 2]);
    expect(board.root.querySelector('.chosen')?.textContent).to.contain('2 cards selected');
    board.root.querySelector<HTMLElement>('[data-action="clear-selection"]')?.click();
    await until();
    expect(board.root.querySelector('.chosen')).to.equal(null);
  });

  it('BD50 selects by key: X, Shift with arrows, Ctrl+A, Escape', async () => {
    await board.press('Acme', 'x');
    await until('Acme');
    await board.press(undefined, 'Shift+ArrowDown', 'Shift+ArrowDown');
    await until('Acme', 'Brama', 'Cortiça');
    expect(board.focused).to.equal('Cortiça');
    await board.press(undefined, 'Control+a');
    await until('Acme', 'Brama', 'Cortiça', 'Dolna', 'Evora');
    await board.press(undefined, 'Escape');
    await until();
    expect(board.announced.polite).to.equal('No card is selected.');
    await board.press(undefined, 'Control+Space');
    await until('Cortiça');
  });

  it('BD50 selects by plain clicks: one card in its menu, all cards in that of the column', async () => {
    await board.moveByMenu('Brama', 'Select');
    await until('Brama');
    board.column('Lead').querySelector<HTMLElement>('.column-menu')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.choose('Select all 5');
    await until('Acme', 'Brama', 'Cortiça', 'Dolna', 'Evora');
  });

  it('BD51 moves the selected cards together by dragging one of them, in their order, with one undo', async () => {
    const types: string[] = [];
    board.board.addEventListener('kith-command', ({ command }) => types.push(command.type));
    await board.clickWith('Dolna', { ctrlKey: true });
    await board.clickWith('Acme', { ctrlKey: true });
    await board.carry('Dolna', 'Proposal');
    expect(board.root.querySelector('.ghost-count')?.textContent).to.equal('2');
    await board.letGo();
    await board.shows('Proposal', 'Acme', 'Dolna');
    expect(board.toast).to.equal('2 cards moved to Proposal');
    expect(board.announced.polite).to.equal('2 cards moved to Proposal');
    expect(types).to.deep.equal(['deals/move']);
    await until();
    valueOf(await store.undo());
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça', 'Dolna', 'Evora');
  });

  it('BD51 moves the selected cards by the menu and by keys, and within a column', async () => {
    await board.press('Brama', 'x');
    await board.clickWith('Evora', { ctrlKey: true });
    board.root.querySelector<HTMLElement>('[data-action="move-selected"]')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.choose('To the top');
    await board.shows('Lead', 'Brama', 'Evora', 'Acme', 'Cortiça', 'Dolna');
    await board.press('Acme', 'x');
    await board.press('Cortiça', 'x', 'Space');
    expect(board.announced.polite).to.equal('2 cards taken up in Lead, 4 of 5.');
    await board.press(undefined, 'ArrowRight', 'Enter');
    await board.shows('Proposal', 'Acme', 'Cortiça');
    expect(await namesIn(store, pipeline, 'lead')).to.deep.equal(['Brama', 'Evora', 'Dolna']);
  });

  it('BD52 says while they are carried how many of several would stay, and why', async () => {
    const isBrama = (command: Command): boolean =>
      command.type === 'deals/move' && (command.input as { id?: string }).id === brama;
    const [, second] = await namesAndIds();
    const brama = second?.id;
    const needs = { code: 'host/no-quote', message: 'Needs an accepted quote.' };
    const ruled = withRule(store, (command) => (isBrama(command) ? needs : undefined));
    board = await (await showBoard(ruled, pipeline.id)).ready();
    await board.press('Acme', 'x');
    await board.press('Brama', 'x');
    await board.carry('Acme', 'Proposal');
    await board.until(() => board.column('Proposal').querySelector('.reason'), 'it is said before the drop');
    expect(board.column('Proposal').querySelector('.reason')?.textContent).to.contain('1 of 2 stay where they are');
    await sendKeys({ press: 'Escape' });
    await board.until(() => !board.root.querySelector('.ghost'), 'the cards are back');
    await resetMouse();
  });

  it('BD52 leaves out what a hard limit has no room for, keeps it selected, and says so', async () => {
    const full = valueOf(await withLimit(store, 2));
    board = await (await showBoard(store, full.id)).ready();
    await board.press('Acme', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    board.root.querySelector<HTMLElement>('[data-action="move-selected"]')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.choose('Proposal');
    await board.shows('Proposal', 'Acme', 'Brama');
    await until('Cortiça');
    const reason = board.column('Proposal').querySelector('.reason')?.textContent ?? '';
    expect(reason.replace(/\s+/g, ' ')).to.contain('1 of 3 stay where they are Cortiça: ');
    valueOf(await store.undo());
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça', 'Dolna', 'Evora');
  });

  it('BD52 asks once for what a stage needs, for all of them', async () => {
    await board.press('Acme', 'x', 'Shift+ArrowDown');
    await board.moveByMenu('Acme', 'Lost…');
    const dialog = await board.dialog();
    dialog.querySelector<HTMLElement>('.choices button')?.click();
    await board.app?.updateComplete;
    dialog.querySelector<HTMLElement>('.primary')?.click();
    await board.shows('Lost', 'Acme', 'Brama');
    expect(board.toast).to.equal('2 cards moved to Lost');
  });

  it('BD53 drops from the selection what leaves the board', async () => {
    await board.press('Acme', 'x', 'Shift+ArrowDown');
    const [first] = await namesAndIds();
    board.board.where = { not: { field: 'name', is: 'eq', value: 'Acme' } };
    await board.until(() => !board.titles('Lead').includes('Acme'), `${first?.name} has gone`);
    await until('Brama');
    expect([...board.board.selected]).to.have.length(1);
  });

  const namesAndIds = async () => {
    const { firstValueFrom } = await import('rxjs');
    return firstValueFrom(store.watch(deals.inStage(pipeline.id, stageId('lead'))));
  };
});

async function withLimit(store: Store, most: number) {
  const { pipelines } = await import('@kith/store');
  const { firstValueFrom } = await import('rxjs');
  const [pipeline] = await firstValueFrom(store.watch(pipelines.all()));
  if (!pipeline) throw new Error('There is no pipeline.');
  const stages = pipeline.stages.map((stage) =>
    stage.id === stageId('proposal') ? { ...stage, rules: { limit: { most, hard: true } } } : stage,
  );
  return store.run(pipelines.edit({ id: pipeline.id, changes: { stages } }));
}
