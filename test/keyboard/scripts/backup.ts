import { html } from 'lit';
import { now, openBreventBook } from '../../../stories/books/brevent.js';
import type { KeyboardScript } from '../../support/keyboard-script.js';

export const script: KeyboardScript = {
  page: () => html`<kith-app .store=${openBreventBook()} .now=${now}><kith-backup></kith-backup></kith-app>`,
  ready: 'Save backup',
  stops: 2,
  lines: [
    { at: 'Save backup', press: 'Enter', shows: 'Backup saved' },
    { at: 'Save another', press: 'Enter', shows: 'Backup saved' },
  ],
};
