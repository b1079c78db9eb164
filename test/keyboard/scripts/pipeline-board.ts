import { html } from 'lit';
import { PIPELINE } from '../../../stories/books/sales.js';
import { salesPage } from '../../../stories/books/sales-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

const SENSORS = 'Cold-store sensors, phase 2';

export const script: KeyboardScript = {
  page: () => salesPage(html`<kith-pipeline-board pipeline=${PIPELINE}></kith-pipeline-board>`),
  ready: 'Kühlhaus-Sensorik',
  stops: 20,
  lines: [
    { at: SENSORS, press: 'ArrowDown', focus: 'Werkstattportal für 14 Standorte' },
    { press: 'Home', focus: SENSORS },
    { press: 'ArrowRight', focus: 'Fleet telematics pilot' },
    { press: 'ArrowLeft', focus: SENSORS },
    { press: 'm', focus: 'Qualified', shows: 'Move to' },
    { press: 'Escape', focus: SENSORS },
    { press: 'x', focus: SENSORS, shows: '1 card selected' },
    { press: 'Escape', focus: SENSORS },
    { press: 'Space ArrowRight Escape', focus: SENSORS },
    {
      press: 'Space ArrowRight Enter',
      focus: SENSORS,
      shows: 'moved to Discovery',
      holds: holding('deals', { name: SENSORS, stageId: 'stage_discovery' }),
    },
    { press: 'Control+z', focus: SENSORS, shows: 'Undone' },
    { press: 'm', focus: 'Qualified', shows: 'Move to' },
    { press: 'l', focus: /^Lost/ },
    { press: 'Enter', focus: 'Reason', shows: 'Why was it lost?' },
    {
      type: 'No budget',
      press: 'Enter',
      holds: holding('deals', { name: SENSORS, status: 'lost', lossReason: 'No budget' }),
    },
    { press: 'Control+z', shows: 'Undone' },
    { at: `Move ${SENSORS}`, press: 'Enter', focus: 'Qualified', shows: 'Move to' },
    { press: 'Escape', focus: `Move ${SENSORS}` },
    { at: 'More for Qualified', press: 'Enter', focus: 'Select all 5', shows: 'Fold up the column' },
    { press: 'Escape', focus: 'More for Qualified' },
    { press: 'Control+Shift+ArrowRight', focus: 'More for Qualified', shows: 'Qualified is column 2 of 7' },
    { press: 'Enter', focus: 'Select all 5', shows: 'In the order of the stages' },
    { press: 'h Enter', focus: 'More for Proposal', shows: '1 hidden column', hides: SENSORS },
    { at: '1 hidden column', press: 'Enter', focus: 'Show Qualified' },
    { press: 'Enter', shows: SENSORS },
    { at: 'Add a deal to Qualified', press: 'Enter', focus: 'Deal title' },
    {
      type: 'Dolna',
      press: 'Enter',
      focus: 'Deal title',
      shows: 'Dolna added to Qualified',
      holds: holding('deals', { name: 'Dolna' }),
    },
    { press: 'Escape', focus: 'Add a deal to Qualified' },
    { at: 'New deal', press: 'Enter', focus: 'Deal title' },
    { press: 'Escape', focus: 'New deal' },
    { at: 'Search', type: 'dolna', hides: SENSORS },
    { press: 'Escape', focus: 'Search', shows: SENSORS },
    { at: 'Filter', press: 'Enter', focus: 'Name' },
    { press: 'Escape', focus: 'Filter' },
    { at: 'Lanes', press: 'Enter', focus: 'No lanes' },
    { press: 'Escape', focus: 'Lanes' },
  ],
};
