import '@kith/elements/define';
import { memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import type { Deal, Id, Stage } from '@kith/core';
import { companies, deals, pipelines, type Store } from '@kith/store';
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { BIG_PIPELINE, openBigBook } from '../../support/big-book.js';
import { BoardDriver, pageNow, showBoard } from '../../support/board-driver.js';
import { NOW, openBook, valueOf, withDeals, withPipeline } from '../../support/book.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const elementsIn = (root: Document | ShadowRoot): number => {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? elementsIn(element.shadowRoot) : 0);
  return count;
};

describe('what the board shows', () => {
  beforeEach(() => setViewport({ width: 1200, height: 800 }));

  it('BD1 has the stages as columns and their deals as cards, each in their order', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama', 'Cortiça');
    const board = await (await showBoard(store, pipeline.id)).ready();
    const names = [...board.root.querySelectorAll('.head-name')].map((name) => name.textContent?.trim());
    expect(names).to.deep.equal(['Lead', 'Proposal', 'Won', 'Lost']);
    expect(board.titles('Lead')).to.deep.equal(['Acme', 'Brama', 'Cortiça']);
    const items = [...board.column('Lead').querySelectorAll('li')];
    expect(items.map((item) => `${item.ariaPosInSet}/${item.ariaSetSize}`)).to.deep.equal(['1/3', '2/3', '3/3']);
  });

  it('BD84 has a column of what is on hold: no next step is missing there, nothing rots, and no sum counts it', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [made] = await withDeals(store, pipeline, 'Acme', 'Brama');
    const [lead, ...rest] = pipeline.stages as readonly [Stage, ...Stage[]];
    const paused: Stage = { id: 'stage_paused' as Id<'stage'>, name: 'Paused', type: 'hold', probability: 20 };
    const stages = [lead, { ...paused, rottingDays: 1 }, ...rest];
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    const board = await (await showBoard(store, pipeline.id)).ready();
    const top = (): string => board.root.querySelector('.top')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
    const before = top();
    expect(board.card('Acme').textContent).to.contain('No next step');
    valueOf(await store.run(deals.move({ id: (made as Deal).id, stageId: paused.id })));
    await board.until(() => board.titles('Paused').includes('Acme'), 'it is on hold');
    await board.until(() => top() !== before, 'the sum is another one');
    expect(board.card('Acme').textContent).not.to.contain('No next step');
    expect(board.card('Acme').querySelector('.card-rotting')).to.equal(null);
    expect(board.column('Paused').querySelector('.pie.hold')).not.to.equal(null);
    expect(board.column('Paused').querySelector('[data-action=add]')).to.equal(null);
    expect(board.head('Paused')).not.to.contain('weighted');
    await board.moveByMenu('Acme', 'Lead');
    await board.until(() => top() === before, 'it counts again');
  });

  it('BD48 scrolls its columns, and never the page', async () => {
    await setViewport({ width: 400, height: 800 });
    const store = await openBook();
    await withPipeline(store);
    const board = await (await showBoard(store)).ready();
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      await board.settled();
      expect(board.root.querySelector('.columns')?.scrollWidth, dir).to.be.above(600);
      expect(document.documentElement.scrollWidth, dir).to.be.at.most(innerWidth);
    }
    document.documentElement.removeAttribute('dir');
  });

  it('BD1 shows the first pipeline by name when none is named', async () => {
    const store = await openBook();
    await withPipeline(store);
    const board = await (await showBoard(store)).ready();
    expect(board.root.querySelector('.top-name')?.textContent).to.equal('New business');
  });

  it('BD2 tells count, sum and weighted sum of a column for each currency', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme', 'Brama');
    valueOf(await store.run(deals.create({ name: 'Dolna', pipelineId: pipeline.id, amount: usd(50_000_00) })));
    valueOf(await store.run(deals.create({ name: 'Without amount', pipelineId: pipeline.id })));
    const board = await (await showBoard(store, pipeline.id)).ready();
    await board.until(() => board.head('Lead').includes('weighted'), 'the sums are there');
    expect(board.head('Lead')).to.equal('Lead 44 deals $50,000$5,000 weighted €2,000€200 weighted');
    expect(board.root.querySelector('.top-sums')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      '$50,000 · €2,000 open$5,000 · €200 weighted',
    );
  });

  it('BD3 adds up what won deals brought', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [acme] = await withDeals(store, pipeline, 'Acme');
    valueOf(await store.run(deals.win({ id: (acme as Deal).id, actualValue: { minor: 123_400, currency: 'EUR' } })));
    const board = await (await showBoard(store, pipeline.id)).ready();
    await board.until(() => board.head('Won').includes('€'), 'the sums are there');
    expect(board.head('Won')).to.equal('Won 11 deal €1,234');
    expect(board.card('Acme').querySelector('.card-amount')?.textContent).to.equal('€1,234');
  });

  it('BD4 keeps 8,800 deals within 1,500 elements, and shows any of them', async () => {
    const store = await openBigBook(8_800);
    const board = await (await showBoard(store, BIG_PIPELINE)).ready();
    expect(board.head('Won')).to.contain('4,238');
    expect(elementsIn(document)).to.be.below(1_500);
    const list = board.column('Won').querySelector('.cards') as HTMLElement;
    list.scrollTop = list.scrollHeight;
    await board.until(() => board.titles('Won').includes('Won 4238'), 'the last card is drawn');
    await board.settled();
    const last = board.card('Won 4238').getBoundingClientRect();
    expect(last.bottom).to.be.at.most(list.getBoundingClientRect().bottom + 1);
    expect(elementsIn(document)).to.be.below(1_500);
    await store.close();
  });

  it('BD4 keeps to itself in a page that would let it grow without end', async () => {
    const store = await openBigBook(2_000);
    const board = await (await showBoard(store, BIG_PIPELINE)).ready();
    board.app?.style.setProperty('display', 'flex');
    board.app?.style.setProperty('flex-direction', 'column');
    board.board.style.cssText = 'flex: 1; block-size: auto';
    await board.settled();
    expect(board.board.getBoundingClientRect().height).to.be.within(200, 2_000);
    expect(elementsIn(document)).to.be.below(1_500);
    await store.close();
  });

  it('BD5 keeps the focused card in the document while its column is scrolled away', async () => {
    const store = await openBigBook(1_000);
    const board = await (await showBoard(store, BIG_PIPELINE)).ready();
    board.title('Won 2').focus();
    const list = board.column('Won').querySelector('.cards') as HTMLElement;
    // A column grows while the heights of its cards become known, and WebKit holds on to no card meanwhile: scroll on.
    const isAtEnd = (): boolean => {
      list.scrollTop = list.scrollHeight;
      return board.titles('Won').includes('Won 482');
    };
    await board.until(isAtEnd, 'the last card is drawn');
    expect(board.focused).to.equal('Won 2');
    await board.press(undefined, 'ArrowDown');
    expect(board.focused).to.equal('Won 3');
    expect(list.scrollTop).to.be.below(500);
    await store.close();
  });

  it('BD6 shows the next step with its day, that it is late, or that there is none, and rotting', async () => {
    let clock = NOW - 20 * 86_400_000;
    const store = await openBook({ clock: () => clock });
    const pipeline = await withPipeline(store);
    const add = async (name: string, day?: string): Promise<void> => {
      const nextStep = day ? { kind: 'call' as const, subject: name, day: day as Deal['openedDay'] } : undefined;
      valueOf(await store.run(deals.create({ name, pipelineId: pipeline.id, ...(nextStep ? { nextStep } : {}) })));
    };
    await add('Old');
    clock = NOW;
    await add('Planned', '2026-11-27');
    await add('Tomorrow', '2026-11-23');
    await add('Late', '2026-11-20');
    const board = await (await showBoard(store, pipeline.id)).ready();
    const foot = (title: string): string =>
      board.card(title).querySelector('.card-foot')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    expect(['Old', 'Planned', 'Tomorrow', 'Late'].map(foot).map((text) => text.replace(/ ?HA$/, ''))).to.deep.equal([
      'No next step 20 d',
      'Call Fri, Nov 27',
      'Call tomorrow',
      'Call 2 d late',
    ]);
    expect(board.card('Old').querySelector('.card-rotting')?.getAttribute('title')).to.equal('No progress for 20 days');
  });

  it('BD49 cuts a long name at its own end, from right to left as well', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const company = valueOf(
      await store.run(companies.create({ name: 'Fjellvik Energi og Vannkraft i Nordre Gudbrandsdal AS' })),
    );
    valueOf(await store.run(deals.create({ name: 'Sensors', pipelineId: pipeline.id, companyId: company.id })));
    document.documentElement.dir = 'rtl';
    const board = await (await showBoard(store, pipeline.id)).ready();
    const name = (): HTMLElement | null => board.card('Sensors').querySelector('.card-company bdi');
    await board.until(() => name()?.textContent === company.name, 'the company is there');
    const box = name() as HTMLElement;
    expect(box.scrollWidth, 'it is too long').to.be.above(box.clientWidth);
    const letter = document.createRange();
    const text = [...box.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE) as Text;
    letter.setStart(text, 0);
    letter.setEnd(text, 1);
    expect(letter.getBoundingClientRect().left).to.be.at.least(box.getBoundingClientRect().left - 1);
    document.documentElement.removeAttribute('dir');
  });

  it('BD6 shows company and owner beside the deal', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const company = valueOf(await store.run(companies.create({ name: 'Fjellvik Energi AS' })));
    valueOf(
      await store.run(
        deals.create({
          name: 'Sensors',
          pipelineId: pipeline.id,
          companyId: company.id,
          tags: ['One', 'Two', 'Three'],
        }),
      ),
    );
    const board = await (await showBoard(store, pipeline.id)).ready();
    await board.until(
      () => board.card('Sensors').querySelector('.card-company')?.textContent === 'Fjellvik Energi AS',
      'the company is there',
    );
    expect(board.card('Sensors').querySelector('.card-middle')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      '– OneTwo+1',
    );
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Fjellvik AS' } })));
    await board.until(
      () => board.card('Sensors').querySelector('.card-company')?.textContent === 'Fjellvik AS',
      'the new name is there',
    );
  });

  it('BD7 says what an empty column and an empty board are for', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const board = await (await showBoard(store, pipeline.id)).ready();
    await board.until(() => board.column('Lead').textContent?.includes('No deals yet'), 'the start is told');
    expect(board.column('Proposal').querySelector('.none')?.textContent).to.equal('No deals');
    expect(board.column('Won').querySelector('.none')?.textContent).to.contain('Nothing won yet');
  });

  it('BD8 shows a board in grey while the deals are on their way, after a moment', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    let open = (_: Store): void => {};
    const board = await showBoard(
      new Promise<Store>((resolve) => {
        open = resolve;
      }),
      pipeline.id,
    );
    await board.settled();
    expect(board.root.querySelector('.skeleton')).to.equal(null);
    await board.until(() => board.root.querySelector('.skeleton'), 'the grey board is there');
    expect(board.root.querySelector('[role=status]')?.getAttribute('aria-label')).to.equal('Loading deals');
    open(store);
    await board.ready();
    expect(board.root.querySelector('.skeleton')).to.equal(null);
  });

  it('BD9 says when the deals cannot be read, and reads them when asked again', async () => {
    const adapter = memoryAdapter();
    let isDown = false;
    const query: StorageAdapter['query'] = (question) =>
      isDown ? Promise.reject(new StorageFault({ kind: 'unavailable', applied: 'no' })) : adapter.query(question);
    const store = await openBook({ adapter: { ...adapter, query } });
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'Acme');
    isDown = true;
    const board = await showBoard(store, pipeline.id);
    await board.until(() => board.root.querySelector('.empty'), 'the failure is told');
    expect(board.root.querySelector('.empty')?.textContent).to.contain('The storage cannot be reached.');
    isDown = false;
    board.root.querySelector<HTMLElement>('.empty button')?.click();
    await board.ready();
    expect(board.titles('Lead')).to.deep.equal(['Acme']);
  });

  it('BD10 says that there is no pipeline, or not this one', async () => {
    const store = await openBook();
    const none = await showBoard(store);
    await none.until(() => none.root.textContent?.includes('No pipeline yet'), 'it says that there is none');
    const unknown = await showBoard(store, 'pipeline_gone');
    await unknown.until(
      () => unknown.root.textContent?.includes('This pipeline does not exist'),
      'it says that it is unknown',
    );
  });

  it('BD11 shows what others change, and keeps in place what is in sight', async () => {
    const store = await openBigBook(1_000);
    const board = await (await showBoard(store, BIG_PIPELINE)).ready();
    const list = board.column('Won').querySelector('.cards') as HTMLElement;
    list.scrollTop = 5_000;
    await board.until(() => board.titles('Won').includes('Won 46'), 'the cards are drawn');
    await board.settled();
    const before = board.card('Won 46').getBoundingClientRect().top;
    const lead = board.title('Prospecting 1').closest<HTMLElement>('[data-card]')?.dataset.card as Id<'deal'>;
    valueOf(await store.run(deals.move({ id: lead, stageId: 'stage_Won' as Id<'stage'>, at: 'start' })));
    await board.settled();
    expect(board.head('Won')).to.contain('483');
    expect(Math.abs(board.card('Won 46').getBoundingClientRect().top - before)).to.be.below(2);
    await store.close();
  });

  it('BD46 lets two boards on one page be, each with its own store', async () => {
    fixtureCleanup();
    const [left, right] = [await openBook(), await openBook()];
    const pipelines = [await withPipeline(left), await withPipeline(right)] as const;
    await withDeals(left, pipelines[0], 'Acme');
    await withDeals(right, pipelines[1], 'Brama');
    const page = await fixture<HTMLElement>(html`
      <div>
        <kith-app .store=${left} .now=${pageNow}><kith-pipeline-board style="block-size: 380px"></kith-pipeline-board></kith-app>
        <kith-app .store=${right} .now=${pageNow}><kith-pipeline-board style="block-size: 380px"></kith-pipeline-board></kith-app>
      </div>
    `);
    const boards = [...page.querySelectorAll('kith-pipeline-board')].map(
      (board) => new BoardDriver(board, board.parentElement as never),
    );
    const [first, second] = boards as [BoardDriver, BoardDriver];
    await first.ready();
    await second.ready();
    await first.drag('Acme', 'Proposal');
    await first.shows('Proposal', 'Acme');
    expect(second.titles('Lead')).to.deep.equal(['Brama']);
    expect(second.titles('Proposal')).to.deep.equal([]);
    expect(second.toast).to.equal('');
  });
});
