import { html, type TemplateResult } from 'lit';
import type { DeskSentences } from './desk.messages.js';

const KEYS: readonly (readonly [keys: readonly string[], what: keyof DeskSentences['keys']])[] = [
  [['J', '↓'], 'next'],
  [['K', '↑'], 'previous'],
  [['X'], 'select'],
  [['C'], 'claim'],
  [['A'], 'assign'],
  [['Q'], 'qualify'],
  [['Enter'], 'convert'],
  [['R'], 'recycle'],
  [['D'], 'disqualify'],
  [['?'], 'help'],
];

/** By which keys one gets along in the inbox. */
export const keysHelp = (say: DeskSentences): TemplateResult => html`
  <table class="keys-table">
    <thead class="unseen"><tr><th scope="col">${say.key}</th><th scope="col">${say.what}</th></tr></thead>
    <tbody>${KEYS.map(([keys, what]) => html`<tr><th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th><td>${say.keys[what]}</td></tr>`)}</tbody>
  </table>
`;
