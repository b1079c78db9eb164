import '@kith/elements/define';
import type { Deal, Id, Problem } from '@kith/core';
import { type Command, deals, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { withOutage } from '../../../stories/books/outage.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';
import { withRule } from '../../support/rule.js';
import { withWatchers } from '../../support/watched-store.js';

const CLIENTELING = 'deal_clienteling' as Id<'deal'>;

describe('the deal panel', () => {
  let store: Store;

  const show = (deal: string = CLIENTELING, options: PageOptions = {}): Promise<RecordDriver> =>
    showRecord(store, html`<kith-deal-panel .deal=${deal}></kith-deal-panel>`, options);
  const read = (id: Id<'deal'> = CLIENTELING): Promise<Deal | undefined> => ask(store, deals.byId(id));
  const current = (panel: RecordDriver): string => panel.all('.path [aria-current]')[0]?.textContent?.trim() ?? '';
  /** The dialog in which the app asks for what is missing. */
  const dialog = (panel: RecordDriver): HTMLDialogElement | null =>
    panel.app.shadowRoot?.querySelector('dialog') ?? null;

  beforeEach(async () => {
    await setViewport({ width: 1000, height: 900 });
    store = await openBreventBook();
  });

  it('CD31 moves to a stage by a click', async () => {
    const panel = await (await show()).shows('Negotiation');
    panel.control('Move to Negotiation, 75% likely').click();
    await panel.until(() => current(panel) === 'Negotiation', 'it is in negotiation');
    expect(panel.toast).to.include('Moved to Negotiation');
    expect((await read())?.stageId).to.equal('stage_negotiation');
    await store.undo();
    await panel.until(() => current(panel) === 'Proposal', 'it is back');
  });

  it('CD31 moves to a stage by arrow keys and Enter, in the direction of the language', async () => {
    const panel = await (await show(CLIENTELING, { dir: 'rtl' })).shows('Negotiation');
    panel.control('Proposal').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(panel.focused?.getAttribute('aria-label')).to.equal('Move to Discovery, 25% likely');
    await sendKeys({ press: 'Enter' });
    await panel.until(() => current(panel) === 'Discovery', 'it is in discovery');
  });

  it('CD31 does nothing on the stage it is in', async () => {
    const panel = await (await show()).shows('Negotiation');
    let commands = 0;
    panel.element.addEventListener('kith-command', () => commands++);
    panel.control('Proposal').click();
    expect(commands).to.equal(0);
  });

  it('CD31 says why a move is refused, and stays', async () => {
    store = withRule(store, (command: Command): Problem | undefined =>
      command.type === 'deals/move' ? { code: 'host/quote-required', message: 'Needs an accepted quote.' } : undefined,
    );
    const panel = await (await show()).shows('Negotiation');
    panel.control('Move to Negotiation, 75% likely').click();
    await panel.until(() => panel.toast.includes('Needs an accepted quote.'), 'it says why');
    expect(current(panel)).to.equal('Proposal');
  });

  it('DP16 shows what is on hold as far as it has come, and takes it up again by a step', async () => {
    store = await openBreventBook({ isOnHold: true });
    const panel = await (await show()).shows('Until spring');
    const steps = (): readonly string[] =>
      panel.all('.path > li').map((step) => `${step.textContent?.trim()}: ${step.className.split(' ')[0]}`);
    expect(current(panel)).to.equal('Until spring');
    expect(steps()).to.deep.equal(['Discovery: left', 'Proposal: left', 'Negotiation: ahead', 'Until spring: current']);
    expect(panel.all('.badge').map((badge) => badge.textContent?.trim())).to.include('On hold');
    await expectNothingFromAxe(panel.element);
    panel.control('Move to Negotiation, 75% likely').click();
    await panel.until(() => current(panel) === 'Negotiation', 'it goes on');
    expect(steps()).to.deep.equal(['Discovery: done', 'Proposal: done', 'Negotiation: current', 'Until spring: ahead']);
    expect(panel.all('.badge').map((badge) => badge.textContent?.trim())).not.to.include('On hold');
    panel.control('Put on hold: Until spring').click();
    await panel.until(() => current(panel) === 'Until spring', 'it is on hold again');
    expect((await read())?.status).to.equal('open');
    expect(steps()[2]).to.equal('Negotiation: left');
  });

  it('DP16 has no step of a hold that a closed deal would have passed', async () => {
    store = await openBreventBook({ isOnHold: true });
    const panel = await (await show('deal_repairs')).shows('Until spring');
    expect(panel.all('.path > li').map(({ className }) => className)).to.deep.equal([
      'won open',
      'won open',
      'won open',
      'ahead hold',
    ]);
  });

  it('CD32 asks why it was lost; cancelled, nothing has changed', async () => {
    const panel = await (await show()).shows('Lose');
    await panel.press('Lose');
    await panel.until(() => dialog(panel)?.open, 'the reason is asked for');
    await sendKeys({ press: 'Escape' });
    await panel.until(() => !dialog(panel)?.open, 'the question is gone');
    expect((await read())?.status).to.equal('open');

    await panel.press('Lose');
    await panel.until(() => dialog(panel)?.open, 'the reason is asked for again');
    const reason = dialog(panel)?.querySelector<HTMLInputElement>('[name=lossReason]');
    reason?.focus();
    await sendKeys({ type: 'Went with another' });
    await sendKeys({ press: 'Enter' });
    await panel.shows('Lost', 'Went with another', 'Reopen deal');
    expect(await read()).to.include({ status: 'lost', lossReason: 'Went with another', actualCloseDay: '2026-11-20' });
  });

  it('CD33 wins with its amount, and reopens to the stage it came from', async () => {
    const panel = await (await show()).shows('Win deal');
    await panel.press('Win deal');
    await panel.shows('Reopen deal', 'Won value');
    expect(await read()).to.deep.include({ status: 'won', actualValue: { minor: 3_600_000, currency: 'EUR' } });
    await panel.press('Reopen deal');
    await panel.until(() => current(panel) === 'Proposal', 'it is open again');
  });

  it('CD33 asks for the value of a deal without an amount', async () => {
    await store.run(deals.edit({ id: CLIENTELING, changes: { amount: undefined } }));
    const panel = await (await show()).shows('Win deal');
    await panel.press('Win deal');
    await panel.until(() => dialog(panel)?.open, 'the value is asked for');
    dialog(panel)?.querySelector<HTMLInputElement>('#actualValue')?.focus();
    await sendKeys({ type: '12,500' });
    await sendKeys({ press: 'Enter' });
    await panel.shows('€12,500');
    expect((await read())?.actualValue).to.deep.equal({ minor: 1_250_000, currency: 'EUR' });
  });

  it('CD34 tells every stay with its day, who moved it, and how long it took', async () => {
    const panel = await (await show()).shows('Stage history', '36 days', '3 days so far');
    const rows = panel.all('.history tbody tr').map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect(rows).to.deep.equal([
      ['Proposal', 'Tue, Nov 17', 'Zofia Grabek', '3 days so far'],
      ['Discovery', 'Mon, Oct 12', 'Rafael Ortuño', '36 days'],
    ]);
  });

  it('CD35 edits the amount in the deal’s own currency', async () => {
    const panel = await (await show('deal_noor')).shows('OMR');
    await panel.edit('Amount', '36,500.125');
    await panel.until(() => panel.fact('Amount').includes('36,500.125'), 'it is saved');
    expect((await read('deal_noor' as Id<'deal'>))?.amount).to.deep.equal({ minor: 36_500_125, currency: 'OMR' });
    await panel.edit('Amount', '1.2345');
    await panel.shows('Write an amount in digits');
  });

  it('CD35 edits the close day, the owner and the next step', async () => {
    const panel = await (await show()).shows('Expected close');
    const day = await panel.open('Expected close');
    day.value = '2027-01-15';
    day.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await sendKeys({ press: 'Enter' });
    await panel.until(() => panel.fact('Expected close') === 'Jan 15, 2027', 'the day is saved');

    const owner = await panel.open('Owner');
    owner.value = 'user_zofia';
    owner.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await panel.until(() => panel.fact('Owner') === 'Zofia Grabek', 'the owner is saved');

    await panel.edit('What', 'Sign in Annecy');
    await panel.until(() => panel.fact('What') === 'Sign in Annecy', 'the next step is saved');
    expect((await read())?.nextStep).to.deep.equal({ kind: 'call', subject: 'Sign in Annecy', day: '2026-11-23' });
    await panel.edit('What', '');
    await panel.until(() => panel.has('Add what'), 'the next step is gone');
    // It is gone from sight before the store has answered.
    while ((await read())?.nextStep) await new Promise(requestAnimationFrame);
  });

  it('CD36 shows how it ended in place of what was expected', async () => {
    const lost = await (await show('deal_kiosk')).shows(
      'Loss reason',
      'No budget this year',
      'Ask again in January.',
      'Fri, Jun 12',
    );
    expect(lost.text).not.to.include('Weighted');
    await (await show('deal_repairs')).shows('Won value', '€17,250', 'Amount', '€18,000');
  });

  it('CD40 says that there is no such deal, and that it cannot be read', async () => {
    await (await show('deal_none')).shows('There is no such deal');
    const broken = withOutage(store);
    const panel = await showRecord(broken, html`<kith-deal-panel deal=${CLIENTELING}></kith-deal-panel>`);
    await panel.shows('The deal could not be read');
    broken.repair();
    await panel.press('Try again');
    await panel.shows('Win deal');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
  } satisfies Record<string, PageOptions>)) {
    it(`CD41 has nothing that axe finds ${name}, open and lost`, async () => {
      await expectNothingFromAxe((await (await show(CLIENTELING, options)).shows('Zofia Grabek')).element);
      await expectNothingFromAxe((await (await show('deal_kiosk', options)).shows('No budget this year')).element);
    });
  }

  it('CD41 fits into 280 pixels', async () => {
    await setViewport({ width: 280, height: 800 });
    const panel = await (await show()).shows('Onboarding, 3 days');
    expect(panel.element.scrollWidth).to.be.at.most(280);
  });

  it('CD43 shows what others change, and watches nothing once it is gone', async () => {
    const counted = withWatchers(store);
    const panel = await showRecord(counted, html`<kith-deal-panel deal=${CLIENTELING}></kith-deal-panel>`);
    await panel.shows('Win deal');
    await store.run(deals.edit({ id: CLIENTELING, changes: { name: 'Ateliers, all four' } }));
    await panel.shows('Ateliers, all four');
    panel.element.remove();
    await panel.until(() => counted.watchers() === 0, 'nobody watches any more');
  });
});
