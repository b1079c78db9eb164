import '@kith/elements/define';
import type { Activity, Id, Problem } from '@kith/core';
import type { NavigateEvent } from '@kith/elements';
import { activities, type Command, deals, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { withOutage } from '../../../stories/books/outage.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { withHold } from '../../support/held-store.js';
import { type PageOptions, type RecordDriver, showRecord } from '../../support/record-driver.js';
import { withRule } from '../../support/rule.js';
import { withWatchers } from '../../support/watched-store.js';

const ofLea: TemplateResult = html`<kith-timeline contact="contact_lea"></kith-timeline>`;
const ofBrevent: TemplateResult = html`<kith-timeline company="company_brevent"></kith-timeline>`;
const LEA = 'contact_lea' as Id<'contact'>;

describe('the timeline', () => {
  let store: Store;

  const show = (element: TemplateResult = ofLea, options: PageOptions = {}): Promise<RecordDriver> =>
    showRecord(store, element, options);
  const captions = (timeline: RecordDriver): readonly string[] =>
    timeline.all('.caption').map((caption) => caption.textContent?.trim() ?? '');
  const subjects = (timeline: RecordDriver, entries = '.entry'): readonly string[] =>
    timeline.all(entries).map((entry) => entry.querySelector('.subject, .planned .grow')?.textContent?.trim() ?? '');
  const about = (): Promise<readonly Activity[]> => ask(store, activities.about({ contactId: LEA }));

  beforeEach(async () => {
    // High enough for all that is told: what is out of sight is not in the tree.
    await setViewport({ width: 800, height: 2_400 });
    store = await openBreventBook();
  });

  it('CD20 groups what has been by this week, the rest of the month, and months', async () => {
    const timeline = await (await show()).shows('Re: Proposal');
    expect(captions(timeline)).to.deep.equal([
      'Next',
      'This week',
      'Earlier in November',
      'October',
      'April',
      'February',
      'September 2025',
      'August 2025',
    ]);
  });

  it('CD21 shows moments in the zone of the reader, and promised days as they were promised', async () => {
    const vienna = await (await show()).shows('Today, 9:40 AM', 'Yesterday, 4:05 PM', 'Tue, Nov 24');
    expect(vienna.all('.ahead time')[0]?.textContent).to.equal('Wed, Nov 18');
    const samoa = await (await show(ofLea, { timeZone: 'Pacific/Pago_Pago' })).shows('Today, 9:40 PM');
    expect(samoa.all('.ahead time')[0]?.textContent).to.equal('Wed, Nov 18');
  });

  it('CD22 puts what is planned first, the soonest at the top, and says how soon', async () => {
    const timeline = await (await show()).shows('2 days overdue', 'Due in 3 days', 'Due in 4 days');
    expect(subjects(timeline, '.ahead')).to.deep.equal([
      'Send the signed contract',
      'Talk through the spring order',
      'Confirm sizes for the Chamonix store',
    ]);
  });

  it('CD23 tells the moves of a deal among its activities, without naming it on every one of them', async () => {
    const timeline = await (await show(html`<kith-timeline deal="deal_clienteling"></kith-timeline>`)).shows(
      'Zofia Grabek moved the deal',
      'Rafael Ortuño opened the deal',
      'Re: Proposal',
    );
    expect(timeline.all('.stages')[0]?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Discovery to Proposal');
    expect(timeline.has('Atelier clienteling')).to.equal(false);
    await (await show(html`<kith-timeline deal="deal_kiosk"></kith-timeline>`)).shows('No budget this year');
  });

  it('CD45 tells what became of the deals of a company, and leads to each of them by key', async () => {
    const timeline = await (await show(ofBrevent)).shows('Rafael Ortuño won the deal', 'Zofia Grabek lost the deal');
    await timeline.shows('Deal opened', 'Deal moved', 'Re: Proposal');
    const days = timeline.all<HTMLTimeElement>('.entry:not(.ahead) time').map(({ dateTime }) => dateTime);
    expect(days).to.deep.equal([...days].sort().reverse());
    const asked = new Promise<NavigateEvent>((settle) =>
      timeline.app.addEventListener('kith-navigate', settle, { once: true }),
    );
    await timeline.press('Kiosk in the flagship store');
    expect(await asked).to.include({ kind: 'deal', id: 'deal_kiosk' });
  });

  it('CD45 tells the deals that a contact has a part in, and no other', async () => {
    const timeline = await (await show()).shows('Repair service');
    expect(timeline.has('Kiosk in the flagship store')).to.equal(false);
  });

  it('CD45 shows a move that somebody makes at once, at the top', async () => {
    const timeline = await (await show(ofBrevent)).shows('Deal opened');
    const move = { id: 'deal_spring' as Id<'deal'>, stageId: 'stage_won' as Id<'stage'> };
    expect(await store.run(deals.move(move))).to.include({ ok: true });
    await timeline.shows('Hanna Lindqvist won the deal');
    const first = timeline.all('.entry:not(.ahead)')[0]?.textContent;
    expect(first).to.include('Spring order, Chamonix').and.to.include('€8,400');
  });

  it('CD45 filters by moves', async () => {
    const timeline = await (await show(ofBrevent)).shows('Deal opened');
    await timeline.press('Filter');
    await timeline.until(() => timeline.focused?.getAttribute('role') === 'menuitemcheckbox', 'the menu is open');
    await sendKeys({ type: 'Deal' });
    await sendKeys({ press: 'Enter' });
    await timeline.hides('Store visit');
    expect(timeline.all('.entry')).to.have.length(timeline.all('.move').length);
  });

  it('CD46 tells what a deal brought and why it was lost', async () => {
    const timeline = await (await show(ofBrevent)).shows('No budget this year');
    const told = (name: string): string | undefined =>
      timeline
        .all('.entry')
        .find((entry) => entry.textContent?.includes(name))
        ?.textContent?.replace(/\s+/g, ' ');
    expect(told('Repair service')).to.include('Proposal to Won').and.to.include('€17,250');
    expect(told('Kiosk')).to.include('Negotiation to Lost').and.not.to.include('€');
  });

  it('CD25 writes a note by keys alone', async () => {
    const timeline = await (await show()).shows('This week');
    timeline.control('Note').focus();
    await timeline.press('Note');
    await sendKeys({ type: 'Asked for a discount' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Ten percent.' });
    await sendKeys({ press: 'Control+Enter' });
    await timeline.until(() => subjects(timeline).includes('Asked for a discount'), 'the note is there');
    const note = (await about()).find((each) => each.subject === 'Asked for a discount');
    expect(note).to.include({
      kind: 'note',
      subject: 'Asked for a discount',
      body: 'Ten percent.',
      companyId: 'company_brevent',
      status: 'done',
    });
    expect(timeline.toast).to.include('Note saved');
    expect(timeline.all<HTMLTextAreaElement>('textarea')[0]?.value).to.equal('');
  });

  it('CD25 logs a call with its direction and length', async () => {
    const timeline = await (await show()).shows('This week');
    await timeline.press('Call');
    await sendKeys({ type: 'Budget is fine' });
    await timeline.until(() => timeline.has('Minutes'), 'the call asks for its length');
    timeline.control('Minutes').focus();
    await sendKeys({ type: '25' });
    await timeline.press('Log call');
    await timeline.shows('25 min');
    const call = (await about()).find((each) => each.subject === 'Budget is fine');
    expect(call).to.include({ kind: 'call', direction: 'outbound', durationMinutes: 25 });
  });

  it('CD25 logs no call with a length that cannot be read, and reads Arabic figures', async () => {
    const timeline = await (await show()).shows('This week');
    await timeline.press('Call');
    await sendKeys({ type: 'About half an hour' });
    await timeline.until(() => timeline.has('Minutes'), 'the call asks for its length');
    const written = async () => (await about()).find((each) => each.subject === 'About half an hour');
    timeline.control('Minutes').focus();
    await sendKeys({ type: '1h' });
    await timeline.press('Log call');
    await timeline.shows('Write how many minutes as a number.');
    expect(await written()).to.equal(undefined);
    timeline.control('Minutes').focus();
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '٣٥' });
    await timeline.press('Log call');
    await timeline.shows('35 min');
    expect(await written()).to.include({ kind: 'call', durationMinutes: 35 });
  });

  it('CD25 logs an e-mail with its subject and text, and plans a task for a day', async () => {
    const timeline = await (await show()).shows('This week');
    await timeline.press('Email');
    await sendKeys({ type: 'Offer 2027' });
    await timeline.until(() => timeline.has('Text'), 'the e-mail asks for its text');
    timeline.control('Text').focus();
    await sendKeys({ type: 'As discussed.' });
    await timeline.press('Log email');
    await timeline.until(() => subjects(timeline).includes('Offer 2027'), 'the e-mail is there');
    await timeline.press('Task');
    await sendKeys({ type: 'Call back' });
    await timeline.until(() => timeline.all('#composer-day').length === 1, 'the task asks for its day');
    timeline.all('#composer-day')[0]?.focus();
    await sendKeys({ type: 'Dec 1, 2026' });
    await timeline.press('Add task');
    await timeline.until(() => subjects(timeline, '.ahead').includes('Call back'), 'the task is there');
    const all = await about();
    expect(all.find((each) => each.subject === 'Offer 2027')).to.include({ kind: 'email', body: 'As discussed.' });
    expect(all.find((each) => each.subject === 'Call back')).to.include({
      kind: 'task',
      status: 'planned',
      dueDay: '2026-12-01',
    });
  });

  it('CD26 ticks a task off where it stands, and the focus goes on', async () => {
    const timeline = await (await show()).shows('Send the signed contract');
    timeline.control('Mark "Send the signed contract" as done').focus();
    await sendKeys({ press: 'Space' });
    await timeline.until(() => timeline.all('.ahead').length === 2, 'it is no longer ahead');
    expect(subjects(timeline)).to.include('Send the signed contract');
    await timeline.until(
      () => timeline.focused?.getAttribute('aria-label') === 'Mark "Talk through the spring order" as done',
      'the focus went on',
    );
    expect(timeline.toast).to.include('Task done');
    await store.undo();
    await timeline.until(() => timeline.all('.ahead').length === 3, 'it is ahead again');
  });

  it('CD26 leaves a box unticked when the page refuses', async () => {
    store = withRule(store, (command: Command): Problem | undefined =>
      command.type === 'activities/complete'
        ? { code: 'host/not-yours', message: 'This task belongs to somebody else.' }
        : undefined,
    );
    const timeline = await (await show()).shows('Send the signed contract');
    const box = timeline.control<HTMLInputElement>('Mark "Send the signed contract" as done');
    box.click();
    await timeline.until(() => timeline.toast.includes('belongs to somebody else'), 'it says why');
    await timeline.until(() => !box.checked, 'the box is empty again');
    expect(timeline.all('.ahead')).to.have.length(3);
  });

  it('CD29 keeps an entry that is not taken, with the reason', async () => {
    store = withRule(store, (command: Command): Problem | undefined =>
      command.type === 'activities/log'
        ? { code: 'host/closed', message: 'This account is closed for the audit.' }
        : undefined,
    );
    const timeline = await (await show()).shows('This week');
    await timeline.press('Note');
    await sendKeys({ press: 'Control+Enter' });
    await timeline.shows('Write something first.');
    await sendKeys({ type: 'Still here' });
    await timeline.hides('Write something first.');
    await sendKeys({ press: 'Control+Enter' });
    await timeline.shows('This account is closed for the audit.');
    expect((timeline.focused as HTMLTextAreaElement).value).to.equal('Still here');
  });

  it('CD25 empties the box by Cancel, and when it comes to be about somebody else', async () => {
    const timeline = await (await show()).shows('This week');
    const leave = [
      () => timeline.press('Cancel'),
      () => Reflect.set(timeline.element, 'contact', 'contact_bastien'),
    ] as const;
    for (const go of leave) {
      await timeline.press('Note');
      await timeline.until(() => timeline.has('Save note'), 'the box is open');
      await sendKeys({ type: 'Only about Léa' });
      await go();
      await timeline.hides('Save note');
      expect(timeline.all<HTMLTextAreaElement>('textarea')[0]?.value).to.equal('');
    }
  });

  describe('while a note is on its way', () => {
    let held: ReturnType<typeof withHold>;
    let timeline: RecordDriver;

    const box = (): string | undefined => timeline.all<HTMLTextAreaElement>('textarea')[0]?.value;
    const begin = async (text: string): Promise<void> => {
      await timeline.press('Note');
      await timeline.until(() => timeline.has('Save note'), 'the box is open');
      await sendKeys({ type: text });
    };
    const isSaving = (): boolean => timeline.control('Save note').getAttribute('aria-disabled') === 'true';
    const send = async (of: Store = store): Promise<void> => {
      held = withHold(of);
      store = held;
      timeline = await (await show()).shows('This week');
      await begin('First note');
      held.hold();
      await sendKeys({ press: 'Control+Enter' });
      await timeline.until(isSaving, 'it is on its way');
    };
    const goToBastien = async (): Promise<void> => {
      Reflect.set(timeline.element, 'contact', 'contact_bastien');
      await timeline.hides('Save note');
    };

    it('CD29 keeps what is typed on', async () => {
      await send();
      await sendKeys({ type: ' and more' });
      held.letGo();
      await timeline.until(() => !isSaving(), 'it is saved');
      expect(timeline.toast).to.include('Note saved');
      expect(box()).to.equal('First note and more');
      await sendKeys({ press: 'Control+Enter' });
      await timeline.until(() => subjects(timeline).includes('First note and more'), 'the other is saved as well');
      expect(subjects(timeline)).to.include('First note');
      expect(box()).to.equal('');
    });

    it('CD29 keeps a note that is begun about somebody else', async () => {
      await send();
      await goToBastien();
      await begin('About Bastien');
      held.letGo();
      await timeline.until(() => timeline.toast.includes('Note saved'), 'the first is saved');
      expect(box()).to.equal('About Bastien');
      await sendKeys({ press: 'Control+Enter' });
      await timeline.until(() => subjects(timeline).includes('About Bastien'), 'the other is saved');
      expect((await about()).map(({ subject }) => subject))
        .to.include('First note')
        .and.not.to.include('About Bastien');
    });

    it('CD29 tells that it was not taken where the box is about somebody else by then', async () => {
      await send(withRule(store, () => ({ code: 'host/closed', message: 'This account is closed for the audit.' })));
      await goToBastien();
      held.letGo();
      await timeline.until(() => timeline.toast.includes('This account is closed for the audit.'), 'the page tells it');
      expect(timeline.text).not.to.include('This account is closed for the audit.');
    });
  });

  it('CD30 folds a long text and unfolds it', async () => {
    const timeline = await (await show()).shows('Show more');
    const text = timeline.all('.body.folded')[0];
    expect(text?.scrollHeight).to.be.greaterThan(text?.clientHeight ?? 0);
    await timeline.press('Show more');
    await timeline.until(() => !text?.classList.contains('folded'), 'it is unfolded');
    expect(timeline.has('Show less')).to.equal(true);
  });

  it('CD40 says that there is nothing yet, and that it cannot be read', async () => {
    await (await show(html`<kith-timeline contact="contact_jeanne"></kith-timeline>`)).shows('Nothing here yet');
    const broken = withOutage(store);
    const timeline = await showRecord(broken, ofLea);
    await timeline.shows('The timeline could not be read');
    broken.repair();
    await timeline.press('Try again');
    await timeline.shows('This week');
  });

  for (const [name, options] of Object.entries({
    'in light': {},
    'in dark': { theme: 'dark' },
    'from right to left': { dir: 'rtl' },
    'in Chinese': { lang: 'zh-Hans' },
    'when compact': { density: 'compact' },
  } satisfies Record<string, PageOptions>)) {
    it(`CD41 has nothing that axe finds ${name}`, async () => {
      const timeline = await (await show(ofLea, options)).shows('Send the signed contract', 'Repair service');
      await expectNothingFromAxe(timeline.element);
    });
  }

  it('CD41 fits into 280 pixels, with the box open', async () => {
    await setViewport({ width: 280, height: 3_000 });
    const timeline = await (await show()).shows('This week', 'Repair service');
    await timeline.press('Call');
    await timeline.shows('Log call');
    expect(timeline.element.scrollWidth).to.be.at.most(280);
  });

  it('CD43 shows what others log, and watches nothing once it is gone', async () => {
    const counted = withWatchers(store);
    const timeline = await showRecord(counted, ofLea);
    await timeline.shows('This week');
    await store.run(activities.log({ kind: 'note', subject: 'Written elsewhere', contactId: LEA }));
    await timeline.shows('Written elsewhere');
    timeline.element.remove();
    await timeline.until(() => counted.watchers() === 0, 'nobody watches any more');
  });
});
