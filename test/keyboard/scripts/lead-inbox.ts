import { leadsPage } from '../../../stories/books/leads-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => leadsPage({ lead: 'lead_lea' }),
  ready: 'Compare',
  stops: 12,
  lines: [
    { at: /^Léa Fontanel A/, press: 'j', focus: /^Marta Kłos/ },
    { press: 'k', focus: /^Léa Fontanel A/ },
    { press: 'x', focus: /^Léa Fontanel A/, shows: 'Select all 4' },
    { press: 'Escape', focus: /^Léa Fontanel A/, hides: 'Select all 4' },
    { press: '?', focus: 'Close', shows: 'What it does' },
    { press: 'Escape', focus: /^Léa Fontanel A/, hides: 'What it does' },
    { press: 'a', focus: 'Website', shows: 'By hand' },
    { press: 'Escape', focus: /^Léa Fontanel A/ },
    { press: 'q', focus: 'Budget', shows: 'Qualify Léa Fontanel' },
    { press: 'Escape', focus: /^Léa Fontanel A/, hides: 'Qualify Léa Fontanel' },
    { press: 'r', focus: 'Reason', shows: 'Put Léa Fontanel aside' },
    { press: 'Escape', focus: /^Léa Fontanel A/ },
    { press: 'd', focus: 'Reason', shows: 'Disqualify Léa Fontanel' },
    { press: 'Escape', focus: /^Léa Fontanel A/ },
    { at: 'Compare with Léa Fontanel', press: 'Enter', focus: 'Open', shows: 'This lead' },
    { press: 'Escape', focus: 'Compare with Léa Fontanel' },
    { at: 'Qualify', press: 'Enter', focus: 'Budget', shows: 'Qualify Léa Fontanel' },
    { press: 'Escape', focus: 'Qualify' },
    { at: 'Next lead', press: 'Enter', focus: 'Next lead' },
    { at: /^Marta Kłos/, press: 'd', focus: 'Reason', shows: 'Disqualify Marta Kłos' },
    {
      type: 'A student',
      press: 'Enter',
      focus: /^[^ ]+ /,
      hides: 'Disqualify Marta Kłos',
      holds: holding('leads', { name: 'Marta Kłos', status: 'disqualified', disqualifyReason: 'A student' }),
    },
    { at: /^Léa Fontanel A/, press: 'r', focus: 'Reason', shows: 'Put Léa Fontanel aside' },
    { type: 'After the fair', press: 'Enter', focus: 'Until', shows: 'Put Léa Fontanel aside' },
    {
      type: '3/1/2027',
      press: 'Enter',
      hides: 'Put Léa Fontanel aside',
      holds: holding('leads', { id: 'lead_lea', recycleReason: 'After the fair' }),
    },
    { at: /^Open leads/, press: 'Enter', focus: /^Open leads/ },
  ],
};
