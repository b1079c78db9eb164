import '@kith/elements/define';
import type { Day, Deal, Id } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import { deals, erase, type Store } from '@kith/store';
import { approvalsOf, withdraw } from '@kith/store/pipelines';
import { add } from '@kith/store/rates';
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { type DealBookOptions, openDealBook } from '../../../stories/books/deal-book.js';
import { ask, valueOf } from '../../support/book.js';
import { DealDriver, type } from '../../support/deal-driver.js';
import { showRecord } from '../../support/record-driver.js';

const ID = 'deal_clienteling' as Id<'deal'>;

describe('a deal at its moments', () => {
  let store: Store;
  const show = async (options: DealBookOptions = {}): Promise<DealDriver> => {
    store = await openDealBook(options);
    const record = await showRecord(store, html`<kith-deal-panel .deal=${ID}></kith-deal-panel>`);
    const panel = new DealDriver(record);
    await panel.tells('history', 'Proposal');
    return panel;
  };
  const read = async (): Promise<Deal | undefined> => ask(store, deals.byId(ID));
  const figures = (panel: DealDriver): string => (panel.find('.figures')?.innerText ?? '').replace(/\s+/g, ' ');
  const negotiate = (panel: DealDriver): void => panel.record.control('Move to Negotiation, 75% likely').click();

  beforeEach(() => setViewport({ width: 1000, height: 900 }));

  it('DP7 tells what an amount is in the currency of the house, by the dated rate, and keeps it once it is won', async () => {
    const panel = await show({ isAbroad: true });
    await panel.record.until(
      () => figures(panel).includes('$41,250 ≈ €35,532.75 1 USD = 0.8614 EUR · Mon, Nov 16'),
      'it is converted',
    );
    panel.record.control('Win deal').click();
    await panel.record.until(() => figures(panel).includes('Kept as of the closing, Fri, Nov 20'), 'it is kept');
    valueOf(await store.run(add({ from: 'USD', to: 'EUR', day: '2026-11-20' as Day, rate: 0.5 })));
    expect(figures(panel)).to.include('≈ €35,532.75');
  });

  it('DP7 says that there is no rate, and takes one that comes later', async () => {
    const panel = await show({ isAbroad: true });
    valueOf(await store.run(deals.edit({ id: ID, changes: { amount: { minor: 4_000, currency: 'OMR' } as never } })));
    await panel.record.until(() => figures(panel).includes('No rate from OMR to EUR'), 'there is none');
    panel.record.control('Win deal').click();
    await panel.record.until(() => panel.record.has('Reopen deal'), 'it is won all the same');
    expect(withDetails((await read())!).houseValue).to.equal(undefined);
    valueOf(await store.run(add({ from: 'OMR', to: 'EUR', day: '2026-11-01' as Day, rate: 2.25 })));
    await panel.record.press('Take the rate of that day');
    await panel.record.until(() => figures(panel).includes('≈ €9 1 OMR = 2.25 EUR'), 'it is kept');
    expect(withDetails((await read())!).houseValue?.amount.minor).to.equal(900);
  });

  it('DP9 asks for the approval that a move needs, waits in sight, and takes it back', async () => {
    const panel = await show();
    negotiate(panel);
    const form = await panel.form('approval');
    type(form, 'note', 'The contract is ready.');
    form.requestSubmit();
    await panel.tells('approvals', 'Hanna Lindqvist asks for the move to Negotiation', 'The contract is ready.');
    expect((await read())?.stageId).to.equal('stage_proposal');
    expect(panel.find('[data-approval=approve]')).to.equal(null);
    negotiate(panel);
    (await panel.form('approval')).requestSubmit();
    await panel.tells('approvals', 'This approval has been asked for.');
    panel.find('[data-approval=withdraw]')?.click();
    await panel.record.until(() => !panel.section('approvals').includes('asks for'), 'it is withdrawn');
  });

  it('DP9 lets whoever may approve it, and the deal moves', async () => {
    const panel = await show({ isAsked: true });
    await panel.tells('approvals', 'Rafael Ortuño asks for the move to Negotiation, 2 hours ago', 'Approve');
    expect(panel.find('[data-approval=withdraw]')).to.equal(null);
    panel.find('[data-approval=approve]')?.click();
    await panel.record.until(() => panel.section('approvals') === '', 'nothing waits any more');
    expect((await read())?.stageId).to.equal('stage_negotiation');
  });

  it('DP9 rejects it with a reason, which stays in sight; who may not has nothing to press', async () => {
    const panel = await show({ isAsked: true });
    const form = await panel.open('approval');
    form.requestSubmit();
    await panel.tells('approvals', 'Say why it is rejected.');
    type(form, 'reason', 'No drawings yet');
    form.requestSubmit();
    await panel.tells('approvals', 'Hanna Lindqvist rejected the move to Negotiation: No drawings yet');
    const other = await show({ isAsked: true, actor: 'user_idris' });
    await other.tells('approvals', 'Rafael Ortuño asks');
    expect((await store.can(withdraw({ id: 'approval_negotiation' as Id<'approval'> }))).ok).to.equal(false);
    expect(other.find('.approvals button')).to.equal(null);
  });

  it('DP14 says who has approved and whose turn it is, where several have to, one after the other', async () => {
    const panel = await show({ isAskedOfAll: true });
    const hands = (): string =>
      [...(panel.find('.approvals')?.querySelectorAll('button') ?? [])].map((each) => each.innerText.trim()).join(', ');
    const others = 'then DACH and legal';
    await panel.tells('approvals', 'Approved so far: Zofia Grabek', `Next to approve: Hanna Lindqvist, ${others}`);
    await panel.record.until(() => hands() === 'Approve, Reject', 'it is her turn');
    panel.find('[data-approval=approve]')?.click();
    await panel.tells('approvals', 'Zofia Grabek and Hanna Lindqvist', 'Next to approve: DACH, then legal');
    await panel.record.until(() => hands() === 'Reject', 'she has nothing more to approve');
    expect((await read())?.stageId).to.equal('stage_proposal');
    const [request] = await ask(store, approvalsOf(ID));
    expect(request?.given?.map(({ by }) => by)).to.deep.equal(['user_zofia', 'user_hanna']);
    valueOf(await store.undo());
    await panel.tells('approvals', `Next to approve: Hanna Lindqvist, ${others}`);
    await panel.record.until(() => hands() === 'Approve, Reject', 'it is her turn again');
  });

  it('DP14 lets whoever is not named press nothing, and says to whoever asks again who is still to approve', async () => {
    const panel = await show({ isAskedOfAll: true, actor: 'user_idris' });
    await panel.tells('approvals', 'Next to approve: Hanna Lindqvist');
    expect(panel.find('.approvals button')).to.equal(null);
    negotiate(panel);
    (await panel.form('approval')).requestSubmit();
    await panel.tells('approvals', 'Still to approve: Hanna Lindqvist, DACH, legal.');
  });

  it('DP11 says that the deal is gone, and that there is no connection', async () => {
    const panel = await show();
    const before = Object.getOwnPropertyDescriptor(navigator, 'onLine');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      dispatchEvent(new Event('offline'));
      await panel.record.shows('Offline. What is known stays here');
      await panel.record.edit('Source', 'By word of mouth');
      await panel.record.until(() => panel.record.fact('Source') === 'By word of mouth', 'it goes on working');
    } finally {
      if (before) Object.defineProperty(navigator, 'onLine', before);
      else Reflect.deleteProperty(navigator, 'onLine');
    }
    dispatchEvent(new Event('online'));
    await panel.record.hides('Offline.');
    expect((await store.run(erase(deals.collection, ID))).ok).to.equal(true);
    await panel.record.shows('This record is gone');
    expect(panel.record.text).not.to.include('Clienteling');
  });

  it('DP12 keeps from sight what a policy hides, and gives nothing to press where nothing may be changed', async () => {
    const panel = await show({ isClerk: true });
    await panel.tells('competitors', 'Fil & Trame');
    await panel.tells('people', 'Léa Fontanel');
    for (const part of ['team', 'people', 'competitors'])
      expect(panel.find(`[part=${part}] :is([data-part], .edit)`), part).to.equal(null);
    expect(panel.find('[part=team]')).to.equal(null);
    expect(panel.section('needs')).to.include('Training in French').and.not.to.include('€40,000');
    expect(panel.find('[data-part=add-need]')).not.to.equal(null);
  });

  it('LI6 gives the amounts of a column the same number of decimals', async () => {
    const panel = await show();
    const amounts = (): readonly string[] =>
      panel.record.all('.line-amount, .line-totals dd').map(({ innerText }) => innerText.trim());
    expect(amounts()).to.include.members(['€6,479.86', '€3,600.00', '€12,095.83']);
    const remove = panel.record.all('.line > .button')[0];
    remove?.click();
    const item = (): HTMLElement | undefined =>
      panel.record.all('.menu:popover-open .menu-item').find(({ innerText }) => innerText.includes('Remove'));
    await panel.record.until(item, 'the menu is open');
    item()?.click();
    await panel.record.until(() => amounts().join() === '€3,600,€3,600,€720,€4,320', 'all of them are whole');
  });
});
