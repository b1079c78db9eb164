import { CommandEvent, type KithApp } from '@kith/elements';
import { deals } from '@kith/store';
import { html } from 'lit';
import { PIPELINE } from '../../../stories/books/sales.js';
import { salesPage } from '../../../stories/books/sales-page.js';
import { holding } from '../../support/holding.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

/** Sends a command from a button of the page. */
const send = (target: EventTarget | null, event: Event): boolean | undefined => target?.dispatchEvent(event);

const create = ({ currentTarget }: Event): unknown =>
  send(currentTarget, new CommandEvent(deals.create({ name: 'Dolna', pipelineId: PIPELINE }), DONE));

/** Loses a deal without a reason: it is asked for. */
const lose = async ({ currentTarget }: Event): Promise<void> => {
  const button = currentTarget as HTMLElement;
  const store = await (button.closest('kith-app') as KithApp).store;
  const made = await store?.run(deals.create({ name: 'Kroll', pipelineId: PIPELINE }));
  if (!made?.ok) throw new Error('The deal could not be made.');
  const losing = (fields?: object) => deals.lose({ id: made.value.id, ...fields } as Parameters<typeof deals.lose>[0]);
  send(button, new CommandEvent(losing(), { ...DONE, withAnswers: losing }));
};

const DONE = { done: () => ({ text: 'It is done' }) };

export const script: KeyboardScript = {
  page: () =>
    salesPage(html`
      <button type="button" @click=${create}>Make a deal</button>
      <button type="button" @click=${lose}>Lose a deal</button>
      <kith-deal-panel deal="deal_none"></kith-deal-panel>
    `),
  ready: 'Make a deal',
  stops: 1,
  lines: [
    { at: 'Make a deal', press: 'Enter', shows: 'It is done', holds: holding('deals', { name: 'Dolna' }) },
    { at: 'Undo', press: 'Enter', focus: 'Make a deal', shows: 'Undone' },
    { at: 'Dismiss', press: 'Enter', focus: 'Make a deal', hides: 'Redo' },
    { at: 'Lose a deal', press: 'Enter', focus: 'Reason' },
    { press: 'Enter', focus: 'Reason', shows: 'Fill this in' },
    {
      type: 'No budget',
      press: 'Enter',
      focus: 'Lose a deal',
      shows: 'It is done',
      holds: holding('deals', { status: 'lost', lossReason: 'No budget' }),
    },
  ],
};
