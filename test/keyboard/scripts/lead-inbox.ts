import { leadsPage } from '../../../stories/books/leads-page.js';
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
    { at: /^Open leads/, press: 'Enter', focus: /^Open leads/ },
  ],
};
