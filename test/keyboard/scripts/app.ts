import { CommandEvent } from '@kith/elements';
import { deals } from '@kith/store';
import { html } from 'lit';
import { PIPELINE } from '../../../stories/books/sales.js';
import { salesPage } from '../../../stories/books/sales-page.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

const send = (command: ConstructorParameters<typeof CommandEvent>[0]) => (event: Event) =>
  (event.currentTarget as HTMLElement).dispatchEvent(
    new CommandEvent(command, { done: () => ({ text: 'It is done' }) }),
  );

const create = send(deals.create({ name: 'Dolna', pipelineId: PIPELINE }));

export const script: KeyboardScript = {
  page: () =>
    salesPage(html`
      <button type="button" @click=${create}>Make a deal</button>
      <kith-deal-panel deal="deal_none"></kith-deal-panel>
    `),
  ready: 'Make a deal',
  stops: 1,
  lines: [
    { at: 'Make a deal', press: 'Enter', shows: 'It is done' },
    { at: 'Undo', press: 'Enter', focus: 'Make a deal', shows: 'Undone' },
    { at: 'Dismiss', press: 'Enter', focus: 'Make a deal', hides: 'Redo' },
  ],
};
