import '@kith/elements/define';
import type { Activity, Id } from '@kith/core';
import type { KithDayInput } from '@kith/elements/parts';
import { activities, type Store } from '@kith/store';
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { openTaskBook } from '../../../stories/books/tasks.js';
import { ask } from '../../support/book.js';
import { showTasks } from '../../support/task-driver.js';

const idOf = (name: string): Id<'activity'> => `activity_task-${name}` as Id<'activity'>;
const TERMS = 'Ask legal about the payment terms';

describe('the form of a task', () => {
  let store: Store;
  const read = (name: string): Promise<Activity | undefined> => ask(store, activities.byId(idOf(name)));

  beforeEach(async () => {
    await setViewport({ width: 900, height: 900 });
    store = await openTaskBook();
  });

  it('TK22 edits in a dialog', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(TERMS);
    await tasks.press('e');
    const subject = (): HTMLInputElement | null => tasks.root.querySelector('dialog[open] #task-subject');
    await tasks.until(subject, 'the dialog is open');
    const input = subject() as HTMLInputElement;
    expect(input.value).to.equal(TERMS);
    input.value = 'Ask legal again';
    tasks.root.querySelector<HTMLFormElement>('#task-form')?.requestSubmit();
    await tasks.shows('Ask legal again');
    await tasks.until(() => !subject(), 'the dialog is closed');
    expect(await read('terms')).to.include({ subject: 'Ask legal again', dueDay: '2026-11-20' });
  });

  it('TK29 takes no day away by one that cannot be read', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(TERMS);
    await tasks.press('e');
    const day = (): KithDayInput | null => tasks.root.querySelector('dialog[open] #task-day');
    await tasks.until(() => day()?.validity, 'the dialog is open');
    await day()?.updateComplete;
    day()?.focus();
    day()?.select();
    await sendKeys({ type: '31.11.' });
    await tasks.press('Enter');
    await tasks.until(() => tasks.text.includes('Write a day, such as'), 'it says why');
    expect(tasks.root.activeElement === day(), 'the focus is in the field').to.equal(true);
    expect(await read('terms')).to.include({ dueDay: '2026-11-20' });
  });

  it('TK31 tells what somebody else has made of a task while its form is open', async () => {
    const tasks = await (await showTasks(store)).ready();
    await tasks.focus(TERMS);
    await tasks.press('e');
    await tasks.until(() => tasks.root.querySelector('dialog[open] #task-subject'), 'the dialog is open');
    const subject = (): HTMLInputElement => tasks.root.querySelector('#task-subject') as HTMLInputElement;
    const told = (): string => tasks.root.querySelector('dialog[open] [role=alert]')?.textContent ?? '';
    subject().value = 'Mine';
    await store.run(activities.edit({ id: idOf('terms'), changes: { subject: 'Theirs', body: 'By Rafael' } }));
    await tasks.until(() => told().includes('Somebody changed this task'), 'it says that it was changed');
    expect(subject().value).to.equal('Mine');
    tasks.root.querySelector<HTMLElement>('dialog[open] [role=alert] button')?.click();
    await tasks.until(() => subject().value === 'Theirs', 'theirs is taken over');
    expect((tasks.root.querySelector('#task-body') as HTMLTextAreaElement).value).to.equal('By Rafael');
    expect(told()).to.equal('');
    await store.run(activities.remove({ id: idOf('terms') }));
    await tasks.until(() => told().includes('Somebody deleted this task'), 'it says that it is gone');
    expect(tasks.root.querySelector('dialog[open] [type=submit]')).to.equal(null);
  });
});
