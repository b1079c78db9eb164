import { html } from 'lit';
import { fieldsPage } from '../../../stories/books/fields-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => fieldsPage(html`<kith-field-editor of="deal"></kith-field-editor>`),
  ready: 'Share of the budget',
  stops: 20,
  lines: [
    { at: 'Move Budget', press: 'ArrowDown', focus: 'Move Budget' },
    { press: 'Home', focus: 'Move Budget' },
    { at: 'Move Budget down', press: 'Enter', focus: 'Move Budget down' },
    { press: 'Control+z', focus: /^Move .* down/ },
    { at: 'Budget', press: 'Enter', focus: 'Label', shows: 'Save' },
    { press: 'Escape', focus: 'Budget' },
    { at: 'Remove Reference', press: 'Enter', focus: /^Keep them in the records/ },
    { press: 'Escape', focus: 'Remove Reference' },
    { at: 'Add field', press: 'Enter', focus: 'Label' },
    { press: 'Escape', focus: 'Add field' },
    { press: 'Enter', focus: 'Label' },
    {
      type: 'Fabric',
      press: 'Enter',
      focus: 'Add field',
      shows: 'Fabric',
      holds: holding('fields', { definition: { on: 'deal', name: 'fabric' } }),
    },
    { at: /^Built in/, press: 'Enter', focus: /^Built in/ },
  ],
};
