import type { Deal, Id } from '@kith/core';
import {
  CommandEvent,
  carryOutCommands,
  define,
  defineElement,
  type KithApp,
  KithElement,
  type KithPipelineBoard,
  Live,
  setDefaultStore,
} from '@kith/elements';
import { deals, type Store } from '@kith/store';
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { nest } from '../../../packages/elements/src/base/nest.js';
import { BoardDriver } from '../../support/board-driver.js';
import { namesIn, openBook, valueOf, withDeals, withPipeline } from '../../support/book.js';
import { waitUntil } from '../../support/wait-until.js';

/** Shows the name of one deal: as small as an element can be. */
class DealName extends KithElement {
  static override readonly tag = 'deal-name';
  static override properties = { deal: {} };
  declare deal: string | undefined;
  draws = 0;
  readonly answer = new Live(this, () => (this.deal ? deals.byId(this.deal as Id<'deal'>) : undefined));

  protected override render() {
    this.draws++;
    return html`${this.answer.status}: ${this.answer.value?.name ?? ''}`;
  }

  get text(): string {
    return this.shadowRoot?.textContent?.trim() ?? '';
  }

  rename(name: string) {
    return this.send(deals.edit({ id: this.deal as Id<'deal'>, changes: { name } }));
  }
}

const showsSoon = (element: DealName, text: string): Promise<void> =>
  waitUntil(() => element.text === text, `it shows "${text}"`);

