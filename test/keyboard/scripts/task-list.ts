import { html } from 'lit';
import { taskPage } from '../../../stories/books/task-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

const SAMPLES = /Send Maison Brévent the fabric samples/;
const RETURNS = /Settle the return of the mohair scarves/;

export const script: KeyboardScript = {
  page: () => taskPage(html`<kith-task-list></kith-task-list>`),
  ready: 'Talk through the spring order',
  stops: 6,
  lines: [
    // Where Tab was last among the tasks, it comes back to.
    { at: RETURNS, press: 'ArrowUp', focus: /^Overdue/ },
    { press: 'ArrowDown', focus: RETURNS },
    { press: 'j', focus: SAMPLES },
    { press: 'k', focus: RETURNS },
    { press: 'End Home ArrowDown', focus: RETURNS },
    { press: 'x', focus: SAMPLES, shows: '11 to do' },
    { press: 'Control+z', shows: '12 to do' },
    { press: 'ArrowUp', focus: RETURNS },
    { press: 'h', focus: RETURNS, shows: 'normal priority' },
    { press: 'p', focus: /^Today/ },
    { press: 'Escape', focus: RETURNS },
    { press: 'a', focus: 'Hanna Lindqvist', shows: 'Rafael Ortuño' },
    { press: 'Escape', focus: RETURNS },
    { press: 'm', focus: /^Mark as done/ },
    { press: 'End', focus: /^Delete/ },
    { press: 'Escape', focus: RETURNS },
    { press: 'e', focus: 'What is to be done', shows: 'Edit task' },
    { press: 'End' },
    {
      type: ', all of them',
      press: 'Enter',
      focus: RETURNS,
      shows: 'Saved',
      holds: holding('activities', { subject: 'Settle the return of the mohair scarves, all of them' }),
    },
    { press: 'c', focus: 'Outcome', shows: 'What follows?' },
    { press: 'Escape', focus: RETURNS, hides: 'What follows?' },
    { press: 't', focus: RETURNS, shows: 'Tomorrow 3' },
    { press: 'Shift+J', shows: '2 selected' },
    { press: 'Escape', shows: 'Nothing selected' },
    { press: 'Delete', shows: 'Deleted' },
    { press: '?', focus: 'Close', shows: 'Keyboard shortcuts' },
    { press: 'Escape', hides: 'Keyboard shortcuts' },
    { press: '/', focus: 'Search tasks' },
    { type: 'spring', shows: 'Talk through the spring order' },
    { press: 'Escape', focus: 'Search tasks' },
    {
      at: 'Add a task',
      type: 'Call the mill tomorrow!',
      press: 'Enter',
      focus: 'Add a task',
      shows: 'Added Call the mill',
      holds: holding('activities', { subject: 'Call the mill' }),
    },
    { at: 'Filter', press: 'Enter', focus: 'Tasks', shows: 'Emails' },
    { press: 'Escape', focus: 'Filter' },
    { at: 'Select several', press: 'Enter', focus: 'Select several' },
  ],
};
