import { html } from 'lit';
import { breventPage } from '../../../stories/books/brevent-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`),
  ready: 'Send the signed contract',
  stops: 10,
  lines: [
    { at: 'Call', press: 'Enter', focus: 'What was said' },
    { at: 'Note', press: 'Enter', focus: 'Note' },
    { at: 'Task', press: 'Enter', focus: 'What is to be done' },
    {
      at: 'What is to be done',
      type: 'Order the linen',
      press: 'Enter',
      focus: 'What is to be done',
      shows: 'Task added',
      holds: holding('activities', { kind: 'task', subject: 'Order the linen' }),
    },
    { at: 'Filter', press: 'Enter', focus: 'Calls', shows: 'Person' },
    { press: 'Escape', focus: 'Filter' },
    { at: /^Rafael Ortuño has a task/, press: 'j', focus: /Order the linen/ },
    { press: 'k', focus: /Send the signed contract/ },
    { press: 'm', focus: /^Mark as done/ },
    { press: 'Escape', focus: /Send the signed contract/ },
    { press: 'e', focus: 'What is to be done' },
    { press: 'Escape', focus: /Send the signed contract/ },
    { press: 'e', focus: 'What is to be done' },
    { press: 'End' },
    {
      type: ', at last',
      press: 'Enter',
      focus: /Send the signed contract, at last/,
      holds: holding('activities', { subject: 'Send the signed contract, at last' }),
    },
    { press: 'c', focus: 'Outcome', shows: 'Outcome' },
    { press: 'Escape', focus: /Send the signed contract/ },
    { press: 'x', shows: 'Task done', focus: /Order the linen/ },
    { press: 'Control+z', focus: /Order the linen/, shows: 'Undone' },
    { press: 'Delete', focus: /Talk through the spring order/, shows: 'deleted' },
  ],
};
