import '@kith/elements/define';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Deal, type Id, type Problem, type Result, refuse } from '@kith/core';
import type { BeforeMoveEvent } from '@kith/elements';
import { deals, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { DESK, ticketBoard as deskBoard, openServiceBook } from '../../../stories/books/service.js';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { ask, namesIn, openBook, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';
import { openTickets, ticketBoard } from '../../support/tickets.js';

const noQuote: Problem = { code: 'host/no-quote', message: 'Needs an accepted quote.' };

describe('a board and its page', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;
  let made: readonly Deal[];

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
    made = await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça');
    board = await (await showBoard(store, pipeline.id)).ready();
  });
  afterEach(() => resetMouse());

  const beforeMove = (listen: (event: BeforeMoveEvent) => void): void =>
    board.board.addEventListener('kith-before-move', listen, { once: true });
  const idOf = (name: string): Id<'deal'> => made.find((deal) => deal.name === name)?.id as Id<'deal'>;

  it('BD70 asks the page before cards move, whichever way, and leaves them where it says no', async () => {
    const asked: unknown[] = [];
    board.board.addEventListener('kith-before-move', (event) => {
      asked.push(event.move);
      event.preventDefault();
    });
    await board.drag('Brama', 'Proposal');
    await board.moveByMenu('Brama', 'Proposal');
    await board.press('Brama', 'Space', 'ArrowRight', 'Enter');
    const outcome = await board.board.move(idOf('Brama'), { stage: stageId('proposal') });
    const wish = { ids: [idOf('Brama')], stageId: stageId('proposal') };
    expect(asked).to.deep.equal([wish, wish, wish, wish]);
    expect(outcome.refused[0]?.problem.code).to.equal('elements/cancelled');
    expect(await namesIn(store, pipeline, 'lead')).to.deep.equal(['Acme', 'Brama', 'Cortiça']);
    expect(board.toast).to.equal('');
  });

  it('BD71 lets the card wait where it was put until the page has an answer', async () => {
    let answer = (_: Result<undefined>): void => {};
    beforeMove((event) =>
      event.waitUntil(
        new Promise<Result<undefined>>((resolve) => {
          answer = resolve;
        }),
      ),
    );
    await board.carry('Brama', 'Proposal');
    const { sendMouse } = await import('@web/test-runner-commands');
    await sendMouse({ type: 'up' });
    await board.until(() => board.column('Proposal').querySelector('.hole .spinner'), 'the card waits');
    expect(board.root.querySelector('.ghost')).to.equal(null);
    expect(board.announced.polite).to.equal('Waiting whether the card may go there.');
    expect(await namesIn(store, pipeline, 'proposal')).to.deep.equal([]);
    answer({ ok: true, value: undefined });
    await board.shows('Proposal', 'Brama');
    await board.until(() => !board.root.querySelector('.spinner'), 'nothing waits any more');
    expect(board.toast).to.equal('Brama moved to Proposal');
  });

  it('BD71 says what the page refuses, at the column, and the card stays', async () => {
    let answer = (_: Result<never>): void => {};
    beforeMove((event) =>
      event.waitUntil(
        new Promise<Result<never>>((resolve) => {
          answer = resolve;
        }),
      ),
    );
    await board.moveByMenu('Brama', 'Won');
    await board.until(() => board.card('Brama').closest('[aria-busy="true"]'), 'the card waits');
    expect(board.card('Brama').querySelector('.spinner')).to.exist;
    answer(refuse(noQuote));
    await board.until(() => board.column('Won').querySelector('.reason'), 'the reason is told');
    expect(board.column('Won').querySelector('.reason')?.textContent).to.contain('Needs an accepted quote.');
    expect(board.announced.assertive).to.equal('Needs an accepted quote.');
    expect(board.toast).to.equal('Needs an accepted quote.');
    expect(board.titles('Lead')).to.deep.equal(['Acme', 'Brama', 'Cortiça']);
    beforeMove((event) => event.waitUntil(Promise.reject(new Error('The page is offline.'))));
    await board.moveByMenu('Brama', 'Won');
    await board.until(() => board.toast === 'The page is offline.', 'a failure of the page is told');
  });

  it('BD72 tells the page what moved, and what did not', async () => {
    const told: unknown[] = [];
    board.board.addEventListener('kith-move', ({ move }) => told.push(move));
    board.board.addEventListener('kith-move-rejected', ({ move, problem }) =>
      told.push([move.ids.map((id) => made.find((deal) => deal.id === id)?.name), problem.code]),
    );
    await board.moveByMenu('Brama', 'Proposal');
    await board.shows('Proposal', 'Brama');
    beforeMove((event) => event.waitUntil(Promise.resolve(refuse(noQuote))));
    await board.board.move(idOf('Acme'), { stage: stageId('proposal') });
    await board.until(() => told.length === 2, 'both are told');
    expect(told).to.deep.equal([{ ids: [idOf('Brama')], stageId: stageId('proposal') }, [['Acme'], 'host/no-quote']]);
  });

  it('BD73 moves by move() as by hand: one command, told, undone in one step', async () => {
    const outcome = await board.board.move([idOf('Cortiça'), idOf('Acme')], { stage: stageId('proposal') });
    expect(outcome).to.deep.equal({ ids: [idOf('Cortiça'), idOf('Acme')], refused: [] });
    await board.shows('Proposal', 'Cortiça', 'Acme');
    expect(board.toast).to.equal('2 cards moved to Proposal');
    await board.board.move(idOf('Brama'), { stage: stageId('proposal'), after: idOf('Cortiça') });
    await board.shows('Proposal', 'Cortiça', 'Brama', 'Acme');
    valueOf(await store.undo());
    valueOf(await store.undo());
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça');
    const missing = await board.board.move('deal_gone', { stage: stageId('proposal') });
    expect(missing.refused.map(({ problem }) => problem.code)).to.deep.equal(['elements/not-on-the-board']);
    let thrown: unknown;
    await board.board.move(idOf('Acme'), { stage: 'stage_gone' }).catch((error: unknown) => {
      thrown = error;
    });
    expect(String(thrown)).to.contain('there is no stage stage_gone');
  });

  it('BD74 gives a card up that somebody else moves while it is in the air, and says so', async () => {
    await board.press('Brama', 'Space', 'ArrowRight');
    expect(board.root.querySelector('.carried')).to.exist;
    valueOf(await store.run(deals.move({ id: idOf('Brama'), stageId: stageId('won') })));
    await board.shows('Won', 'Brama');
    await board.until(() => !board.root.querySelector('.carried'), 'the lift is over');
    expect(board.announced.assertive).to.equal('Brama was moved to Won by somebody else meanwhile.');
    expect(board.toast).to.equal('Brama was moved to Won by somebody else meanwhile.');
    expect(await namesIn(store, pipeline, 'won')).to.deep.equal(['Brama']);
  });

  it('BD75 follows a card that another tab moves while it is off screen', async () => {
    const tab = () => openBook({ adapter: dexieAdapter({ name: 'board-of-two-tabs' }), random: Math.random });
    const [here, there] = [await tab(), await tab()];
    const book = await withPipeline(here);
    await withDeals(here, book, ...Array.from({ length: 40 }, (_, index) => `Deal ${index + 1}`));
    board = await (await showBoard(here, book.id)).ready();
    const list = board.column('Lead').querySelector('.cards') as HTMLElement;
    list.scrollTop = list.scrollHeight;
    await board.until(() => board.titles('Lead').includes('Deal 40'), 'the end is in sight');
    const [first] = await ask(there, deals.inStage(book.id, stageId('lead')));
    expect(board.titles('Lead')).not.to.include('Deal 1');
    valueOf(await there.run(deals.move({ id: first?.id as Id<'deal'>, stageId: stageId('proposal') })));
    await board.shows('Proposal', 'Deal 1');
    await board.until(() => board.head('Lead').includes('39 deals'), 'the count follows');
    expect(board.titles('Lead')).to.include('Deal 40');
    await Promise.all([here.close(), there.close()]);
    indexedDB.deleteDatabase('board-of-two-tabs');
  });

  it('BD76 shows any kind that goes through a pipeline, and moves it by the rules of its stages', async () => {
    const { store: desk, pipeline: support } = await openTickets('No heat', 'Wrong invoice', 'Door ajar');
    board = await (await showBoard(desk, support.id, { source: ticketBoard })).ready();
    expect(board.titles('Lead')).to.deep.equal(['No heat', 'Wrong invoice', 'Door ajar']);
    expect(board.head('Lead')).to.equal('Lead 33 tickets');
    expect(board.root.querySelector('.top-sums, .top-actions .primary, .card-amount')).to.equal(null);
    const kinds: string[] = [];
    board.board.addEventListener('kith-navigate', ({ kind }) => kinds.push(kind));
    board.title('No heat').click();
    expect(kinds).to.deep.equal(['ticket']);
    await board.drag('Wrong invoice', 'Proposal');
    await board.shows('Proposal', 'Wrong invoice');
    await board.press('No heat', 'x', 'Shift+ArrowDown');
    await board.moveByMenu('No heat', 'Proposal');
    await board.shows('Proposal', 'No heat', 'Door ajar', 'Wrong invoice');
    board.board.groupBy = 'urgency';
    await board.until(() => board.lanes.length === 2, 'there are lanes');
    await desk.close();
  });

  it('BD76 shows a kind that a house has defined: its fields are lanes and filters, and rows are added', async () => {
    const desk = await openServiceBook();
    board = await (await showBoard(desk, DESK, { source: deskBoard })).ready();
    await board.shows('New', 'No heat in hall 3', 'Badge does not open the lift', 'فاتورة بعنوان قديم');
    expect(board.card('No heat in hall 3').textContent).to.contain('Tønsberg');
    await board.press('No heat in hall 3', 'Space');
    await board.until(() => board.column('In progress').classList.contains('refused'), 'its limit is hard');
    await board.press(undefined, 'Escape');
    board.board.view = { filters: [{ path: 'customFields.urgency', is: 'any', values: ['high'] }] };
    await board.shows('New', 'No heat in hall 3');
    board.board.arrange({ filters: undefined, lanes: 'customFields.urgency' });
    await board.until(() => board.lanes.join() === 'High,Normal', 'there are lanes');
    const id = board.card('No heat in hall 3').closest<HTMLElement>('[data-card]')?.dataset['card'] ?? '';
    expect((await board.board.move(id, { stage: 'stage_new', lane: 'normal' })).ids).to.deep.equal([id]);
    await board.until(() => board.inLane('Normal')[0]?.includes('No heat in hall 3'), 'it has the value of its lane');
    board.board.arrange({ lanes: '' });
    await board.until(() => board.root.querySelector('[data-action="add"]'), 'tickets can be added');
    board.column('New').querySelector<HTMLElement>('[data-action="add"]')?.click();
    await board.until(() => board.root.querySelector('.quick'), 'the form is open');
    expect(board.root.querySelector('.quick input')?.getAttribute('placeholder')).to.equal('What is it about?');
    await sendKeys({ type: 'Broken lamp' });
    await sendKeys({ press: 'Enter' });
    await board.until(() => board.titles('New').at(-1) === 'Broken lamp', 'it is at the end of its column');
    await desk.close();
  });

  it('BD77 draws what the page wants on a card, below its name', async () => {
    board.board.cardRenderer = (row, { amount }) => html`<em>${row.stageId} ${amount?.currency}</em>`;
    await board.until(() => board.root.querySelector('em'), 'the page’s part is drawn');
    expect(board.card('Acme').querySelector('.card-about')?.textContent?.trim()).to.equal('stage_lead EUR');
    expect(board.card('Acme').querySelector('.card-menu')).to.exist;
  });
});
