import '@kith/elements/define';
import { memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import { pipelines, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { openBook, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';

describe('what a board is arranged by', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    localStorage.clear();
    store = await openBook();
    pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça');
    board = await (await showBoard(store, pipeline.id)).ready();
  });
  afterEach(() => resetMouse());

  const limited = async (most: number, hard: boolean): Promise<void> => {
    const stages = pipeline.stages.map((stage) =>
      stage.id === stageId('proposal') ? { ...stage, rules: { limit: { most, hard } } } : stage,
    );
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
  };
  const limit = (): string => board.column('Proposal').querySelector('.limit')?.className ?? '';

  it('BD65 tells how many a stage may hold, that it is full, and that it holds too many', async () => {
    await limited(1, false);
    await board.until(() => board.head('Proposal').includes('0/1'), 'the limit is shown');
    expect(limit()).to.equal('count limit');
    await board.moveByMenu('Acme', 'Proposal');
    await board.until(() => limit().includes('full'), 'it is full');
    expect(board.head('Proposal')).to.contain('1 of at most 1');
    expect(board.column('Proposal').querySelector('.over-limit')?.textContent?.trim()).to.equal('Limit of 1 reached.');
    await board.moveByMenu('Brama', 'Proposal');
    await board.until(() => limit().includes('over'), 'it is over its limit');
    expect(board.column('Proposal').querySelector('.over-limit')?.textContent?.trim()).to.equal(
      '1 over the limit of 1.',
    );
  });

  it('BD65 warns of a soft limit while a card is carried, and refuses at a hard one', async () => {
    await limited(1, false);
    await board.moveByMenu('Acme', 'Proposal');
    await board.shows('Proposal', 'Acme');
    await board.press('Brama', 'Space', 'ArrowRight');
    expect(board.announced.polite).to.equal('Proposal, 1 of 2. Over the limit of 1 then.');
    expect(board.column('Proposal').querySelector('.reason')?.textContent?.trim()).to.equal(
      'Over the limit of 1 then.',
    );
    await board.press(undefined, 'Escape');
    await limited(1, true);
    await board.until(() => board.column('Proposal').textContent?.includes('Move one on before adding.'), 'it is hard');
    await board.press('Brama', 'Space');
    await board.until(() => board.column('Proposal').classList.contains('refused'), 'it refuses');
  });

  it('BD66 folds columns up, and keeps that in this browser', async () => {
    board = await (await showBoard(store, pipeline.id, { keep: 'sales' })).ready();
    board.column('Proposal').querySelector<HTMLElement>('.column-menu')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the menu is open');
    await board.choose('Fold up the column');
    expect(board.column('Proposal').getBoundingClientRect().width).to.be.below(60);
    expect(board.head('Proposal')).to.contain('0 deals');
    await board.drag('Acme', 'Proposal');
    await board.until(() => board.head('Proposal').includes('1 deal'), 'a folded column takes cards');
    expect(board.titles('Proposal')).to.deep.equal([]);
    board = await (await showBoard(store, pipeline.id, { keep: 'sales' })).ready();
    expect(board.column('Proposal').classList.contains('folded')).to.equal(true);
    const unfold = board.column('Proposal').querySelector<HTMLElement>('button');
    expect([unfold?.ariaLabel, unfold?.ariaExpanded]).to.deep.equal(['Unfold Proposal', 'false']);
    unfold?.click();
    await board.shows('Proposal', 'Acme');
  });

  it('BD67 shows what is sought, its totals with it, and everything again', async () => {
    await board.tools();
    (board.root.querySelector('.search input') as HTMLElement).focus();
    await sendKeys({ type: 'bra' });
    await board.shows('Lead', 'Brama');
    await board.until(() => board.head('Lead').includes('1 deal'), 'the count is that of what is found');
    expect(board.column('Proposal').textContent).to.contain('Nothing matches');
    await sendKeys({ press: 'Escape' });
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça');
  });

  it('BD67 filters by chips, which its view has', async () => {
    board.board.view = { filters: [{ path: 'name', is: 'contains', text: 'cort' }] };
    await board.shows('Lead', 'Cortiça');
    await board.until(() => board.root.querySelector('.chip'), 'the chip is there');
    expect(board.root.querySelector('.chip')?.textContent?.replace(/\s+/g, ' ').trim()).to.contain(
      'Name contains cort',
    );
    let told: unknown;
    board.board.addEventListener('kith-board-view', ({ view }) => {
      told = view;
    });
    board.root.querySelector<HTMLElement>('.bar [data-action="clear"]')?.click();
    await board.shows('Lead', 'Acme', 'Brama', 'Cortiça');
    expect(told).to.deep.equal({ filters: undefined });
    board.root.querySelector<HTMLElement>('.bar [data-action="filter"]')?.click();
    await board.until(() => board.root.querySelector('.menu:popover-open'), 'the fields are offered');
    expect(board.menuLines.map((line) => line.textContent?.trim())).to.include('Amount');
    await sendKeys({ press: 'Escape' });
  });

  it('BD78 has on a phone the stages to go to, and says which one is in sight', async () => {
    await setViewport({ width: 390, height: 800 });
    board = await (await showBoard(store, pipeline.id)).ready();
    await board.tools();
    const stages = [...board.root.querySelectorAll<HTMLElement>('.stages button')];
    expect(stages.map((stage) => stage.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Lead 3',
      'Proposal 0',
      'Won 0',
      'Lost 0',
    ]);
    stages[2]?.click();
    const sheet = board.root.querySelector('.columns') as HTMLElement;
    const isThere = (): boolean => {
      const box = board.column('Won').getBoundingClientRect();
      return box.left >= 0 && box.right <= 390;
    };
    await board.until(isThere, 'the stage is in sight');
    await board.until(() => stages[2]?.getAttribute('aria-current') === 'true', 'it is the one that is marked');
    sheet.scrollLeft = 0;
    await board.until(() => stages[0]?.getAttribute('aria-current') === 'true', 'the first one is in sight again');
  });

  it('BD78 marks the stage in sight, too, where somebody went to it before there were stages to choose from', async () => {
    await setViewport({ width: 390, height: 800 });
    board = await showBoard(store, pipeline.id);
    const { root } = board;
    // As soon as there are columns, in the same task.
    const isThere = new Promise<boolean>((resolve) => {
      new MutationObserver((_, observer) => {
        const columns = root.querySelectorAll('.column');
        if (columns.length === 0) return;
        observer.disconnect();
        columns[2]?.scrollIntoView({ inline: 'start' });
        resolve(root.querySelector('.stages') !== null);
      }).observe(root, { childList: true, subtree: true });
    });
    expect(await isThere).to.equal(false);
    await board.tools();
    const marked = (): string | undefined => board.root.querySelector('.stages [aria-current]')?.textContent?.trim();
    await board.until(() => marked()?.startsWith('Won'), 'it is the one that is marked');
  });

  it('BD79 says that there is no connection, and that one may not see what is there', async () => {
    await board.tools();
    const { onLine } = navigator;
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    dispatchEvent(new Event('offline'));
    await board.until(() => board.root.querySelector('.tools .banner'), 'it is said');
    expect(board.titles('Lead')).to.deep.equal(['Acme', 'Brama', 'Cortiça']);
    Object.defineProperty(navigator, 'onLine', { value: onLine, configurable: true });
    dispatchEvent(new Event('online'));
    await board.until(() => !board.root.querySelector('.tools .banner'), 'it is said no more');
    const adapter = memoryAdapter();
    let isDenied = false;
    const query: StorageAdapter['query'] = (question) =>
      isDenied ? Promise.reject(new StorageFault({ kind: 'denied', detail: 'the pipeline' })) : adapter.query(question);
    const closed = await openBook({ adapter: { ...adapter, query } });
    const hidden = await withPipeline(closed);
    isDenied = true;
    board = await showBoard(closed, hidden.id);
    await board.until(() => board.root.querySelector('.empty'), 'it is said');
    expect(board.root.querySelector('.empty')?.textContent?.replace(/\s+/g, ' ').trim()).to.contain(
      'No access You may not see',
    );
    expect(board.root.querySelector('.empty button')).to.equal(null);
  });
});
