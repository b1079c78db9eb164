import '@kith/elements/define';
import { memoryAdapter, type StorageAdapter, StorageFault } from '@kith/adapters';
import type { Deal } from '@kith/core';
import { CommandEvent, type CommandNotes, type KithApp, type Ui, uiContext } from '@kith/elements';
import { type Command, deals, type Store } from '@kith/store';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectNothingFromAxe } from '../../support/axe.js';
import { pageNow } from '../../support/board-driver.js';
import { ask, openBook, stageId, valueOf, withDeals, withPipeline } from '../../support/book.js';
import { waitUntil } from '../../support/wait-until.js';

describe('kith-app', () => {
  let store: Store;
  let deal: Deal;
  let app: KithApp;

  beforeEach(async () => {
    store = await openBook();
    deal = (await withDeals(store, await withPipeline(store), 'Acme'))[0] as Deal;
    await show(store);
  });

  const show = async (from: KithApp['store'], lang = 'en'): Promise<void> => {
    app = await fixture<KithApp>(
      html`<kith-app .store=${from} .now=${pageNow} lang=${lang}><button>Inside</button><input aria-label="Field" /></kith-app>`,
    );
    await app.updateComplete;
  };
  const inside = (selector: string): HTMLElement | null => app.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  const text = (selector: string): string => inside(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const send = <Output>(command: Command<Output>, notes?: CommandNotes<Output>) => {
    const event = new CommandEvent(command, notes);
    app.querySelector('button')?.dispatchEvent(event);
    return event.result;
  };
  const rename = (name: string) =>
    send(deals.edit({ id: deal.id, changes: { name } }), { done: () => ({ text: `${name} saved`, name }) });
  const nameNow = async (): Promise<string | undefined> => (await ask(store, deals.byId(deal.id)))?.name;
  const lose = () =>
    send(deals.move({ id: deal.id, stageId: stageId('lost') }), {
      withAnswers: (answers) => deals.move({ id: deal.id, stageId: stageId('lost'), ...answers }),
    });

  it('EL3 brings the tokens, and lets the page have its own', async () => {
    expect(getComputedStyle(document.documentElement).getPropertyValue('--kith-accent-h').trim()).to.equal('262');
    const style = document.createElement('style');
    style.textContent = ':root { --kith-accent-h: 150; }';
    document.head.append(style);
    expect(getComputedStyle(app).getPropertyValue('--kith-accent-h').trim()).to.equal('150');
    style.remove();
    app.theme = 'dark';
    app.density = 'compact';
    await app.updateComplete;
    expect(getComputedStyle(app).colorScheme).to.equal('dark');
    expect(getComputedStyle(app).getPropertyValue('--kith-control').trim()).to.equal('28px');
    expect(document.adoptedStyleSheets.length).to.equal(1);
  });

  it('EL23 tells what was done, and takes it back by the button', async () => {
    valueOf(await rename('Other'));
    await waitUntil(() => text('.toast-text') === 'Other saved', 'the toast is there');
    expect(inside('.toast b')?.textContent).to.equal('Other');
    expect(text('.unseen[role=status]')).to.equal('Other saved');
    inside('.toast-action')?.click();
    await waitUntil(() => text('.toast-text') === 'Undone', 'it is told');
    expect(await nameNow()).to.equal('Acme');
    inside('.toast-action')?.click();
    await waitUntil(() => text('.toast-text') === 'Done again', 'it is told');
    expect(await nameNow()).to.equal('Other');
    inside('.toast-close')?.click();
    await waitUntil(() => !inside('.toast'), 'the toast is gone');
  });

  it('EL23 takes back by Ctrl + Z and forward by Shift, but leaves fields their keys', async () => {
    valueOf(await rename('Other'));
    app.querySelector('input')?.focus();
    await sendKeys({ press: 'Control+z' });
    expect(await nameNow()).to.equal('Other');
    app.querySelector('button')?.focus();
    await sendKeys({ press: 'Control+z' });
    await waitUntil(() => text('.toast-text') === 'Undone', 'it is told');
    expect(await nameNow()).to.equal('Acme');
    await sendKeys({ press: 'Control+Shift+Z' });
    await waitUntil(() => text('.toast-text') === 'Done again', 'it is told');
    expect(await nameNow()).to.equal('Other');
    await sendKeys({ press: 'Control+Shift+Z' });
    await waitUntil(() => text('.toast-text').includes('There is nothing to redo.'), 'it is told');
  });

  it('EL24 asks for what a refusal lacks, and carries the command out with it', async () => {
    app.querySelector('button')?.focus();
    const result = lose();
    await waitUntil(() => inside('dialog[open]'), 'the form is open');
    expect(text('#modal-title')).to.equal('Why was it lost?');
    await expectNothingFromAxe(app);
    inside('dialog .primary')?.click();
    await waitUntil(() => inside('[aria-invalid=true]'), 'what is missing is marked');
    expect(text('.field-error')).to.equal('Fill this in to go on.');
    await waitUntil(
      () => (app.shadowRoot?.activeElement as HTMLInputElement | null)?.name === 'lossReason',
      'the focus is on it',
    );
    await sendKeys({ type: 'Price' });
    await app.updateComplete;
    expect(inside('.choices [aria-pressed=true]')?.textContent).to.equal('Price');
    await sendKeys({ press: 'Enter' });
    const lost = valueOf(await result);
    expect(lost.status).to.equal('lost');
    expect(lost.lossReason).to.equal('Price');
    expect(inside('dialog')).to.equal(null);
    expect(document.activeElement).to.equal(app.querySelector('button'));
  });

  it('EL24 does nothing when the form is closed', async () => {
    const result = lose();
    await waitUntil(() => inside('dialog[open]'), 'the form is open');
    await sendKeys({ press: 'Escape' });
    const ended = await result;
    expect(!ended.ok && ended.problem.code).to.equal('elements/cancelled');
    expect((await ask(store, deals.byId(deal.id)))?.status).to.equal('open');
    expect(text('.toast-text')).to.equal('');
  });

  it('EL25 tells a refusal in the reader’s language', async () => {
    await show(store, 'zh-Hans');
    const result = await send(deals.move({ id: deal.id, stageId: stageId('nowhere') }));
    expect(result.ok).to.equal(false);
    await waitUntil(() => text('.toast-text') === '该管道没有这个阶段。', 'it is told');
    expect(text('.unseen[role=alert]')).to.equal('该管道没有这个阶段。');
    await expectNothingFromAxe(app);
  });

  it('EL26 tells that nothing was saved when the world fails', async () => {
    const adapter = memoryAdapter();
    let isFull = false;
    const write: StorageAdapter['write'] = (batch) =>
      isFull ? Promise.reject(new StorageFault({ kind: 'quota' })) : adapter.write(batch);
    store = await openBook({ adapter: { ...adapter, write } });
    deal = (await withDeals(store, await withPipeline(store), 'Acme'))[0] as Deal;
    await show(store);
    isFull = true;
    const result = await rename('Other');
    expect(!result.ok && result.problem.code).to.equal('store/quota');
    await waitUntil(() => text('.toast-text').startsWith('Not saved. There is no space left'), 'it is told');
    expect(await nameNow()).to.equal('Acme');
  });

  it('EL27 tells when the store cannot be opened', async () => {
    await show(Promise.reject(new Error('The disk is gone.')));
    await waitUntil(() => inside('.empty'), 'it is told');
    expect(text('.empty')).to.contain('The data cannot be opened');
    expect(text('.empty')).to.contain('The disk is gone.');
    expect(inside('slot')?.hidden).to.equal(true);
  });

  it('EL28 answers a question by its buttons, and no by Escape', async () => {
    let ui: Ui | undefined;
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: uiContext,
      contextTarget: app.querySelector('button'),
      callback: (value: Ui) => {
        ui = value;
      },
    });
    app.querySelector('button')?.dispatchEvent(request);
    const question = { title: 'Delete 3 contacts?', action: 'Delete 3 contacts', tone: 'danger' as const };
    const yes = ui?.confirm(question);
    await waitUntil(() => inside('dialog[open]'), 'the question is asked');
    await expectNothingFromAxe(app);
    inside('dialog .danger')?.click();
    expect(await yes).to.equal(true);
    const no = ui?.confirm(question);
    await waitUntil(() => inside('dialog[open]'), 'the question is asked');
    await sendKeys({ press: 'Escape' });
    expect(await no).to.equal(false);
  });
});
