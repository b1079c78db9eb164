import '@kith/elements/define';
import type { Id, Problem } from '@kith/core';
import { type DetailedDeal, withDetails } from '@kith/core/deals';
import type { KithElement, NavigateEvent } from '@kith/elements';
import { activities, type Command, deals, type Store } from '@kith/store';
import { editCompetitor } from '@kith/store/deals';
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { openDealBook } from '../../../stories/books/deal-book.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask, valueOf } from '../../support/book.js';
import { DealDriver, type } from '../../support/deal-driver.js';
import { type PageOptions, showRecord } from '../../support/record-driver.js';
import { withRule } from '../../support/rule.js';

const ID = 'deal_clienteling' as Id<'deal'>;

describe('the sections of a deal', () => {
  let store: Store;
  const show = async (options: PageOptions = {}): Promise<DealDriver> => {
    const record = await showRecord(store, html`<kith-deal-panel .deal=${ID}></kith-deal-panel>`, options);
    const panel = new DealDriver(record);
    await panel.tells('history', 'Proposal');
    return panel;
  };
  const read = async (): Promise<DetailedDeal> => withDetails((await ask(store, deals.byId(ID)))!);
  const until = async (matches: (deal: DetailedDeal) => boolean): Promise<void> => {
    while (!matches(await read())) await new Promise(requestAnimationFrame);
  };

  beforeEach(async () => {
    await setViewport({ width: 1000, height: 900 });
    store = await openDealBook();
  });

  it('DP1 adds a contact with its parts: of the company before anything is typed, and nobody twice', async () => {
    const panel = await show();
    await panel.tells('people', 'Léa Fontanel Head of Operations Call first Speaks for us Uses it', 'Bastien Maurel');
    await panel.open('add-person');
    await sendKeys({ press: 'ArrowDown' });
    const offered = (): readonly string[] =>
      panel.record.all('[role=option] .choice-label').map((line) => line.textContent?.trim() ?? '');
    await panel.record.until(() => offered().length > 0, 'somebody is offered');
    expect(offered()).to.deep.equal(['Jeanne Thollon']);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Eval' });
    await panel.record.until(() => offered().join() === 'Evaluates', 'the part is found');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    panel.find<HTMLFormElement>('[data-form=add-person]')?.requestSubmit();
    await panel.tells('people', 'Jeanne Thollon', 'Evaluates');
    expect((await read()).contacts?.at(-1)).to.deep.equal({ contactId: 'contact_jeanne', roles: ['evaluator'] });
    expect(panel.record.toast).to.include('Added Jeanne Thollon');
    await store.undo();
    await panel.record.until(() => !panel.section('people').includes('Jeanne'), 'the undo takes it back');
  });

  it('DP1 changes whom to call first, takes people off, and leads to them', async () => {
    const panel = await show();
    await panel.choose('person-contact_bastien', 'Call first');
    await until(({ contacts }) => contacts?.find(({ primary }) => primary)?.contactId === 'contact_bastien');
    await panel.record.until(
      () => panel.section('people').indexOf('Bastien') < panel.section('people').indexOf('Léa'),
      'he comes first',
    );
    await panel.choose('person-contact_bastien', 'Change part');
    const form = await panel.form('person-contact_bastien');
    form.querySelector<HTMLInputElement>('[name=primary]')?.click();
    form.requestSubmit();
    await until(({ contacts }) => !contacts?.some(({ primary }) => primary));
    expect((await read()).contacts?.find(({ contactId }) => contactId === 'contact_bastien')?.roles).to.deep.equal([
      'economicBuyer',
    ]);
    await panel.choose('person-contact_bastien', 'Take off the deal');
    await until(({ contactIds }) => contactIds?.length === 1);
    expect((await read()).budget?.contactId).to.equal(undefined);
    await panel.record.until(() => !panel.section('people').includes('Bastien'), 'he is off');
    const asked = oneEvent(panel.record.app, 'kith-navigate') as unknown as Promise<NavigateEvent>;
    panel.record.control('Léa Fontanel').click();
    expect(await asked).to.include({ kind: 'contact', id: 'contact_lea' });
  });

  it('DP2 adds, changes and takes away competitors; what is refused is said in the form', async () => {
    const panel = await show();
    await panel.tells('competitors', 'Fil & Trame Strengths: Known to the holding', 'In it');
    const form = await panel.open('add-competitor');
    form.requestSubmit();
    await panel.tells('competitors', 'Write a name.');
    type(form, 'name', 'fil & trame');
    type(form, 'strengths', 'Close by');
    form.requestSubmit();
    await panel.tells('competitors', 'is already among the competitors');
    expect(form.querySelector<HTMLTextAreaElement>('[name=strengths]')?.value).to.equal('Close by');
    type(form, 'name', 'Atelier Nord');
    form.requestSubmit();
    await panel.closes('add-competitor');
    await panel.tells('competitors', 'Atelier Nord Strengths: Close by');
    await panel.choose('competitor-competitor_fil', 'Out');
    await until(({ competitors }) => competitors?.[0]?.status === 'out');
    await panel.choose('competitor-competitor_fil', 'Edit');
    const edit = await panel.form('competitor-competitor_fil');
    type(edit, 'weaknesses', '');
    edit.requestSubmit();
    await until(({ competitors }) => competitors?.[0] !== undefined && competitors[0].weaknesses === undefined);
    await panel.choose('competitor-competitor_fil', 'Remove');
    await until(({ competitors }) => competitors?.length === 2);
    await store.undo();
    await panel.tells('competitors', 'Fil & Trame');
  });

  it('DP3 keeps needs with whether they are met, and the budget in its place', async () => {
    const panel = await show();
    const form = await panel.open('add-need');
    form.requestSubmit();
    await panel.tells('needs', 'Write what is needed.');
    type(form, 'text', 'A test in one store first');
    type(form, 'importance', 'could');
    form.requestSubmit();
    await panel.tells('needs', 'A test in one store first Could');
    await panel.choose('need-need_till', 'Met');
    await until(({ needs }) => needs?.[1]?.isMet === true);
    await panel.choose('need-need_till', 'Not said');
    await until(({ needs }) => needs?.[1] !== undefined && !('isMet' in needs[1]));
    await panel.choose('need-need_stock', 'Remove');
    await until(({ needs }) => needs?.length === 3);
    const status = await panel.record.open('Status');
    status.value = '';
    status.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(({ budget }) => budget === undefined);
    await panel.record.until(() => !panel.section('needs').includes('Approved by'), 'nobody has approved it');
    await panel.record.open('Budget amount');
    await sendKeys({ type: '12500' });
    await sendKeys({ press: 'Enter' });
    await until(({ budget }) => budget?.amount?.minor === 1_250_000);
    expect((await read()).budget?.status).to.equal('unknown');
  });

  it('DP4 splits the credit all at once; what is not 100 % is refused and stays', async () => {
    const panel = await show();
    await panel.tells('team', 'Rafael Ortuño 66.67% €6,720.24', 'Presales · On top 10% €1,007.99');
    const form = await panel.open('team');
    type(form, 'percent', '60', 0);
    await panel.tells('team', 'Revenue: 93.33% of 100%');
    form.requestSubmit();
    await panel.tells('team', 'The revenue splits make 93.33 percent. Let them make 100.');
    expect(form.querySelector<HTMLInputElement>('[name=percent]')?.value).to.equal('60');
    panel.find('[data-split=add]')?.click();
    await panel.record.until(() => form.querySelectorAll('[name=user]').length === 4, 'a line is added');
    type(form, 'user', 'user_hanna', 3);
    panel.find('[data-split=even]')?.click();
    await panel.tells('team', 'Revenue: 100% of 100%');
    form.requestSubmit();
    await panel.closes('team');
    expect((await read()).splits?.map(({ percent }) => percent)).to.deep.equal([33.34, 33.33, 10, 33.33]);
    const again = await panel.open('team');
    for (const _ of [1, 2, 3, 4]) {
      const left = again.querySelectorAll('.split').length;
      again.querySelector<HTMLElement>('.split > .button')?.click();
      await panel.record.until(() => again.querySelectorAll('.split').length < left, 'a line is gone');
    }
    again.requestSubmit();
    await panel.tells('team', 'All of the credit goes to Rafael Ortuño.');
  });

  it('DP5 marks the next step as done, alone or with what comes next', async () => {
    const panel = await show();
    const form = await panel.open('next-step');
    type(form, 'outcome', 'Annecy and Megève');
    form.requestSubmit();
    await panel.tells('next-step', 'Say what comes next.');
    type(form, 'subject', 'Send the contract');
    type(form, 'kind', 'email');
    const day = form.querySelector<HTMLElement & { value: string }>('[name=day]');
    if (day) day.value = '2026-11-27';
    await (day as unknown as KithElement | null)?.updateComplete;
    form.requestSubmit();
    await panel.tells('next-step', 'Send the contract', 'Email', 'Fri, Nov 27');
    const [done] = await ask(store, activities.about({ dealId: ID }, 1));
    expect(done).to.include({
      subject: 'Agree on the two first stores',
      status: 'done',
      outcome: 'Annecy and Megève',
      contactId: 'contact_lea',
    });
    expect(panel.record.toast).to.include('Agree on the two first stores: done');
    panel.find('[data-step=done]')?.click();
    await until(({ nextStep }) => nextStep === undefined);
    await store.undo();
    await panel.tells('next-step', 'Send the contract');
  });

  it('DP6 tells every change of the close day and how often it was put off', async () => {
    const panel = await show();
    const rows = panel.record.all('.close-days tbody tr').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal([
      'Fri, Nov 27 Fri, Dec 18 +21 days Rafael Ortuño Wed, Nov 18',
      'Fri, Dec 4 Fri, Nov 27 -7 days Zofia Grabek Mon, Nov 9',
      'Fri, Oct 30 Fri, Dec 4 +35 days Rafael Ortuño Tue, Oct 27',
    ]);
    await panel.tells('history', 'Put off 2 times');
    valueOf(await store.run(deals.edit({ id: ID, changes: { expectedCloseDay: '2027-01-29' as never } })));
    await panel.tells('history', 'Put off 3 times', 'Jan 29, 2027 +42 days Hanna Lindqvist');
  });

  it('DP8 shows and edits the fields of the house by their types', async () => {
    const panel = await show();
    await panel.tells('details', 'More fields', 'By the year', 'Calculated', '€2,519.96');
    await panel.record.edit('Stores', '8');
    await panel.tells('details', '€1,259.98');
    await panel.record.edit('Stores', '4000');
    await panel.tells('details', 'This is more or less than the field takes.');
    expect(((await read()) as { customFields?: unknown }).customFields).to.deep.include({ stores: 8 });
  });

  it('DP15 edits among the details what kind of sale it is, and what comes again and again', async () => {
    const panel = await show();
    const choose = async (label: string, value: string): Promise<void> => {
      const control = await panel.record.open(label);
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    };
    await panel.tells('details', 'Type Expansion', 'Recurring amount €420', 'Recurring period* Month');
    await panel.record.edit('Recurring amount', '1350');
    await until(({ recurring }) => recurring?.amount.minor === 135_000);
    await choose('Recurring period', 'quarter');
    await until(({ recurring }) => recurring?.period === 'quarter');
    await choose('Type', 'renewal');
    await until((deal) => deal.type === 'renewal');
    expect((await read()).recurring).to.deep.equal({
      amount: { minor: 135_000, currency: 'EUR' },
      period: 'quarter',
      periods: 24,
    });
    await panel.record.edit('Recurring amount', '');
    await until((deal) => !('recurring' in deal));
    await panel.record.until(() => !panel.section('details').includes('Recurring'), 'no period is left');
    panel.find('[part=details] .more')?.click();
    await panel.tells('details', 'Campaign', 'Recurring amount');
    await panel.record.edit('Campaign', 'Spring');
    await panel.record.edit('Recurring amount', '99.50');
    await until((deal) => deal.recurring !== undefined && deal.campaign === 'Spring');
    expect((await read()).recurring).to.deep.equal({ amount: { minor: 9_950, currency: 'EUR' }, period: 'month' });
  });

  it('DP10 says in a form that somebody else has changed what it is about, and lets a person decide', async () => {
    const panel = await show();
    const fil = 'competitor_fil' as Id<'competitor'>;
    const theirs = async (name: string): Promise<void> => {
      valueOf(await store.run(editCompetitor({ id: ID, competitorId: fil, changes: { name } })));
    };
    for (const [choice, expected] of [
      ['mine', 'Ours'],
      ['theirs', 'Theirs 2'],
    ] as const) {
      await panel.choose('competitor-competitor_fil', 'Edit');
      const form = await panel.form('competitor-competitor_fil');
      type(form, 'name', choice === 'mine' ? 'Ours' : 'Not kept');
      await theirs(choice === 'mine' ? 'Theirs 1' : 'Theirs 2');
      await panel.tells('competitors', 'Somebody else has changed this meanwhile.');
      form.requestSubmit();
      expect((await read()).competitors?.[0]?.name).to.equal(choice === 'mine' ? 'Theirs 1' : 'Theirs 2');
      panel.find(`[data-conflict=${choice}]`)?.click();
      await panel.closes('competitor-competitor_fil');
      expect((await read()).competitors?.[0]?.name).to.equal(expected);
    }
  });

  it('DP13 closes a form with Escape, and the focus goes back; another refusal than the form’s own stays in it, too', async () => {
    store = withRule(store, ({ type: command }: Command): Problem | undefined =>
      command === 'deals/setNeeds' ? { code: 'house/no', message: 'Not on a Friday.' } : undefined,
    );
    const panel = await show();
    const form = await panel.open('add-need');
    type(form, 'text', 'Light');
    form.requestSubmit();
    await panel.tells('needs', 'Not on a Friday.');
    form.querySelector<HTMLElement>('[name=text]')?.focus();
    await sendKeys({ press: 'Escape' });
    await panel.closes('add-need');
    await panel.record.until(() => panel.record.focused?.dataset['part'] === 'add-need', 'the focus is back');
    expect((await read()).needs).to.have.length(3);
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark, from right to left': { theme: 'dark', dir: 'rtl' },
  } satisfies Record<string, PageOptions>))
    it(`CD41 has nothing that axe finds ${name}, with every form open`, async () => {
      const panel = await show(options);
      for (const key of ['add-person', 'add-competitor', 'add-need', 'team', 'next-step']) await panel.open(key);
      await expectNothingFromAxe(panel.record.element);
    });
});
