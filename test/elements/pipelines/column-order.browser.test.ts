import '@kith/elements/define';
import { pipelines, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { namesIn, openBook, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';

describe('the columns of a board', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    localStorage.clear();
    store = await openBook();
    pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça');
    board = await (await showBoard(store, pipeline.id, { keep: 'sales' })).ready();
  });
  afterEach(() => resetMouse());

  const shown = (): readonly string[] =>
    [...board.root.querySelectorAll('.head-name')].map((name) => name.textContent?.trim() ?? '');
  const menuOf = async (stage: string): Promise<void> => {
    board.column(stage).querySelector<HTMLElement>('.column-menu')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.settled();
  };
  const lines = (): readonly string[] =>
    board.menuLines.map((line) => line.querySelector('.menu-text')?.textContent?.trim() ?? '');
  const again = async (): Promise<void> => {
    board = await (await showBoard(store, pipeline.id, { keep: 'sales' })).ready();
  };

  it('BD80 go to another place by their menu, and stay there in this browser', async () => {
    await menuOf('Lead');
    expect(lines()).to.not.include('Move towards the start');
    await board.choose('Move towards the end');
    expect(shown()).to.deep.equal(['Proposal', 'Lead', 'Won', 'Lost']);
    expect(board.announced.polite).to.equal('Lead is column 2 of 4');
    expect(board.root.activeElement).to.equal(board.column('Lead').querySelector('.column-menu'));
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça');
    await again();
    expect(shown()).to.deep.equal(['Proposal', 'Lead', 'Won', 'Lost']);
    await menuOf('Won');
    await board.choose('In the order of the stages');
    expect(shown()).to.deep.equal(['Lead', 'Proposal', 'Won', 'Lost']);
    expect(board.board.view.order).to.equal(undefined);
  });

  it('BD80 go to another place by keys at their head, from right to left the other way', async () => {
    const press = async (key: string): Promise<void> => {
      board.column('Proposal').querySelector<HTMLElement>('.column-menu')?.focus();
      await sendKeys({ press: `Control+Shift+${key}` });
      await board.settled();
    };
    await press('ArrowRight');
    expect(shown()).to.deep.equal(['Lead', 'Won', 'Proposal', 'Lost']);
    await sendKeys({ press: 'Control+Shift+ArrowLeft' });
    await board.settled();
    expect(shown(), 'the focus has come along').to.deep.equal(['Lead', 'Proposal', 'Won', 'Lost']);
    board.board.dir = 'rtl';
    await press('ArrowRight');
    expect(shown()).to.deep.equal(['Proposal', 'Lead', 'Won', 'Lost']);
  });

  it('BD80 go where their head is carried to; Escape leaves them', async () => {
    const middle = (stage: string): [number, number] => {
      const { left, top, width } = board.column(stage).getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + 50)];
    };
    const carry = async (stage: string, [x, y]: [number, number]): Promise<void> => {
      await sendMouse({ type: 'move', position: middle(stage) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x, y] });
      await board.settled();
    };
    await board.press('Acme');
    const [x, y] = middle('Won');
    await carry('Lead', [x + 20, y]);
    expect(board.column('Lost').classList.contains('before'), 'where it would go is shown').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(shown()).to.deep.equal(['Lead', 'Proposal', 'Won', 'Lost']);
    await carry('Lead', [x + 20, y]);
    await sendMouse({ type: 'up' });
    await board.settled();
    expect(shown()).to.deep.equal(['Proposal', 'Won', 'Lead', 'Lost']);
    expect(board.root.querySelector('.before, .behind, .carried-along')).to.equal(null);
  });

  it('BD80 that somebody adds to the pipeline stand behind the stage before them', async () => {
    board.board.arrange({ order: ['lost', 'won', 'proposal', 'lead'].map(stageId) });
    await board.settled();
    expect(shown()).to.deep.equal(['Lost', 'Won', 'Proposal', 'Lead']);
    const [lead, ...others] = pipeline.stages;
    if (!lead) throw new Error('There are stages.');
    const added = { ...lead, id: stageId('talks'), name: 'Talks' };
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages: [lead, added, ...others] } })));
    await board.until(() => shown().length === 5, 'the stage is there');
    expect(shown()).to.deep.equal(['Lost', 'Won', 'Proposal', 'Lead', 'Talks']);
  });

  it('BD81 are hidden and shown again, and what is in them still counts', async () => {
    const sums = board.root.querySelector('.top-sums')?.textContent;
    await menuOf('Lead');
    await board.choose('Hide column');
    expect(shown()).to.deep.equal(['Proposal', 'Won', 'Lost']);
    expect(board.announced.polite).to.equal('Lead is hidden');
    expect(board.root.activeElement).to.equal(board.column('Proposal').querySelector('.column-menu'));
    expect(board.root.querySelector('.top-sums')?.textContent).to.equal(sums);
    await again();
    expect(shown()).to.deep.equal(['Proposal', 'Won', 'Lost']);
    await board.tools();
    const bar = board.root.querySelector<HTMLElement>('[data-action="hidden"]');
    expect(bar?.textContent?.trim()).to.equal('1 hidden column');
    bar?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'they are listed');
    await board.choose('Show Lead');
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça');
    expect(board.root.querySelector('[data-action="hidden"]')).to.equal(null);
  });

  it('BD81 take cards while they are hidden, by the menu and by the page', async () => {
    board.board.arrange({ hidden: [stageId('proposal')] });
    await board.settled();
    await board.moveByMenu('Acme', 'Proposal');
    await board.shows('Lead', 'Brama', 'Cortiça');
    const id = board.card('Brama').closest<HTMLElement>('[data-card]')?.dataset['card'] ?? '';
    expect((await board.board.move(id, { stage: stageId('proposal') })).ids).to.deep.equal([id]);
    await board.shows('Lead', 'Cortiça');
    expect(await namesIn(store, pipeline, 'proposal')).to.deep.equal(['Brama', 'Acme']);
    await board.press('Cortiça', 'Space', 'ArrowRight');
    expect(board.announced.polite, 'arrows pass it over').to.match(/^Won/);
    await board.press(undefined, 'Escape');
  });

  it('BD81 are never all hidden by hand, and stay in their lanes', async () => {
    board.board.arrange({ hidden: ['lead', 'proposal', 'won'].map(stageId) });
    await board.settled();
    await menuOf('Lost');
    expect(lines()).to.not.include('Hide column');
    expect(lines()).to.include('Show all columns');
    await board.choose('Show all columns');
    board.board.groupBy = 'owner';
    board.board.arrange({ hidden: [stageId('lead')], order: ['won', 'lead', 'proposal', 'lost'].map(stageId) });
    await board.until(() => board.root.querySelector('.lanes-head'), 'there are lanes');
    expect(shown().slice(0, 3)).to.deep.equal(['Won', 'Proposal', 'Lost']);
  });
});
