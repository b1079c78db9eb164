import '@kith/elements/define';
import { memoryAdapter } from '@kith/adapters';
import type { Deal, Id } from '@kith/core';
import { CommandEvent, type KithApp } from '@kith/elements';
import { companies, deals, openStore, pipelines, type Store, users } from '@kith/store';
import * as fields from '@kith/store/fields';
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectNothingFromAxe } from '../../support/axe.js';
import { pageNow } from '../../support/board-driver.js';
import { ask, stageId, valueOf } from '../../support/book.js';
import { waitUntil } from '../../support/wait-until.js';

/** What the second stage asks for: a field of each way to be typed. */
const ASKED = [
  'amount',
  'expectedCloseDay',
  'companyId',
  'ownerId',
  'source',
  'description',
  'budget.status',
  'customFields.seats',
  'customFields.isSigned',
] as const;

describe('what the app asks for', () => {
  let store: Store;
  let app: KithApp;
  let deal: Deal;

  beforeEach(async () => {
    store = await openStore({
      adapter: memoryAdapter(),
      timeZone: 'Europe/Vienna',
      fields: fields.customFields(),
    });
    valueOf(await store.run(fields.define({ on: 'deal', name: 'seats', type: 'number', labels: { en: 'Seats' } })));
    valueOf(
      await store.run(fields.define({ on: 'deal', name: 'isSigned', type: 'boolean', labels: { en: 'Signed' } })),
    );
    valueOf(await store.run(companies.create({ name: 'Brama Logistics' })));
    valueOf(await store.run(users.create({ name: 'Hanna Leitner' })));
  });

  /** A deal before a stage that requires some fields. */
  async function show(requires: readonly string[], lang = 'en'): Promise<void> {
    const pipeline = valueOf(
      await store.run(
        pipelines.create({
          name: 'New business',
          stages: [
            { id: stageId('lead'), name: 'Lead', type: 'open', probability: 10 },
            { id: stageId('proposal'), name: 'Proposal', type: 'open', probability: 50, rules: { requires } },
          ],
        }),
      ),
    );
    deal = valueOf(await store.run(deals.create({ name: 'Acme', pipelineId: pipeline.id })));
    app = await fixture<KithApp>(html`<kith-app .store=${store} .now=${pageNow} lang=${lang}></kith-app>`);
    await app.updateComplete;
  }

  function move() {
    const command = (answers?: Readonly<Record<string, unknown>>) =>
      deals.move({ id: deal.id, stageId: stageId('proposal'), ...(answers && { fields: answers }) });
    const event = new CommandEvent(command(), { withAnswers: command });
    app.dispatchEvent(event);
    return event.result;
  }

  const root = (): ShadowRoot => app.shadowRoot as ShadowRoot;
  const control = (path: string): HTMLElement => root().getElementById(path) as HTMLElement;
  const isOpen = (): Promise<void> => waitUntil(() => root().querySelector('dialog[open] .field'), 'the form is open');
  const labels = (): readonly string[] =>
    [...root().querySelectorAll('dialog .label')].map((each) => each.textContent?.trim() ?? '');
  const wrong = (): readonly string[] =>
    [...root().querySelectorAll('dialog .field-error')].map((each) => each.textContent?.trim() ?? '');
  const send = (): void => root().querySelector<HTMLElement>('dialog .primary')?.click();

  async function type(path: string, text: string): Promise<void> {
    control(path).focus();
    await sendKeys({ type: text });
  }

  async function choose(path: string, text: string): Promise<void> {
    await type(path, text);
    const line = (): Element | null | undefined =>
      control(path).shadowRoot?.querySelector('[role=option]:not([aria-disabled=true])');
    await waitUntil(() => line()?.textContent?.includes(text), `${text} is found`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
  }

  function select(path: string, value: string): void {
    const list = control(path) as HTMLSelectElement;
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }

  it('EL33 asks for each field that a stage requires by its label and its type, and moves with the answers', async () => {
    await show(ASKED);
    const result = move();
    await isOpen();
    expect(root().querySelector('#modal-title')?.textContent).to.equal('What “Proposal” asks for');
    expect(labels()).to.deep.equal([
      'Amount',
      'Expected close',
      'Company',
      'Owner',
      'Source',
      'Description',
      'Budget status',
      'Seats',
      'Signed',
    ]);
    await waitUntil(() => root().activeElement === control('amount'), 'it begins at its first field');
    await expectNothingFromAxe(app);
    await type('amount', '36,000');
    await type('expectedCloseDay', '12/18/2026');
    await choose('companyId', 'Brama');
    await choose('ownerId', 'Hanna');
    await type('source', 'Fair');
    await type('description', 'Met at the fair');
    select('budget.status', 'approved');
    await type('customFields.seats', '1,250');
    select('customFields.isSigned', 'true');
    send();
    await waitUntil(() => !root().querySelector('dialog') || wrong().length > 0, 'it is read');
    expect(wrong()).to.deep.equal([]);
    const moved = valueOf(await result) as Deal & { readonly budget?: { readonly status: string } };
    expect(moved.stageId).to.equal('stage_proposal');
    expect(moved.amount).to.deep.equal({ minor: 3_600_000, currency: 'EUR' });
    expect(moved.expectedCloseDay).to.equal('2026-12-18');
    const company = (await ask(store, companies.byId(moved.companyId as Id<'company'>)))?.name;
    expect(company).to.equal('Brama Logistics');
    expect((await ask(store, users.all())).find(({ id }) => id === moved.ownerId)?.name).to.equal('Hanna Leitner');
    expect([moved.source, moved.description, moved.budget?.status]).to.deep.equal([
      'Fair',
      'Met at the fair',
      'approved',
    ]);
    expect(moved.customFields).to.deep.equal({ seats: 1250, isSigned: true });
  });

  it('EL33 keeps what was typed when something is still missing or wrong, and says where', async () => {
    await show(['amount', 'expectedCloseDay', 'customFields.seats']);
    const result = move();
    await isOpen();
    await type('amount', '1,250.00');
    await type('customFields.seats', 'many');
    send();
    await waitUntil(() => wrong().length === 2, 'both are told');
    expect(wrong()).to.deep.equal(['Fill this in to go on.', 'Write a number, such as 1,250.']);
    await waitUntil(() => root().activeElement === control('expectedCloseDay'), 'the focus is on the first');
    expect((control('amount') as HTMLElement & { value: unknown }).value).to.deep.equal({
      minor: 125_000,
      currency: 'EUR',
    });
    await sendKeys({ type: '12/18/2026' });
    control('customFields.seats').focus();
    (control('customFields.seats') as HTMLInputElement).select();
    await sendKeys({ type: '12' });
    await sendKeys({ press: 'Enter' });
    expect(valueOf(await result).customFields).to.deep.equal({ seats: 12 });
  });

  it('EL33 speaks the language of the page', async () => {
    await show(['amount', 'expectedCloseDay'], 'zh-Hans');
    const result = move();
    await isOpen();
    await waitUntil(() => labels()[0] === '金额', 'the words are there');
    expect(root().querySelector('#modal-title')?.textContent).to.equal('“Proposal”需要的信息');
    await sendKeys({ press: 'Escape' });
    expect((await result).ok).to.equal(false);
  });

  it('EL33 tells what is missing where no field can hold it', async () => {
    await show(['competitors']);
    const result = move();
    await waitUntil(() => root().querySelector('.toast-text')?.textContent, 'it is told');
    expect((await result).ok).to.equal(false);
    expect(root().querySelector('dialog')).to.equal(null);
  });
});
