import '@kith/elements/define';
import type { Activity, Id } from '@kith/core';
import { asTask } from '@kith/core/tasks';
import type { NavigateEvent, SelectionEvent } from '@kith/elements';
import { activities, type Command, KithError, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { withoutConnection } from '../../../stories/books/connection.js';
import { openTaskBook } from '../../../stories/books/tasks.js';
import { expectNothingFromAxe } from '../../support/axe.js';
import { ask } from '../../support/book.js';
import { withHold } from '../../support/held-store.js';
import { withRule } from '../../support/rule.js';
import { showTasks, type TaskDriver } from '../../support/task-driver.js';

const idOf = (name: string): Id<'activity'> => `activity_task-${name}` as Id<'activity'>;
const SAMPLES = 'Send Maison Brévent the fabric samples';
const RETURNS = 'Settle the return of the mohair scarves';
const TERMS = 'Ask legal about the payment terms';
const QUOTE = 'Check the quote for the clienteling app before it goes out';

describe('the list of tasks', () => {
  let store: Store;
  const read = (name: string): Promise<Activity | undefined> => ask(store, activities.byId(idOf(name)));
  const written = async (name: string, matches: (task: Activity) => boolean): Promise<void> => {
    for (;;) {
      const row = await read(name);
      if (row && matches(row)) return;
      await new Promise(requestAnimationFrame);
    }
  };
  const isGone = (tasks: TaskDriver, subject: string): Promise<void> =>
    tasks.until(() => !tasks.subjects.includes(subject), `${subject} is gone`);

  beforeEach(async () => {
    await setViewport({ width: 900, height: 900 });
    store = await openTaskBook();
  });

  it('TK20 shows what is mine by when it is due, with counts', async () => {
    const tasks = await (await showTasks(store)).shows('12 to do', '2 overdue');
    await tasks.until(() => tasks.groups.length === 5, 'all groups are in sight');
    expect(tasks.groups).to.deep.equal(['Overdue 2', 'Today 3', 'Tomorrow 2', 'Later 3', 'No day 2']);
    expect(tasks.subjects.slice(0, 5)).to.deep.equal([
      RETURNS,
      SAMPLES,
      ...tasks.subjects.slice(2, 4),
      'Talk through the spring order',
    ]);
    expect(tasks.row('Talk through the spring order').textContent).to.contain('2:30');
    expect(tasks.row(RETURNS).textContent).to.contain('6 days ago').and.to.contain('High priority');
    await expectNothingFromAxe(tasks.list);
  });

  it('TK20 shows a team’s, everybody’s, a person’s and a record’s', async () => {
    const team = await (await showTasks(store, html`<kith-task-list team="team_fashion"></kith-task-list>`)).shows(
      'Renew the contract of the courier',
    );
    expect(team.row('Renew the contract of the courier').querySelector('.avatar')?.getAttribute('aria-label')).to.equal(
      'Zofia Grabek',
    );
    await (await showTasks(store, html`<kith-task-list owner="user_zofia"></kith-task-list>`)).shows('2 to do');
    await (await showTasks(store, html`<kith-task-list everyone></kith-task-list>`)).shows(
      'Write to the boutique in Nice',
    );
    const company = await (
      await showTasks(store, html`<kith-task-list company="company_brevent"></kith-task-list>`)
    ).shows(SAMPLES);
    expect(company.subjects).not.to.include('Choose photos for the look book');
  });

  it('TK20 leads to what a task is about', async () => {
    const tasks = await (await showTasks(store)).shows('Atelier clienteling');
    const went: string[] = [];
    tasks.app.addEventListener('kith-navigate', (event) =>
      went.push(`${(event as NavigateEvent).kind} ${(event as NavigateEvent).id}`),
    );
    tasks.row(QUOTE).querySelector<HTMLElement>('.record-link')?.click();
    await tasks.focus(SAMPLES);
    await tasks.press('o');
    await tasks.until(() => went.length === 2, 'it went twice');
    expect(went).to.deep.equal(['deal deal_clienteling', 'contact contact_lea']);
  });

  it('TK21 is done by its circle, and Undo brings it back', async () => {
    const tasks = await (await showTasks(store)).shows('12 to do');
    tasks.row(SAMPLES).querySelector<HTMLElement>('.tick')?.click();
    await isGone(tasks, SAMPLES);
    await tasks.shows('11 to do');
    expect(tasks.announced).to.equal('11 to do');
    expect((await read('samples'))?.status).to.equal('done');
    await tasks.undo();
    await tasks.shows(SAMPLES, '12 to do');
  });

  it('TK21 is done by X and by Space, and the focus goes on to the next', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(RETURNS);
    await tasks.press('x');
    await isGone(tasks, RETURNS);
    await tasks.until(() => tasks.focused === SAMPLES, `the focus is on the next one, not ${tasks.focused}`);
    await tasks.press('Space');
    await isGone(tasks, SAMPLES);
    await tasks.until(
      () => tasks.groups[0] === 'Today 3' && tasks.subjects.includes(tasks.focused),
      'the focus is on a task',
    );
  });

  it('TK22 goes from task to task by J, K and arrows, over the heads of groups', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(RETURNS);
    const steps: string[] = [];
    for (const key of ['j', 'j', 'ArrowDown', 'k', 'k', 'ArrowUp', 'k', 'End']) {
      const before = tasks.focused;
      await tasks.press(key);
      await tasks.until(() => tasks.focused !== before, `${key} goes on from ${before}`);
      steps.push(tasks.focused);
    }
    expect(steps.slice(0, 2)).to.deep.equal([SAMPLES, 'Today']);
    expect(steps.slice(3, 7)).to.deep.equal(['Today', SAMPLES, RETURNS, 'Overdue']);
    expect(steps[7]).to.equal(tasks.subjects.at(-1));
  });

  it('TK22 has one stop for Tab, where the focus was last', async () => {
    const page = await (await showTasks(openTaskBook())).ready();
    const stops = () => [...page.root.querySelectorAll<HTMLElement>('[data-item][tabindex="0"]')];
    expect(stops().map(({ dataset }) => dataset['item'])).to.deep.equal(['0']);
    const links = () => page.root.querySelectorAll<HTMLElement>('[data-item] :is(a, button):not([tabindex="-1"])');
    await page.until(() => links().length > 2, 'what tasks are about is drawn');
    const link = links()[2] as HTMLElement;
    link.focus();
    await page.until(
      () => stops().length === 1 && stops()[0]?.contains(link),
      'the task that has the focus in it is the stop',
    );
  });

  it('TK22 does by key what the menu does', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(SAMPLES);
    await tasks.press('t');
    await written('samples', ({ dueDay }) => dueDay === '2026-11-21');
    await tasks.until(() => tasks.focused === SAMPLES, 'the focus goes along');
    await tasks.press('h');
    await written('samples', (row) => asTask(row).priority === 'high');
    await tasks.press('p');
    await tasks.choose('Next week');
    await written('samples', ({ dueDay }) => dueDay === '2026-11-23');
    await tasks.focus(SAMPLES);
    await tasks.press('a');
    await tasks.choose('Rafael Ortuño');
    await written('samples', ({ ownerId }) => ownerId === 'user_rafael');
    await isGone(tasks, SAMPLES);
    await tasks.focus(TERMS);
    await tasks.press('m');
    await tasks.choose('Delete');
    await isGone(tasks, TERMS);
    await tasks.undo();
    await tasks.shows(TERMS);
  });

  it('TK12 completes and plans what follows from the list, as one undo', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(SAMPLES);
    await tasks.press('c');
    await tasks.until(() => tasks.root.querySelector('dialog[open] #task-outcome'), 'the dialog is open');
    const put = (id: string, value: string): void => {
      (tasks.root.querySelector(id) as HTMLInputElement).value = value;
    };
    put('#task-outcome', 'They like the linen');
    put('#task-subject', 'Call about the linen');
    tasks.root.querySelector<HTMLFormElement>('#task-form')?.requestSubmit();
    await tasks.shows('Call about the linen');
    expect(await read('samples')).to.include({ status: 'done', outcome: 'They like the linen' });
    await tasks.undo();
    await tasks.shows(SAMPLES);
    expect(tasks.subjects).not.to.include('Call about the linen');
  });

  it('TK23 adds what is written, with its day and priority, and stays', async () => {
    const tasks = await (await showTasks(store, html`<kith-task-list deal="deal_clienteling"></kith-task-list>`)).shows(
      'to do',
    );
    const input = await tasks.write('Send the contract on Friday!');
    await tasks.shows('For Fri, Nov 27', 'High priority');
    await sendKeys({ press: 'Enter' });
    await tasks.until(() => tasks.subjects.includes('Send the contract'), 'it is added');
    await tasks.until(
      () => input.value === '' && tasks.root.activeElement === input,
      'the line is empty and has the focus',
    );
    const made = (await ask(store, activities.about({ dealId: 'deal_clienteling' as Id<'deal'> }))).find(
      ({ subject }) => subject === 'Send the contract',
    );
    expect(made && asTask(made)).to.include({
      dueDay: '2026-11-27',
      priority: 'high',
      ownerId: 'user_hanna',
      status: 'planned',
    });
  });

  it('TK23 keeps what is typed while a task is on its way', async () => {
    const held = withHold(store);
    const tasks = await (await showTasks(held)).ready();
    const input = await tasks.write('Water the plants');
    held.hold();
    await tasks.press('Enter', 'Control+a');
    await sendKeys({ type: 'Sweep the floor' });
    held.letGo();
    await tasks.until(() => tasks.subjects.includes('Water the plants'), 'it is added');
    expect(input.value).to.equal('Sweep the floor');
    await tasks.press('Enter');
    await tasks.until(() => tasks.subjects.includes('Sweep the floor'), 'the next is added');
    await tasks.until(() => input.value === '', 'the line is empty');
  });

  it('TK23 takes a day by a press, whatever is written', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.write('Water the plants');
    await tasks.shows('For no day');
    const tomorrow = (): HTMLElement | undefined =>
      [...tasks.root.querySelectorAll<HTMLElement>('.add-days > .button')].find(
        (each) => each.textContent?.trim() === 'Tomorrow',
      );
    tomorrow()?.click();
    await tasks.shows('For Sat, Nov 21');
    tasks.root.querySelector<HTMLElement>('[data-add=add]')?.click();
    await tasks.until(() => tasks.groups.includes('Tomorrow 3'), 'it is for tomorrow');
  });

  it('TK24 chooses several, and does them together as one undo', async () => {
    const tasks = await (await showTasks(store)).ready();
    const counts: number[] = [];
    tasks.list.addEventListener('kith-selection', (event) => counts.push((event as SelectionEvent).count));
    tasks.root.querySelector<HTMLElement>('[data-act=choose]')?.click();
    await tasks.until(() => tasks.root.querySelector('.mark'), 'they can be chosen');
    tasks.row(RETURNS).click();
    await tasks.until(() => counts.at(-1) === 1, 'one is chosen');
    tasks.row(TERMS).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await tasks.until(() => (counts.at(-1) ?? 0) >= 3, 'those between are chosen');
    const chosen = counts.at(-1) ?? 0;
    tasks.root.querySelector<HTMLElement>('[data-bulk=put-off]')?.click();
    await tasks.choose('Next week');
    await tasks.until(() => !tasks.groups[0]?.startsWith('Overdue'), 'nothing is overdue');
    await tasks.until(() => tasks.toast === `${chosen} tasks put off`, 'the number is told');
    await tasks.undo();
    await tasks.until(() => tasks.groups[0] === 'Overdue 2' && tasks.groups[1] === 'Today 3', 'all are back');
  });

  it('TK24 chooses on by Shift with the keys, all by Ctrl A, none by Escape', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(RETURNS);
    await tasks.press('Shift+J');
    await tasks.until(() => tasks.announced === '2 selected', 'two are chosen');
    await tasks.press('Control+a');
    await tasks.until(() => tasks.announced === '12 selected', 'all are chosen');
    await tasks.press('Escape');
    await tasks.until(() => tasks.root.querySelectorAll('[aria-selected=true]').length === 0, 'none is chosen');
  });

  it('TK25 moves tasks to their new groups when another day begins', async () => {
    // A tenth of a second before midnight in Vienna; then the clock of the page goes on by itself.
    const start = performance.now();
    const now = (): number => Date.parse('2026-11-20T22:59:59.900Z') + performance.now() - start;
    const tasks = await (await showTasks(store, undefined, { now })).ready();
    await tasks.until(() => tasks.groups[0] === 'Overdue 5', `a new day; there is: ${tasks.groups.join(', ')}`);
    expect(tasks.groups[1]).to.equal('Today 2');
  });

  it('TK26 draws only what is in sight of a hundred thousand', async () => {
    store = await openTaskBook({ many: 20_000 });
    const tasks = await (await showTasks(store)).shows('20,012 to do');
    expect(tasks.root.querySelectorAll('[data-item]').length).to.be.below(60);
    await tasks.focus(tasks.subjects[0] as string);
    await tasks.press('End');
    await tasks.until(() => tasks.root.querySelector('.task.someday[data-id]:focus'), 'the last one has the focus');
    expect(tasks.root.querySelectorAll('[data-item]').length).to.be.below(60);
  });

  it('TK27 narrows down, and offers all where nothing is left', async () => {
    const tasks = await (await showTasks(store)).ready();
    tasks.root.querySelector<HTMLElement>('[data-act=filter]')?.click();
    await tasks.choose('Meetings');
    await tasks.until(() => tasks.subjects.length === 2, 'two meetings are left');
    await tasks.search('lunch buyers');
    await tasks.until(() => tasks.subjects.length === 1, 'one is found');
    await tasks.search('zeppelin');
    await tasks.shows('No task matches');
    [...tasks.root.querySelectorAll<HTMLElement>('.state .button')].at(-1)?.click();
    await tasks.shows('12 to do');
    const none = await showTasks(openTaskBook({ isEmpty: true }));
    await none.shows('Nothing due');
  });

  it('TK28 says when it cannot read, and when it may not, and reads again', async () => {
    let isBroken = true;
    const { adapter } = store.storage;
    const query: typeof adapter.query = (asked) =>
      isBroken ? Promise.reject(new KithError('store/unavailable', 'Gone.')) : adapter.query(asked);
    const broken = { ...store, storage: { ...store.storage, adapter: { ...adapter, query } } };
    const tasks = await (await showTasks(broken)).shows('The tasks could not be read');
    isBroken = false;
    tasks.root.querySelector<HTMLElement>('[role=alert] .button')?.click();
    await tasks.shows('12 to do');
    const denied = (): Promise<never> => Promise.reject(new KithError('store/denied', 'No.'));
    const forbidden = { ...store, storage: { ...store.storage, adapter: { ...adapter, query: denied } } };
    await (await showTasks(forbidden)).shows('No access');
  });

  it('TK29 keeps what was typed when it is refused, and says why', async () => {
    const rule = ({ type }: Command) =>
      type.startsWith('tasks/') ? { code: 'house/no', message: 'Not on a Friday.' } : undefined;
    const tasks = await (await showTasks(withRule(store, rule))).ready();
    const input = await tasks.write('Water the plants');
    await sendKeys({ press: 'Enter' });
    await tasks.shows('Not on a Friday.');
    expect(input.value).to.equal('Water the plants');
    await tasks.focus(TERMS);
    await tasks.press('e');
    await tasks.until(() => tasks.root.querySelector('dialog[open] #task-subject'), 'the dialog is open');
    const subject = tasks.root.querySelector('#task-subject') as HTMLInputElement;
    subject.value = 'Another';
    tasks.root.querySelector<HTMLFormElement>('#task-form')?.requestSubmit();
    await tasks.until(
      () => tasks.root.querySelector('dialog[open] [role=alert]')?.textContent?.includes('Not on a Friday.'),
      'it says why',
    );
    expect(subject.value).to.equal('Another');
  });

  it('TK32 says that there is no connection, and keeps what was read', async () => {
    const tasks = await (await showTasks(store)).ready();
    const giveBack = withoutConnection();
    try {
      await tasks.shows('You are offline');
      expect(tasks.subjects).to.include(TERMS);
    } finally {
      giveBack();
    }
    await tasks.until(() => !tasks.root.textContent?.includes('You are offline'), 'the connection is back');
  });

  it('TK30 cannot be changed without writing', async () => {
    const tasks = await (await showTasks(store, html`<kith-task-list read-only></kith-task-list>`)).ready();
    expect(tasks.root.querySelector('.add, .more, [data-act=choose]')).to.equal(null);
    await tasks.focus(RETURNS);
    await tasks.press('x', 'Delete', 'j');
    await tasks.until(() => tasks.focused === SAMPLES, 'keys still go on');
    expect((await read('returns'))?.status).to.equal('planned');
  });

  it('TK20 speaks Chinese, and holds at 280 px', async () => {
    const tasks = await (await showTasks(store, undefined, { lang: 'zh-Hans', width: 280 })).shows(
      '我的任务',
      '12项待办',
    );
    expect(tasks.list.scrollWidth).to.be.at.most(280);
    await expectNothingFromAxe(tasks.list);
  });
});
