import '@kith/elements/define';
import type { Activity, Id, Problem } from '@kith/core';
import { activities, type Command, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { openBreventBook } from '../../../stories/books/brevent.js';
import { ask } from '../../support/book.js';
import { showRecord } from '../../support/record-driver.js';
import { withRule } from '../../support/rule.js';
import { TimelineDriver } from '../../support/timeline-driver.js';

const ofLea: TemplateResult = html`<kith-timeline contact="contact_lea"></kith-timeline>`;
const LEA = 'contact_lea' as Id<'contact'>;
const CONTRACT = 'Send the signed contract';
const ORDER = 'Talk through the spring order';
const FAIR = 'Met at the fair in Lyon. Interested in clienteling for the ateliers, runs four of them.';

describe('what is done with entries of the timeline', () => {
  let store: Store;

  const show = async (element: TemplateResult = ofLea, of: Store = store): Promise<TimelineDriver> => {
    const timeline = new TimelineDriver(await showRecord(of, element));
    await timeline.shows(CONTRACT, FAIR);
    return timeline;
  };
  const about = async (subject: string): Promise<Activity | undefined> =>
    (await ask(store, activities.about({ contactId: LEA }))).find((each) => each.subject === subject);
  const submit = (timeline: TimelineDriver, form: string): void =>
    timeline.all<HTMLFormElement>(form)[0]?.requestSubmit();

  beforeEach(async () => {
    await setViewport({ width: 800, height: 2_400 });
    store = await openBreventBook();
  });

  it('TL5 shows what can be done with an entry by a press on its button, and takes it away with an undo', async () => {
    const timeline = await show();
    timeline.control(`Actions for "${FAIR}"`).click();
    await timeline.pressLine('Delete');
    await timeline.until(() => !timeline.subjects.includes(FAIR), 'it is gone');
    expect(timeline.toast).to.include(FAIR).and.to.include('deleted');
    await timeline.until(() => timeline.focused?.closest('.entry'), 'the focus stays among the entries');
    await store.undo();
    await timeline.until(() => timeline.subjects.includes(FAIR), 'it is back');
  });

  it('TL5 completes and deletes by key where the entry has the focus', async () => {
    const timeline = await show();
    timeline.entry(CONTRACT).focus();
    await sendKeys({ press: 'x' });
    await timeline.until(() => timeline.all('.ahead').length === 2, 'it is done');
    await timeline.focuses(ORDER);
    await sendKeys({ press: 'Delete' });
    await timeline.until(() => timeline.all('.ahead').length === 1, 'the other one is deleted');
    expect(await about(ORDER)).to.equal(undefined);
    expect((await about(CONTRACT))?.status).to.equal('done');
  });

  it('TL5 types no command while somebody types a note', async () => {
    const timeline = await show();
    await timeline.press('Note');
    await sendKeys({ type: 'xcem' });
    expect(timeline.all<HTMLTextAreaElement>('textarea')[0]?.value).to.equal('xcem');
    expect(timeline.all('.ahead')).to.have.length(3);
  });

  it('TL6 completes and plans what follows: it proposes what, and for which day', async () => {
    const timeline = await show();
    timeline.entry(ORDER).focus();
    await sendKeys({ press: 'c' });
    await timeline.until(() => timeline.all('dialog[open] #task-subject').length === 1, 'the form is open');
    expect(timeline.all<HTMLInputElement>('#task-subject')[0]?.value).to.equal(`Follow up: ${ORDER}`);
    expect(timeline.all<HTMLSelectElement>('#task-kind')[0]?.value).to.equal('call');
    expect(Reflect.get(timeline.all('#task-day')[0] ?? {}, 'value')).to.equal('2026-11-27');
    submit(timeline, '#task-form');
    await timeline.until(() => timeline.subjects.includes(`Follow up: ${ORDER}`), 'what follows is planned');
    expect(await about(ORDER)).to.include({ status: 'done' });
    expect(await about(`Follow up: ${ORDER}`)).to.include({
      kind: 'call',
      status: 'planned',
      dueDay: '2026-11-27',
      companyId: 'company_brevent',
    });
    await store.undo();
    await timeline.until(() => !timeline.subjects.includes(`Follow up: ${ORDER}`), 'one undo takes both back');
    expect((await about(ORDER))?.status).to.equal('planned');
  });

  it('TL7 edits what is planned, and what has been', async () => {
    const timeline = await show();
    await timeline.choose(CONTRACT, 'Edit…');
    await timeline.until(() => timeline.all('dialog[open] #task-subject').length === 1, 'the form of a task is open');
    await sendKeys({ press: 'Escape' });
    await timeline.until(() => timeline.all('dialog').length === 0, 'it is closed');
    await timeline.choose(FAIR, 'Edit…');
    await timeline.until(() => timeline.field('Subject'), 'the form of a note is open');
    const subject = timeline.field('Subject');
    if (subject) subject.value = '';
    submit(timeline, '#entry-form');
    await timeline.shows('Say in a few words what it was about.');
    if (subject) subject.value = 'Met in Lyon';
    submit(timeline, '#entry-form');
    await timeline.until(() => timeline.subjects.includes('Met in Lyon'), 'it is saved');
    expect(timeline.toast).to.include('saved');
  });

  it('TL7 keeps what was typed when a change is refused, with the reason', async () => {
    const rule = ({ type }: Command): Problem | undefined =>
      type === 'activities/edit'
        ? { code: 'host/closed', message: 'This account is closed for the audit.' }
        : undefined;
    const timeline = await show(ofLea, withRule(store, rule));
    await timeline.choose(FAIR, 'Edit…');
    await timeline.until(() => timeline.field('Subject'), 'the form is open');
    const subject = timeline.field('Subject');
    if (subject) subject.value = 'Another';
    submit(timeline, '#entry-form');
    await timeline.shows('This account is closed for the audit.');
    expect(timeline.field('Subject')?.value).to.equal('Another');
  });

  it('TL8 says that somebody changed the entry meanwhile, and saves only what a person chooses', async () => {
    const timeline = await show();
    const { id } = (await about(FAIR)) as Activity;
    await timeline.choose(FAIR, 'Edit…');
    await timeline.until(() => timeline.field('Subject'), 'the form is open');
    const subject = timeline.field('Subject');
    if (subject) subject.value = 'Mine';
    await store.run(activities.edit({ id, changes: { subject: 'Theirs' } }));
    await timeline.shows('Somebody changed this entry while you were editing it.');
    expect(timeline.field('Subject')?.value).to.equal('Mine');
    await timeline.press('Take theirs');
    await timeline.until(() => timeline.field('Subject')?.value === 'Theirs', 'theirs stands there');
    await timeline.hides('Somebody changed this entry');
    await store.run(activities.edit({ id, changes: { subject: 'Theirs again' } }));
    await timeline.shows('Keep mine');
    const again = timeline.field('Subject');
    if (again) again.value = 'Mine after all';
    await timeline.press('Keep mine');
    await timeline.until(() => timeline.subjects.includes('Mine after all'), 'mine is saved');
  });

  it('TL8 says that somebody deleted the entry meanwhile', async () => {
    const timeline = await show();
    const { id } = (await about(FAIR)) as Activity;
    await timeline.choose(FAIR, 'Edit…');
    await timeline.until(() => timeline.field('Subject'), 'the form is open');
    await store.run(activities.remove({ id }));
    await timeline.shows('Somebody deleted this entry while you were editing it.');
    expect(timeline.has('Save')).to.equal(false);
  });

  it('TL9 offers nothing to change when it is only to be read', async () => {
    const timeline = await show(html`<kith-timeline read-only contact="contact_lea"></kith-timeline>`);
    expect(timeline.all('.box, .act, textarea')).to.have.length(0);
    timeline.entry(CONTRACT).focus();
    await sendKeys({ press: 'x' });
    await sendKeys({ press: 'ArrowDown' });
    await timeline.focuses(ORDER);
    expect((await about(CONTRACT))?.status).to.equal('planned');
  });
});
