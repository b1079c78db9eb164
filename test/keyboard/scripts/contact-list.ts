import { peoplePage } from '../../../stories/books/people-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => peoplePage(),
  ready: 'Buyers going quiet',
  stops: 8,
  lines: [
    { at: 'Name', press: 'Enter', focus: 'Name', shows: 'Sorted by Name, ascending' },
    { press: 'ArrowDown', focus: 'Agnieszka A. Dąbrowska' },
    { press: 'Space', focus: 'Agnieszka A. Dąbrowska', shows: '1 selected' },
    { press: 'Shift+ArrowDown', shows: '2 selected' },
    { press: 'Control+a', shows: '1,284 selected' },
    { press: 'Escape', hides: '1,284 selected' },
    { press: 'F2', focus: 'Name of Agnieszka A. Grabek' },
    { press: 'Escape', focus: 'Agnieszka A. Grabek' },
    { press: 'F2 End', focus: 'Name of Agnieszka A. Grabek' },
    { type: ' Nowak', press: 'Enter', holds: holding('contacts', { name: 'Agnieszka A. Grabek Nowak' }) },
    { at: 'Filter', press: 'Enter', focus: 'Name', shows: 'Salutation' },
    { press: 'Escape', focus: 'Filter' },
    { at: 'Group', press: 'Enter', focus: 'No groups' },
    { press: 'Escape', focus: 'Group' },
    { at: 'Columns', press: 'Enter', focus: 'Find a field' },
    { press: 'Escape', focus: 'Columns' },
    { at: 'Save as a new view', press: 'Enter', focus: 'Name' },
    { press: 'Escape', focus: 'Save as a new view' },
    { press: 'Enter', focus: 'Name' },
    {
      type: 'By name',
      press: 'Enter',
      focus: 'Save as a new view',
      shows: 'By name',
      holds: holding('listViews', { name: 'By name' }),
    },
    { at: 'Buyers going quiet', press: 'Enter', focus: 'Buyers going quiet' },
    { at: 'Search contacts', type: 'lea', focus: 'Search contacts' },
    { press: 'Escape', focus: 'Search contacts' },
  ],
};