describe('the base of the elements', () => {
  let store: Store;
  let acme: Deal;
  let brama: Deal;

  before(() => {
    expect(customElements.get('kith-app'), 'EL1: importing the classes registers nothing').to.equal(undefined);
    customElements.define('test-deal-name', DealName);
  });
  beforeEach(async () => {
    store = await openBook();
    [acme, brama] = (await withDeals(store, await withPipeline(store), 'Acme', 'Brama')) as [Deal, Deal];
  });

  const show = (deal?: string, from: Store | undefined = store): Promise<DealName> =>
    fixture<DealName>(html`<test-deal-name .deal=${deal} .store=${from}></test-deal-name>`);

  it('EL1 registers all elements by define(), as often as one likes', () => {
    define();
    define();
    for (const name of ['kith-app', 'kith-pipeline-board']) expect(customElements.get(name), name).to.be.a('function');
  });

  it('EL2 works under another prefix, beside the first', async () => {
    define();
    define({ prefix: 'my' });
    const pipeline = await withPipeline(store);
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.innerHTML = '<my-app><my-pipeline-board style="block-size: 400px"></my-pipeline-board></my-app>';
    const app = page.firstElementChild as KithApp;
    app.store = store;
    const board = app.firstElementChild as KithPipelineBoard;
    board.pipeline = pipeline.id;
    valueOf(await store.run(deals.create({ name: 'Cortiça', pipelineId: pipeline.id })));
    const driver = await new BoardDriver(board, app).ready();
    await driver.moveByMenu('Cortiça', 'Proposal');
    await driver.shows('Proposal', 'Cortiça');
  });

  it('EL2 nests elements under the prefix of the one around them', async () => {
    class DealFrame extends KithElement {
      static override readonly tag = 'deal-frame';
      protected override render() {
        return html`${nest(this, DealName, { deal: acme.id, store })}`;
      }
    }
    defineElement(DealFrame, { prefix: 'other' });
    const frame = await fixture<DealFrame>(html`<other-deal-frame></other-deal-frame>`);
    const inner = frame.shadowRoot?.firstElementChild as DealName;
    expect(inner.localName).to.equal('other-deal-name');
    await showsSoon(inner, 'ready: Acme');
    frame.requestUpdate();
    await frame.updateComplete;
    expect(frame.shadowRoot?.firstElementChild).to.equal(inner);
  });

  it('EL10 answers now and after each commit, and not while it is out of the document', async () => {
    const element = await show(acme.id);
    await showsSoon(element, 'ready: Acme');
    valueOf(await store.run(deals.edit({ id: acme.id, changes: { name: 'Acme & Co' } })));
    await showsSoon(element, 'ready: Acme & Co');
    const parent = element.parentElement as HTMLElement;
    element.remove();
    const { draws } = element;
    valueOf(await store.run(deals.edit({ id: acme.id, changes: { name: 'Acme Ltd' } })));
    await element.updateComplete;
    expect(element.draws).to.equal(draws);
    parent.append(element);
    await showsSoon(element, 'ready: Acme Ltd');
  });

  it('EL10 does not draw anew for what does not matter', async () => {
    const element = await show(acme.id);
    await showsSoon(element, 'ready: Acme');
    const { draws } = element;
    valueOf(await store.run(deals.edit({ id: brama.id, changes: { name: 'Brama & Co' } })));
    await element.updateComplete;
    expect(element.draws).to.equal(draws);
  });

  it('EL11 forgets the old answer when it asks something else, or somebody else', async () => {
    const element = await show(acme.id);
    await showsSoon(element, 'ready: Acme');
    element.deal = brama.id;
    await element.updateComplete;
    expect(element.text).not.to.contain('Acme');
    await showsSoon(element, 'ready: Brama');
    element.store = await openBook();
    await showsSoon(element, 'ready:');
    element.deal = undefined;
    await showsSoon(element, 'idle:');
  });

  it('EL12 reads from its own store, else from the app, else from the page', async () => {
    define();
    const element = await fixture<DealName>(html`<test-deal-name .deal=${acme.id}></test-deal-name>`);
    expect(element.text).to.equal('loading:');
    setDefaultStore(store);
    await showsSoon(element, 'ready: Acme');
    const other = await openBook();
    const app = await fixture<KithApp>(
      html`<kith-app .store=${other}><test-deal-name .deal=${acme.id}></test-deal-name></kith-app>`,
    );
    const inside = app.firstElementChild as DealName;
    await showsSoon(inside, 'ready:');
    inside.store = store;
    await showsSoon(inside, 'ready: Acme');
    setDefaultStore(undefined);
    await showsSoon(element, 'loading:');
  });

  it('EL12 takes the store of an app that arrives after its elements', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.innerHTML = '<late-app><test-deal-name></test-deal-name></late-app>';
    const element = page.querySelector('test-deal-name') as DealName;
    element.deal = acme.id;
    await element.updateComplete;
    define({ prefix: 'late' });
    (page.firstElementChild as KithApp).store = store;
    await showsSoon(element, 'ready: Acme');
  });

  it('EL13 speaks the nearest language, through shadow roots, and follows when it changes', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="zh-Hans"><div></div></div>`);
    const root = (page.firstElementChild as HTMLElement).attachShadow({ mode: 'closed' });
    const element = document.createElement('test-deal-name') as DealName;
    root.append(element);
    expect(element.locale.language).to.equal('zh-Hans');
    element.lang = 'en-GB';
    expect(element.locale.lang).to.equal('en-GB');
    await element.updateComplete;
    const { draws } = element;
    document.documentElement.lang = 'zh';
    await waitUntil(() => element.draws > draws, 'it is drawn anew');
    document.documentElement.removeAttribute('lang');
  });

  it('EL20 is not carried out when the page cancels, however far above it hears of it', async () => {
    define();
    const app = await fixture<KithApp>(
      html`<kith-app .store=${store}><test-deal-name .deal=${acme.id}></test-deal-name></kith-app>`,
    );
    const cancel = (event: Event): void => event.preventDefault();
    window.addEventListener('kith-command', cancel);
    const result = await (app.firstElementChild as DealName).rename('Other');
    window.removeEventListener('kith-command', cancel);
    expect(result.ok).to.equal(false);
    expect(!result.ok && result.problem.code).to.equal('elements/cancelled');
    expect(await namesIn(store, { id: acme.pipelineId } as never, 'lead')).to.contain('Acme');
  });

  it('EL21 is carried out by whoever answers first', async () => {
    define();
    const app = await fixture<KithApp>(
      html`<kith-app .store=${store}><test-deal-name .deal=${acme.id}></test-deal-name></kith-app>`,
    );
    const take = (event: Event): void => {
      (event as CommandEvent<Deal>).respondWith({ ok: true, value: { ...acme, name: 'by the page' } });
    };
    document.addEventListener('kith-command', take, { capture: true });
    const result = await (app.firstElementChild as DealName).rename('Other');
    document.removeEventListener('kith-command', take, { capture: true });
    expect(result.ok && result.value.name).to.equal('by the page');
    expect(await namesIn(store, { id: acme.pipelineId } as never, 'lead')).to.contain('Acme');
  });

  it('EL22 says what the page lacks when nobody carries a command out', async () => {
    fixtureCleanup();
    const element = await show(acme.id);
    const error = await element.rename('Other').catch((reason: Error) => reason);
    expect(error).to.be.instanceOf(Error);
    expect((error as Error).message).to.contain('Put <test-deal-name> into a <kith-app>');
    const stop = carryOutCommands(document, store);
    expect((await element.rename('Other')).ok).to.equal(true);
    stop();
    await showsSoon(element, 'ready: Other');
  });
});
