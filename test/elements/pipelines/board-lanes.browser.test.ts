import '@kith/elements/define';
import type { Id } from '@kith/core';
import { companies, deals, type Store, users } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { expectNothingFromAxe } from '../../support/axe.js';
import { BIG_PIPELINE, openBigBook } from '../../support/big-book.js';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { ask, euros, openBook, stageId, valueOf, withPipeline } from '../../support/book.js';

describe('lanes of a board', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;
  let hanna: Id<'user'>;
  let ida: Id<'user'>;

  const add = async (name: string, ownerId: Id<'user'> | undefined, stage = 'lead') =>
    valueOf(
      await store.run(
        deals.create({ name, pipelineId: pipeline.id, stageId: stageId(stage), ownerId, amount: euros(1_000) }),
      ),
    );
  const shown = async (): Promise<void> => {
    await board.until(() => board.lanes.length > 0, 'the lanes are drawn');
    await board.settled();
  };

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
    hanna = valueOf(await store.run(users.create({ name: 'Hanna Lindqvist' }))).id;
    ida = valueOf(await store.run(users.create({ name: 'Ida Brenner' }))).id;
    await add('Acme', ida);
    await add('Brama', hanna);
    await add('Cortiça', hanna);
    await add('Dolna', hanna, 'proposal');
    const nobodys = await add('Evora', hanna);
    valueOf(await store.run(deals.edit({ id: nobodys.id, changes: { ownerId: undefined } })));
    board = await showBoard(store, pipeline.id, { groupBy: 'owner' });
    await shown();
  });
  afterEach(() => resetMouse());

  it('BD60 has a lane for each owner by name, and one for the deals of nobody', async () => {
    expect(board.lanes).to.deep.equal(['Hanna Lindqvist', 'Ida Brenner', 'Without owner']);
    expect(board.inLane('Hanna Lindqvist')).to.deep.equal([['Brama', 'Cortiça'], ['Dolna'], [], []]);
    expect(board.inLane('Without owner')[0]).to.deep.equal(['Evora']);
    const items = [...board.lane('Hanna Lindqvist').querySelectorAll('li')];
    expect(items.map((item) => `${item.ariaPosInSet}/${item.ariaSetSize}`)).to.deep.equal(['1/2', '2/2', '1/1']);
  });

  it('BD60 makes lanes of what is chosen in the menu, and none', async () => {
    await board.tools();
    board.root.querySelector<HTMLElement>('[data-action="lanes"]')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    const lines = board.menuLines.map((line) => line.textContent?.trim());
    expect(lines).to.include.members(['No lanes', 'Owner', 'Company']);
    const acme = valueOf(await store.run(companies.create({ name: 'Fjellvik Energi AS' })));
    const rows = await ask(store, deals.inStage(pipeline.id, stageId('lead')));
    valueOf(await store.run(deals.edit({ id: rows[0]?.id as Id<'deal'>, changes: { companyId: acme.id } })));
    await board.choose('Company');
    await board.until(() => board.lanes.join() === 'Fjellvik Energi AS,Without company', 'the lanes are companies');
    board.root.querySelector<HTMLElement>('[data-action="lanes"]')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.choose('No lanes');
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça', 'Evora');
    expect(board.board.view.lanes).to.equal('');
  });

  it('BD61 tells what a lane comes to, and folds it up', async () => {
    const head = (): string =>
      board.lane('Hanna Lindqvist').querySelector('.lane-head')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    await board.until(() => head().includes('weighted'), 'the sums are there');
    expect(head()).to.equal('Hanna Lindqvist 33 deals €3,000 open€700 weighted');
    const button = board.lane('Hanna Lindqvist').querySelector<HTMLElement>('button');
    expect([button?.ariaLabel, button?.ariaExpanded]).to.deep.equal(['Fold up Hanna Lindqvist', 'true']);
    button?.click();
    await board.settled();
    expect(board.inLane('Hanna Lindqvist')).to.deep.equal([]);
    expect(head()).to.contain('3 deals');
    expect(board.board.view.foldedLanes).to.deep.equal([hanna]);
  });

  it('BD62 gives a card that is carried to another lane its value, in the same undo', async () => {
    const box = board.lane('Ida Brenner').querySelectorAll('.cell')[1]?.getBoundingClientRect() as DOMRect;
    await board.carryTo('Brama', box.left + 60, box.top + 40);
    await board.letGo();
    await board.until(() => board.inLane('Ida Brenner')[1]?.join() === 'Brama', 'it is in the other lane');
    expect(board.toast).to.equal('Brama moved to Proposal (Ida Brenner)');
    const [row] = await ask(store, deals.inStage(pipeline.id, stageId('proposal')));
    expect(row?.ownerId).to.equal(ida);
    valueOf(await store.undo());
    await board.until(() => board.inLane('Hanna Lindqvist')[0]?.join() === 'Brama,Cortiça', 'it is back');
  });

  it('BD62 offers the lanes in the menu of a card', async () => {
    await board.moveByMenu('Acme', 'Without owner');
    await board.until(() => board.inLane('Without owner')[0]?.includes('Acme'), 'it is in the other lane');
    const rows = await ask(store, deals.inStage(pipeline.id, stageId('lead')));
    expect(rows.find(({ name }) => name === 'Acme')?.ownerId).to.equal(undefined);
    expect(board.lanes).to.deep.equal(['Hanna Lindqvist', 'Without owner']);
  });

  it('BD62 gives a new card the value of its lane', async () => {
    board.root.querySelector<HTMLElement>('.heads [data-action="add"]')?.click();
    await board.until(() => board.root.activeElement?.matches('.quick [name=name]'), 'the form has the focus');
    await sendKeys({ type: 'Falun' });
    await sendKeys({ press: 'Enter' });
    await board.until(() => board.inLane('Hanna Lindqvist')[0]?.includes('Falun'), 'it is in its lane');
    const form = board.root.querySelector('.quick')?.getBoundingClientRect();
    const cells = board.lane('Hanna Lindqvist').querySelector('.lane-cells')?.getBoundingClientRect();
    expect(form?.bottom).to.be.at.most((cells?.bottom ?? 0) + 1);
  });

  it('BD63 goes over lanes by arrows, with cards and without', async () => {
    await board.press('Cortiça', 'ArrowDown');
    expect(board.focused).to.equal('Acme');
    await board.press(undefined, 'ArrowUp', 'ArrowRight');
    expect(board.focused).to.equal('Dolna');
    await board.press('Cortiça', 'Space', 'ArrowDown', 'ArrowDown');
    expect(board.announced.polite).to.equal('Lead (Ida Brenner), 1 of 2.');
    await board.press(undefined, 'Enter');
    await board.until(() => board.inLane('Ida Brenner')[0]?.join() === 'Cortiça,Acme', 'it is in the other lane');
    await board.until(() => board.focused === 'Cortiça', 'the focus went along');
  });

  it('BD64 keeps 5,000 deals in 35 lanes within 1,500 elements, and shows any of them', async () => {
    const big = await openBigBook(5_000);
    board = await showBoard(big, BIG_PIPELINE, { groupBy: 'owner' });
    await shown();
    const sheet = board.root.querySelector('.columns') as HTMLElement;
    expect(document.querySelectorAll('*').length + board.root.querySelectorAll('*').length).to.be.below(1_500);
    const isAtEnd = (): boolean => {
      sheet.scrollTop = sheet.scrollHeight;
      return board.lanes.includes('Person 9') && board.lane('Person 9').querySelector('[data-card]') !== null;
    };
    await board.until(isAtEnd, 'the last lane is drawn');
    await board.settled();
    expect(board.root.querySelectorAll('*').length).to.be.below(1_500);
    await big.close();
  });

  it('BD45 gives axe nothing to object to with lanes', async () => {
    await board.tools();
    await expectNothingFromAxe(board.board);
  });
});
