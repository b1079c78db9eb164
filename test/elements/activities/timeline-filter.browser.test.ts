import '@kith/elements/define';
import type { Id } from '@kith/core';
import type { KithTimeline, TimelineView } from '@kith/elements';
import { activities, contacts, KithError, type Query, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { throwError } from 'rxjs';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { showRecord } from '../../support/record-driver.js';
import { TimelineDriver } from '../../support/timeline-driver.js';

const ofLea: TemplateResult = html`<kith-timeline contact="contact_lea"></kith-timeline>`;
const LEA = 'contact_lea' as Id<'contact'>;

describe('the filters of the timeline', () => {
  let store: Store;

  const show = async (element: TemplateResult = ofLea, of: Store = store): Promise<TimelineDriver> =>
    new TimelineDriver(await showRecord(of, element));
  const chips = (timeline: TimelineDriver): readonly string[] =>
    timeline.all('.chip-words').map((chip) => chip.textContent?.replace(/\s+/g, ' ').trim() ?? '');

  beforeEach(async () => {
    localStorage.clear();
    await setViewport({ width: 800, height: 2_400 });
    store = await openBreventBook();
  });

  it('CD27 filters by kind, and says that the filters hide entries where nothing is left', async () => {
    const timeline = await show();
    await timeline.shows('Met at the fair');
    timeline.control('Filter').click();
    await timeline.pressLine('Notes');
    await timeline.hides('Store visit');
    expect(timeline.subjects).to.have.length(1);
    expect(timeline.subjects[0]).to.include('Met at the fair');
    await sendKeys({ press: 'Escape' });
    await store.run(activities.remove({ id: 'activity_fair' as Id<'activity'> }));
    await timeline.shows('The filters hide every entry');
    await timeline.press('Clear filters');
    await timeline.shows('Store visit');
  });

  it('TL4 narrows down by types, a person and a period, each a chip that is taken away, or all of them together', async () => {
    const timeline = await show();
    await timeline.shows('Met at the fair');
    const seen: TimelineView[] = [];
    timeline.element.addEventListener('kith-timeline-view', ({ view }) => seen.push(view));
    timeline.control('Filter').click();
    await timeline.pressLine('Calls');
    await timeline.pressLine('Tasks');
    await timeline.until(() => chips(timeline).includes('Type is Calls or Tasks'), 'the chip names both');
    await timeline.hides('Store visit');
    await sendKeys({ press: 'Escape' });
    timeline.control('Filter').click();
    await timeline.pressLine('Person…');
    await timeline.until(() => timeline.all('.filter-form').length === 1, 'the form is open');
    timeline
      .all<HTMLInputElement>('.filter-options input')
      .find((each) => each.closest('label')?.textContent?.includes('Rafael'))
      ?.click();
    await timeline.until(() => !timeline.control<HTMLButtonElement>('Apply').disabled, 'it can be applied');
    timeline.control('Apply').click();
    await timeline.until(
      () => chips(timeline).some((chip) => chip.startsWith('Person is Rafael')),
      'the person is a chip',
    );
    await timeline.hides('Talk through the spring order');
    timeline.control('Filter').click();
    await timeline.pressLine('Last 7 days');
    await timeline.until(() => chips(timeline).includes('Period in the last 7 days'), 'the period is a chip');
    await timeline.hides('Confirm sizes for the Chamonix store');
    expect(seen.at(-1)?.filters?.map(({ path }) => path)).to.deep.equal(['kind', 'by', 'at']);
    timeline.control('Remove the filter on Period').click();
    await timeline.shows('Confirm sizes for the Chamonix store');
    timeline.control('Remove the filter on Person').click();
    await timeline.shows('Talk through the spring order');
    await timeline.press('Clear filters');
    await timeline.shows('Met at the fair', 'Store visit');
    expect(seen.at(-1)).to.deep.equal({});
    expect(chips(timeline)).to.deep.equal([]);
  });

  it('TL4 is narrowed down by the page, and keeps what somebody chose in this browser', async () => {
    const view: TimelineView = { filters: [{ path: 'kind', is: 'any', values: ['move'] }] };
    const timeline = await show(
      html`<kith-timeline company="company_brevent" keep="brevent" .view=${view}></kith-timeline>`,
    );
    await timeline.shows('Deal opened');
    expect(timeline.subjects).to.deep.equal([]);
    timeline.control('Filter').click();
    await timeline.pressLine('Deal moves');
    await timeline.pressLine('Notes');
    await timeline.until(() => timeline.subjects.length > 0, 'notes are there');
    const again = await show(html`<kith-timeline company="company_brevent" keep="brevent"></kith-timeline>`);
    await again.until(() => chips(again).includes('Type is Notes'), 'the filter is still there');
    expect((again.element as KithTimeline).view.filters).to.deep.equal([{ path: 'kind', is: 'any', values: ['note'] }]);
  });

  it('TL4 looks for what is filtered among all entries, not among those that were read', async () => {
    store = await openBreventBook({ notes: 3_000 });
    const view: TimelineView = { filters: [{ path: 'at', is: 'days', to: '2019-06-30' as never }] };
    const timeline = await show(html`<kith-timeline contact="contact_lea" .view=${view}></kith-timeline>`);
    await timeline.until(() => timeline.entries.length > 5, 'old entries are there at once');
    expect(timeline.all<HTMLTimeElement>('.entry time').every(({ dateTime }) => dateTime < '2019-07-01')).to.equal(
      true,
    );
  });

  it('TL10 tells what somebody changed of the record, from what to what, where the store keeps it', async () => {
    store = await openBreventBook({ isAudited: true });
    const timeline = await show();
    await timeline.until(() => timeline.all('.changes').length > 1, `changes are told; there is: ${timeline.text}`);
    await timeline.shows('Hanna Lindqvist changed 2 fields', 'Head of Operations, Alps');
    const told = timeline.all('.changes').map((each) => each.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    expect(told.some((each) => /Job title.*to.*Head of Operations, Alps/.test(each))).to.equal(true);
    expect(told.some((each) => each.includes('Zofia Grabek'))).to.equal(true);
    await store.run(contacts.edit({ id: LEA, changes: { department: 'Workshops' } }));
    await timeline.until(
      () => timeline.all('.changes').some((each) => each.textContent?.includes('Workshops')),
      'a new one is there',
    );
    timeline.control('Filter').click();
    await timeline.pressLine('Field changes');
    await timeline.hides('Met at the fair');
    await timeline.shows('created this record');
    expect(timeline.entries).to.have.length(timeline.all('.changes').length + 1);
  });

  it('TL10 tells nothing of it where no log is kept, or where it may not be read', async () => {
    const timeline = await show();
    await timeline.shows('Met at the fair');
    await store.run(contacts.edit({ id: LEA, changes: { department: 'Retail' } }));
    await store.run(activities.log({ kind: 'note', subject: 'After it', contactId: LEA }));
    await timeline.until(() => timeline.subjects.includes('After it'), 'what came after it is there');
    expect(timeline.all('.changes')).to.have.length(0);
    const audited = await openBreventBook({ isAudited: true });
    const watch = ((asked: Query) =>
      asked.collection.name === 'auditEntries'
        ? throwError(() => new KithError('store/denied', 'No.'))
        : audited.watch(asked)) as Store['watch'];
    const guarded = { ...audited, watch };
    await (await show(ofLea, guarded)).shows('Met at the fair');
  });

  it('TL11 says that whoever looks may not see it', async () => {
    const denied = (): Promise<never> => Promise.reject(new KithError('store/denied', 'No.'));
    const { adapter } = store.storage;
    const forbidden = { ...store, storage: { ...store.storage, adapter: { ...adapter, query: denied } } };
    const timeline = await show(ofLea, forbidden);
    await timeline.shows('You may not see this timeline');
    expect(timeline.has('Try again')).to.equal(false);
  });

  it('TL11 says that there is no connection, and goes on working', async () => {
    const timeline = await show();
    await timeline.shows('Met at the fair');
    timeline.control('Filter').click();
    await timeline.until(() => timeline.all('[role=menu]').length === 1, 'the menu is open');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      dispatchEvent(new Event('offline'));
      await timeline.shows('You are offline.');
      await store.run(activities.log({ kind: 'note', subject: 'Written offline', contactId: LEA }));
      await timeline.until(() => timeline.subjects.includes('Written offline'), 'it is there');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
      dispatchEvent(new Event('online'));
    }
    await timeline.hides('You are offline.');
  });

  it('CD41 has nothing that axe finds with filters, changes of fields and an open form', async () => {
    store = await openBreventBook({ isAudited: true });
    const view: TimelineView = { filters: [{ path: 'kind', is: 'any', values: ['task', 'note', 'change'] }] };
    const timeline = await show(html`<kith-timeline contact="contact_lea" .view=${view}></kith-timeline>`);
    await timeline.until(
      () => timeline.all('.changes').length > 0 && chips(timeline).length === 1,
      'all of it is there',
    );
    await expectNothingFromAxe(timeline.element);
    timeline.entry('Send the signed contract').focus();
    await sendKeys({ press: 'c' });
    await timeline.until(() => timeline.all('dialog[open] #task-subject').length === 1, 'the form is open');
    await expectNothingFromAxe(timeline.element);
  });

  it('CD41 fits into 280 pixels with filters, changes of fields and its menu', async () => {
    await setViewport({ width: 280, height: 3_000 });
    store = await openBreventBook({ isAudited: true });
    const view: TimelineView = {
      filters: [
        { path: 'kind', is: 'any', values: ['task', 'note', 'change'] },
        { path: 'at', is: 'last', days: 365 },
      ],
    };
    const timeline = await show(html`<kith-timeline contact="contact_lea" .view=${view}></kith-timeline>`);
    await timeline.until(
      () => timeline.all('.changes').length > 0 && chips(timeline).length === 2,
      'all of it is there',
    );
    expect(timeline.element.scrollWidth).to.be.at.most(280);
  });
});
