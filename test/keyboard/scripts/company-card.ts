import { html } from 'lit';
import { breventPage } from '../../../stories/books/brevent-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
  ready: 'Jeanne Thollon',
  stops: 30,
  lines: [
    { at: 'Edit industry', press: 'Enter', focus: 'Industry' },
    { press: 'End' },
    {
      type: ' and more',
      press: 'Enter',
      focus: 'Edit industry',
      shows: 'and more',
      holds: holding('companies', { id: 'company_brevent', industry: 'Workwear and outdoor clothing and more' }),
    },
    { press: 'Control+z', focus: 'Edit industry', hides: 'and more' },
    { at: 'Edit parent', press: 'Enter', focus: 'Parent' },
    { press: 'Escape', focus: 'Edit parent' },
    { at: 'Edit annual revenue', press: 'Enter', focus: 'Annual revenue' },
    { press: 'Escape', focus: 'Edit annual revenue' },
    { at: 'Edit address', press: 'Enter', focus: 'Street' },
    { press: 'Escape', focus: 'Edit address' },
    { press: 'Enter', focus: 'Street' },
    { press: 'Tab Control+a' },
    { type: '74940', press: 'Tab', focus: 'City' },
    {
      press: 'Enter',
      focus: 'Edit address',
      shows: '74940 Annecy',
      holds: holding('companies', { id: 'company_brevent', addresses: [{ postalCode: '74940', country: 'FR' }] }),
    },
    { at: 'Show 1 empty field', press: 'Enter', focus: 'Hide empty fields' },
    { at: 'Brévent Megève', press: 'Enter', focus: 'Brévent Megève' },
    { at: 'Log activity', press: 'Enter', focus: 'Note' },
    { at: 'Jeanne Thollon', press: 'Enter', focus: 'Jeanne Thollon' },
  ],
};
