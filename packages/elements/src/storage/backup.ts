import { css, html, type TemplateResult } from 'lit';
import { KithElement } from '../base/element.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { iconStyles } from '../parts/icon.js';
import { panel, panelStyles } from '../parts/panel.js';
import { progressStyles } from '../parts/progress.js';
import { stateStyles } from '../parts/states.js';
import { backupMessages } from './backup.messages.js';
import { RestoreBackup } from './restore-backup.js';
import { SaveBackup } from './save-backup.js';

/**
 * Saves the whole book to a file, and makes it what such a file holds. A file is checked from end to end and told before
 * anything is replaced; both can be stopped while they run, and what goes wrong leaves the book as it was.
 *
 * @tag kith-backup
 * @event {RestoreEvent} kith-restore - The book is to become what a backup holds; `preventDefault()` stops it.
 */
export class KithBackup extends KithElement {
  static override readonly tag = 'backup';
  static override styles = [
    KithElement.styles,
    buttonStyles,
    iconStyles,
    badgeStyles,
    stateStyles,
    panelStyles,
    progressStyles,
    css`
      :host { container-type: inline-size; }
      .parts { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); border-block-start: 1px solid var(--kith-border); }
      .part { display: grid; gap: 10px; align-content: start; justify-items: start; min-inline-size: 0; padding: 14px 16px 16px; }
      .part + .part { border-inline-start: 1px solid var(--kith-border); }
      .part:focus { outline: none; }
      .part:focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -3px; border-radius: var(--kith-radius-lg); }
      .part > :is(div, .drop) { justify-self: stretch; }
      .part > p { overflow-wrap: anywhere; }
      h4 { font-weight: var(--kith-weight-medium); }
      .wrap { flex-wrap: wrap; }
      .outcome { display: grid; gap: 4px; }
      .outcome > * { overflow-wrap: anywhere; }
      .outcome > .row { margin-block-start: 6px; }
      .outcome-head { display: flex; gap: 8px; align-items: center; }
      .outcome-head > .icon { color: var(--kith-positive-text); }
      .outcome-head > b { min-inline-size: 0; font-weight: var(--kith-weight-strong); }
      .drop { display: flex; gap: 10px; align-items: center; justify-content: center; min-block-size: 72px; padding: 12px; border: 1px dashed var(--kith-border-control); border-radius: var(--kith-radius-md); color: var(--kith-text-muted); text-align: center; }
      .drop:hover, .drop.over { border-color: var(--kith-accent); background: var(--kith-accent-subtle); }
      .drop:has(:focus-visible) { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: var(--kith-focus-offset); }
      .choose { color: var(--kith-accent-text); font-weight: var(--kith-weight-medium); }
      @container (max-width: 560px) {
        .parts { grid-template-columns: minmax(0, 1fr); }
        .part + .part { border-inline-start: 0; border-block-start: 1px solid var(--kith-border); }
      }
    `,
  ];

  readonly #save = new SaveBackup(this);
  readonly #restore = new RestoreBackup(this, async (question) =>
    // Outside of an app there is nobody to ask but the browser.
    this.ui ? this.ui.confirm(question) : confirm(`${question.title} ${question.text ?? ''}`),
  );

  protected override render(): TemplateResult {
    const say = this.sentences(backupMessages);
    return panel({
      title: say.title,
      body: html`<div class="parts">${this.#save.render()}${this.#restore.render()}</div>`,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-backup': KithBackup;
  }
}
