import '@kith/elements/define';
import { companies, deals, type Store, users } from '@kith/store';
import { expect } from '@open-wc/testing';
import { resetMouse, setViewport } from '@web/test-runner-commands';
import { type BoardDriver, showBoard } from '../../support/board-driver.js';
import { openBook, stageId, valueOf, withPipeline } from '../../support/book.js';

describe('cards from a template of the page', () => {
  let store: Store;
  let board: BoardDriver;
  let pipeline: Awaited<ReturnType<typeof withPipeline>>;

  beforeEach(async () => {
    await setViewport({ width: 1200, height: 800 });
    store = await openBook();
    pipeline = await withPipeline(store);
    const company = valueOf(await store.run(companies.create({ name: 'Brevent', website: 'brevent.example' })));
    const owner = valueOf(await store.run(users.create({ name: 'Lea Sommer' })));
    const draft = { pipelineId: pipeline.id, stageId: stageId('lead'), companyId: company.id, ownerId: owner.id };
    valueOf(
      await store.run(
        deals.create({ ...draft, name: 'Acme', amount: { minor: 1_200_00, currency: 'EUR' }, source: 'acme.example' }),
      ),
    );
    valueOf(await store.run(deals.create({ name: 'Brama', pipelineId: pipeline.id, source: 'javascript:alert(1)' })));
  });
  afterEach(() => resetMouse());

  const show = async (markup: string): Promise<void> => {
    board = await showBoard(store, pipeline.id);
    const template = document.createElement('template');
    template.slot = 'card';
    // The page's own markup, as its author writes it.
    template.content.append(document.createRange().createContextualFragment(markup));
    board.board.append(template);
    await board.ready();
    await board.until(() => board.root.querySelector('[data-field], .own'), 'the template is drawn');
  };
  const about = (card: string): HTMLElement => board.card(card).querySelector('.card-about') as HTMLElement;
  const says = (card: string): string => about(card).textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('BD82 shows fields in the reader’s language, names for ids, and nothing for what is empty', async () => {
    await show(
      '<em data-with="amount"></em><p data-field="companyId" part="about"></p><b data-field="amount"></b> <i data-field="ownerId"></i> <i data-field="stageId"></i>',
    );
    await board.until(() => says('Acme') === 'Brevent€1,200 Lea Sommer Lead', `names are read: ${says('Acme')}`);
    const empty = [...about('Brama').querySelectorAll<HTMLElement>('[data-field], em')].map(({ hidden }) => hidden);
    expect(empty).to.deep.equal([true, true, true, true, false]);
    board.board.lang = 'de';
    await board.until(() => says('Acme').includes('1.200'), 'the amount is written in German');
    expect(about('Acme').querySelector('p')?.part.contains('about'), 'the page can style it').to.equal(true);
  });

  it('BD82 follows what is changed, and another template', async () => {
    await show('<b data-field="amount"></b>');
    const id = board.card('Acme').closest<HTMLElement>('[data-card]')?.dataset['card'] as never;
    valueOf(await store.run(deals.edit({ id, changes: { amount: { minor: 99_00, currency: 'EUR' } } })));
    await board.until(() => says('Acme') === '€99', 'the new amount is there');
    const other = document.createElement('template');
    other.slot = 'card';
    other.content.append(Object.assign(document.createElement('p'), { className: 'own', textContent: 'Own' }));
    board.board.querySelector('template')?.replaceWith(other);
    await board.until(() => says('Acme') === 'Own', 'the other template is drawn');
    other.remove();
    await board.until(() => board.root.querySelector('.card-amount'), 'Kith’s own cards are drawn again');
  });

  it('BD82 makes links of addresses of the web and of nothing else, and runs nothing', async () => {
    await show(
      '<a data-href="source" data-field="source"></a><script data-field="name"></script><style>* { color: red }</style>',
    );
    const link = (card: string) => about(card).querySelector('a');
    await board.until(() => link('Acme')?.hasAttribute('href'), 'there is a link');
    expect(link('Acme')?.href).to.equal('https://acme.example/');
    expect([link('Brama')?.hasAttribute('href'), link('Brama')?.hidden]).to.deep.equal([false, true]);
    expect(board.root.querySelector('.card-about :is(script, style)')).to.equal(null);
  });

  it('BD82 gives way to what a page draws by itself', async () => {
    await show('<p class="own">template</p>');
    board.board.cardRenderer = () => 'by itself';
    await board.until(() => says('Acme') === 'by itself', 'the renderer wins');
  });
});
