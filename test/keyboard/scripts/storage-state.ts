import { html } from 'lit';
import { now, openBreventBook } from '../../../stories/books/brevent.js';
import { withCircumstances } from '../../../stories/books/kept.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => html`
    <kith-app .store=${openBreventBook().then((store) => withCircumstances(store, { persisted: false }))} .now=${now}>
      <kith-storage-state></kith-storage-state>
    </kith-app>
  `,
  ready: 'Ask for protection',
  stops: 1,
  lines: [{ at: 'Ask for protection', press: 'Enter', shows: 'The browser has agreed to keep it.' }],
};
