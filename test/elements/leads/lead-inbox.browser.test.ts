import '@kith/elements/define';
import type { NavigateEvent } from '@kith/elements';
import type { KithMoneyInput } from '@kith/elements/parts';
import { contacts, deals, KithError, type Store } from '@kith/store';
import { assign, byId } from '@kith/store/leads';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { throwError } from 'rxjs';
import { withOutage } from '../../../stories/books/outage.js';
import { openLeadsBook, takenByRafael } from '../../../stories/books/waiting-leads.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { showInbox } from '../../support/inbox-driver.js';

describe('the inbox of leads', () => {
  let store: Store;
  const lead = (id: string) => ask(store, byId(`lead_${id}` as never));

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    store = await openLeadsBook();
  });
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('IB1 shows the leads of a place with counts for each place and status', async () => {
    const inbox = await (await showInbox(store)).opens('Jakob Lang');
    expect(inbox.names).to.deep.equal(['Jakob Lang', 'نورة الحارثي', 'Léa Fontanel', 'Marta Kłos']);
    const places = inbox.all('.place').map((place) => place.textContent?.replace(/\s+/g, ' ').trim());
    expect(places).to.deep.equal(['Mine4', 'Unassigned2', 'Open leads3', 'All9']);
    await inbox.press('Open leads 3');
    await inbox.opens('王小明');
    await inbox.pick('status', 'disqualified');
    await inbox.shows('Nobody waits here');
    await inbox.press('Show the open ones');
    await inbox.opens('王小明');
  });

  it('IB2 lists who is worth most first, and follows what is done with them', async () => {
    const inbox = await (await showInbox(store, { sort: 'score' })).opens('Léa Fontanel');
    await inbox.until(() => inbox.names.at(-1) === 'Marta Kłos', 'the least is last');
    expect(inbox.names[0]).to.equal('Léa Fontanel');
    await inbox.focusLine();
    await inbox.keys('x');
    await inbox.act('bulk-disqualify');
    await inbox.press('Spam');
    await inbox.send('Disqualify');
    await inbox.until(() => inbox.names.length === 3 && !inbox.names.includes('Léa Fontanel'), 'it is gone');
  });

  it('IB3 says what is late and what is due, and what it is worth', async () => {
    const inbox = await (await showInbox(store)).opens('Jakob Lang');
    await inbox.until(() => inbox.line('Léa Fontanel').includes('75'), 'the score is there');
    expect(inbox.line('Léa Fontanel')).to.include('1 hr late');
    expect(inbox.line('Marta Kłos')).to.include('due in 3 hr');
    expect(inbox.line('Jakob Lang')).to.include('waits');
  });

  it('IB4 goes through the list by key, and tells the keys', async () => {
    const inbox = await (await showInbox(store)).opens('Jakob Lang');
    await inbox.focusLine();
    await inbox.keys('j');
    await inbox.opens('نورة الحارثي');
    await inbox.keys('ArrowDown', 'k');
    await inbox.opens('نورة الحارثي');
    expect(inbox.focused?.dataset['id']).to.equal('lead_noor');
    await inbox.keys('?');
    await inbox.until(() => inbox.dialog, 'the keys are told');
    expect(inbox.dialog?.textContent).to.include('Put it aside');
    await inbox.keys('Escape');
    await inbox.until(() => !inbox.dialog, 'the keys are gone');
  });

  it('IB5 claims from a pool, and says beforehand why it would be refused', async () => {
    const inbox = await (await showInbox(store, { place: 'pool:pool_open' })).opens('王小明');
    await inbox.shows('2 claims a day');
    await inbox.focusLine();
    await inbox.keys('c');
    await inbox.until(() => inbox.toast.includes('Claimed 王小明'), 'it is said');
    expect((await lead('xiaoming'))?.ownerId).to.equal('user_hanna');
    await store.run(assign({ id: 'lead_zofia' as never, ownerId: 'user_mei' as never }));
    const none = await openLeadsBook({ claimsPerDay: 0 });
    const full = await (await showInbox(none, { place: 'pool:pool_open' })).shows('You have claimed 0 of 0 for today');
    expect(full.all('[data-action=claim]')[0]?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('IB6 says that somebody else took the open lead, and goes on to the next one', async () => {
    const inbox = await (await showInbox(store, { place: 'all', lead: 'lead_lea' })).opens('Léa Fontanel');
    await takenByRafael(store, 'lead_lea');
    await inbox.shows('Rafael Ortuño took this lead');
    await inbox.act('next');
    await inbox.hides('took this lead');
    expect(inbox.opened).not.to.equal('Léa Fontanel');
  });

  it('IB7 assigns by hand, or by a plan, which says why', async () => {
    const inbox = await (await showInbox(store, { place: 'unassigned', lead: 'lead_sato' })).opens('佐々木 遥');
    await inbox.act('assign');
    await inbox.choose('Website');
    await inbox.until(() => inbox.toast.includes('by the rule “German speakers”'), 'the reason is said');
    await inbox.shows('Assigned by the rule “German speakers”', 'one could take it');
    expect((await lead('sato'))?.ownerId).to.equal('user_rafael');
    await inbox.press('Next lead');
    await inbox.opens('Tarek Winnefeld');
    await inbox.shows('Nobody works now');
    await inbox.act('assign');
    await inbox.choose('Mei Sugawara');
    await inbox.until(() => inbox.toast.includes('goes to Mei Sugawara'), 'it is said');
    expect((await lead('tarek'))?.ownerId).to.equal('user_mei');
  });

  it('IB8 asks for budget, authority, need and time before it qualifies', async () => {
    const inbox = await (await showInbox(store, { lead: 'lead_lea' })).opens('Léa Fontanel');
    await inbox.focusLine();
    await inbox.keys('q');
    await inbox.until(() => inbox.dialog, 'the form is open');
    await inbox.send('Qualify');
    await inbox.shows('Find this out before it is qualified.');
    await inbox.pick('bant-budgetStatus', 'approved');
    await inbox.pick('bant-isDecisionMaker', 'true');
    await inbox.pick('bant-need', 'must-have');
    await inbox.pick('bant-timeFrame', 'this-quarter');
    await inbox.send('Qualify');
    await inbox.until(() => !inbox.dialog, 'the form is gone');
    await inbox.shows('Must have');
    expect((await lead('lea'))?.status).to.equal('qualified');
    expect(inbox.all('[data-action=convert]').length).to.equal(1);
  });

  it('IB9 disqualifies with a reason, puts aside until a day, and opens the next one each time', async () => {
    const inbox = await (await showInbox(store)).opens('Jakob Lang');
    await inbox.focusLine();
    await inbox.keys('d');
    await inbox.send('Disqualify');
    await inbox.shows('Say why; it is what the next one will look at.');
    await inbox.press('No budget');
    await inbox.send('Disqualify');
    await inbox.opens('نورة الحارثي');
    expect((await lead('jakob'))?.disqualifyReason).to.equal('No budget');
    await inbox.focusLine();
    await inbox.keys('r');
    await inbox.press('No answer');
    await inbox.send('Put aside');
    await inbox.shows('Choose a day ahead.');
    (inbox.all('#until')[0] as HTMLElement & { value: string }).value = '2026-12-01';
    await inbox.send('Put aside');
    await inbox.opens('Léa Fontanel');
    expect((await lead('noor'))?.recycleOn).to.equal('2026-12-01');
  });

  it('IB10 shows whom it may be side by side, and what can be made of that', async () => {
    const inbox = await (await showInbox(store, { lead: 'lead_lea' })).opens('Léa Fontanel');
    await inbox.shows('Perhaps the same', 'same e-mail');
    const asked: string[] = [];
    inbox.element.addEventListener('kith-navigate', (event: NavigateEvent) => asked.push(event.id));
    await inbox.press('Compare with Léa Fontanel');
    await inbox.until(() => inbox.all('.compare tbody tr').length > 2, 'the table is there');
    expect(inbox.all('.compare .same').length).to.be.above(0);
    await inbox.act('open-match');
    expect(asked).to.deep.equal(['contact_lea']);
  });

  it('IB11 converts with what is there already chosen, tells what goes where, and undo takes all of it back', async () => {
    const inbox = await (await showInbox(store, { lead: 'lead_noor' })).opens('نورة الحارثي');
    await inbox.focusLine();
    await inbox.keys('Enter');
    await inbox.shows('Convert نورة الحارثي', 'What goes nowhere by itself');
    expect(inbox.all('[data-target=contact] .gains dd').map((each) => each.textContent)).to.include(
      'noura@wahat.example',
    );
    await inbox.pick('deal-stage', 'stage_proposal');
    await inbox.pick('map-answers-region', 'company description');
    await inbox.until(
      () => inbox.all('[data-target=company] .gains dd').some((each) => each.textContent === 'Muscat'),
      'it is mapped',
    );
    await inbox.send('Convert');
    await inbox.opens('Léa Fontanel');
    const became = (await lead('noor'))?.converted;
    const deal = await ask(store, deals.byId(became?.dealId as never));
    expect([deal?.stageId, deal?.amount?.minor]).to.deep.equal(['stage_proposal', 750_000]);
    await store.undo();
    expect((await lead('noor'))?.status).to.equal('qualified');
    expect(await ask(store, contacts.byId(became?.contactId as never))).to.equal(undefined);
  });

  it('IB11 converts nothing while an amount cannot be read', async () => {
    const inbox = await (await showInbox(store, { lead: 'lead_noor' })).opens('نورة الحارثي');
    await inbox.focusLine();
    await inbox.keys('Enter');
    await inbox.until(() => inbox.all<KithMoneyInput>('#deal-amount')[0]?.value, 'the amount is there');
    const [amount] = inbox.all<KithMoneyInput>('#deal-amount');
    amount?.focus();
    amount?.select();
    await sendKeys({ type: '8 thousand' });
    await inbox.send('Convert');
    await inbox.until(() => inbox.all('.form-problem').length > 0, 'it says why');
    expect(inbox.all('.form-problem')[0]?.textContent).to.include(amount?.validationMessage || 'what is wrong');
    expect((await lead('noor'))?.status).to.equal('qualified');
  });

  it('IB13 does the same with many, tells who was refused, and all of it is one undo', async () => {
    const inbox = await (await showInbox(store, { place: 'pool:pool_open' })).opens('王小明');
    await inbox.focusLine();
    await inbox.keys('x', 'j', 'x');
    await inbox.act('select-all');
    await inbox.act('bulk-claim');
    await inbox.shows('1 row was not changed', 'You have claimed 2 of 2');
    expect(
      [await lead('xiaoming'), await lead('emre'), await lead('zofia')].map((each) => each?.ownerId),
    ).to.deep.equal(['user_hanna', 'user_hanna', undefined]);
    await store.undo();
    expect((await lead('emre'))?.ownerId).to.equal(undefined);
  });

  it('IB13 disqualifies many with one reason', async () => {
    const inbox = await (await showInbox(store, { place: 'pool:pool_open' })).opens('王小明');
    await inbox.focusLine();
    await inbox.keys('x');
    await inbox.act('bulk-disqualify');
    await inbox.press('Spam');
    await inbox.send('Disqualify');
    await inbox.until(() => !inbox.dialog, 'the form is gone');
    expect((await lead('xiaoming'))?.disqualifyReason).to.equal('Spam');
  });

  it('IB14 draws the leads in sight only, however many wait', async () => {
    const many = await openLeadsBook({ more: 5_000 });
    const inbox = await (await showInbox(many, { place: 'pool:pool_open' })).shows('5,003 leads');
    expect(inbox.all('.entry').length).to.be.below(30);
    const [viewport] = inbox.all('.viewport');
    viewport?.scrollTo({ top: 4_000 * 84 });
    await inbox.until(
      () =>
        inbox
          .all('.entry')
          .some((entry) => entry.getAttribute('aria-posinset') === '4002' && entry.querySelector('.lead-name')),
      'row 4002 is drawn',
    );
  });

  it('IB15 takes turns with the open lead where it is narrow', async () => {
    const inbox = await showInbox(store, { width: 360 });
    await inbox.until(() => inbox.names.length === 4, 'the list is there');
    const isSeen = (part: string): boolean => (inbox.all(`.pane-${part}`)[0]?.offsetWidth ?? 0) > 0;
    expect([isSeen('list'), isSeen('detail')]).to.deep.equal([true, false]);
    inbox.all('.lead-row[data-id]')[1]?.click();
    await inbox.opens('نورة الحارثي');
    expect([isSeen('list'), isSeen('detail')]).to.deep.equal([false, true]);
    await inbox.press('Back to the list');
    expect(isSeen('list')).to.equal(true);
  });

  it('IB16 says that nobody waits, that it cannot be read or must not, and that there is no connection', async () => {
    await (await showInbox(await openLeadsBook({ isEmpty: true }))).shows(
      'Nobody waits here',
      'what you claim from a pool',
    );
    const { adapter } = store.storage;
    let isBroken = true;
    let code: ConstructorParameters<typeof KithError>[0] = 'store/unavailable';
    const query: typeof adapter.query = (asked) =>
      isBroken ? Promise.reject(new KithError(code, 'gone')) : adapter.query(asked);
    const broken = { ...store, storage: { ...store.storage, adapter: { ...adapter, query } } };
    const inbox = await (await showInbox(broken)).shows('The leads could not be read');
    isBroken = false;
    await inbox.act('retry');
    await inbox.opens('Jakob Lang');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
    await inbox.shows('Offline.');
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    isBroken = true;
    code = 'store/denied';
    await (await showInbox(broken)).shows('No access');
  });

  it('IB17 shows the shape of leads after 200 ms, and of one that is gone says so', async () => {
    const waiting = await showInbox(new Promise<Store>(() => {}));
    await waiting.until(() => waiting.all('.waiting-row').length > 2, 'lines in grey');
    await (await showInbox(store, { lead: 'lead_nobody' })).shows('This lead is no longer here');
    const failed = withOutage(store);
    await (await showInbox({ ...store, watch: failed.watch }, { lead: 'lead_lea' })).shows('Try again');
    const denied = Object.assign(new Error('No'), { code: 'store/denied' });
    await (
      await showInbox({ ...store, watch: (() => throwError(() => denied)) as Store['watch'] }, { lead: 'lead_lea' })
    ).shows('No access');
  });

  it('IB18 is accessible with its forms, speaks Chinese and runs from right to left', async () => {
    const inbox = await (await showInbox(store, { lead: 'lead_lea' })).opens('Léa Fontanel');
    await inbox.shows('Perhaps the same', 'Large company');
    await expectNothingFromAxe(inbox.element);
    await inbox.act('disqualify');
    await inbox.until(() => inbox.dialog, 'the form is open');
    await expectNothingFromAxe(inbox.element);
    await sendKeys({ press: 'Escape' });
    await (await showInbox(store, { lead: 'lead_lea', lang: 'zh-Hans', dir: 'rtl' })).shows(
      '我的',
      '可能重复',
      '确认合格',
    );
  });
});
