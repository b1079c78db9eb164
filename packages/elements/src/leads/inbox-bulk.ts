import type { Id } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import type { Command } from '@kith/store';
import { claim } from '@kith/store/leads';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf } from '../base/problem-text.js';
import { bulkMessages } from '../lists/bulk-bar.messages.js';
import { changeRows, type Outcome, type Progress } from '../lists/bulk-work.js';
import { chosenQuery } from '../lists/chosen-query.js';
import { readOnce } from '../lists/read-once.js';
import { refusedList, refusedStyles } from '../lists/refused-list.js';
import { NOTHING_SELECTED } from '../lists/selection.js';
import { icon } from '../parts/icon.js';
import { ban } from '../parts/icons/barred.js';
import { cross } from '../parts/icons/heads.js';
import { check, user } from '../parts/icons/shown.js';
import { progressBar, progressStyles } from '../parts/progress.js';
import { deskMessages } from './desk.messages.js';
import type { Desk, InboxHost } from './inbox-host.js';
import { DisqualifyForm } from './outcome-form.js';

/** What is done with the chosen leads, some hundreds in each commit, and all of it one undo. */
export class InboxBulk {
  readonly #host: InboxHost;
  readonly #desk: Desk;
  #progress: Progress | undefined;
  #stop: AbortController | undefined;
  #outcome: Outcome | undefined;

  constructor(host: InboxHost, desk: Desk) {
    this.#host = host;
    this.#desk = desk;
    addStyles(host, progressStyles, refusedStyles);
  }

  render(): TemplateResult | typeof nothing {
    const say = sentencesIn(deskMessages, this.#host.locale);
    if (this.#progress) {
      const { done, total } = this.#progress;
      return html`<div class="bulk" role="group" aria-label=${say.bulk}>${progressBar({ label: say.bulk, done, total, text: say.doing(done, total) })}<button type="button" class="bulk-act" @click=${() => this.#stop?.abort()}>${say.stop}</button></div>`;
    }
    if (this.#outcome) {
      const close = (): void => {
        this.#outcome = undefined;
        this.#host.requestUpdate();
      };
      return refusedList(this.#outcome, sentencesIn(bulkMessages, this.#host.locale), this.#host.locale, close);
    }
    const { selectedCount: count, rows } = this.#host;
    if (count === 0) return nothing;
    const act = (name: string, label: string, shape: typeof user, run: (anchor: HTMLElement) => void) =>
      html`<button type="button" class="bulk-act" data-action=${name} @click=${(event: Event) => run(event.currentTarget as HTMLElement)}>${icon(shape)}${label}</button>`;
    return html`
      <div class="bulk" role="toolbar" aria-label=${say.bulk}>
        <b class="number">${this.#host.locale.format.number(count)}</b>
        ${count < rows.count ? html`<button type="button" class="bulk-act" data-action="select-all" @click=${() => this.#host.choose({ isAll: true, ids: new Set() })}>${say.selectAll(rows.count)}</button>` : nothing}
        ${act('bulk-claim', say.claim, check, () => void this.change((id) => claim({ id })))}
        ${act('bulk-assign', say.assign, user, (anchor) => void this.#desk.chooseOwner(anchor, [], count))}
        ${act('bulk-disqualify', say.disqualify, ban, () => void this.#disqualify(count))}
        <button type="button" class="bulk-act" data-action="clear" aria-label=${say.clear} title=${say.clear} @click=${() => this.#host.choose(NOTHING_SELECTED)}>${icon(cross)}</button>
      </div>
    `;
  }

  /** Does one thing with each of the chosen leads; those that are refused stay as they are, and are told. */
  async change(commandFor: (id: Id<'lead'>) => Command<unknown>): Promise<void> {
    if (this.#progress) return;
    const { activeStore: store, listed, selection } = this.#host;
    if (!store) return;
    const say = sentencesIn(deskMessages, this.#host.locale);
    this.#stop = new AbortController();
    this.#progress = { done: 0, total: this.#host.selectedCount };
    this.#host.requestUpdate();
    const tell = (done: number, left: number): string => (left === 0 ? say.done(done) : say.partly(done, left));
    let outcome: Outcome;
    try {
      const chosen = await readOnce(store, chosenQuery({ ...listed, group: undefined }, selection));
      outcome = await changeRows(this.#host, chosen, {
        commandFor: ({ id }) => commandFor(id as Lead['id']),
        tell,
        onProgress: (progress) => {
          this.#progress = progress;
          this.#host.requestUpdate();
        },
        signal: this.#stop.signal,
      });
    } catch (error) {
      outcome = { done: 0, refused: [], left: 0, failure: problemOf(error) };
    }
    this.#progress = undefined;
    this.#host.choose(NOTHING_SELECTED);
    this.#host.announce(tell(outcome.done, outcome.left));
    if (outcome.left > 0 || outcome.failure) this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  async #disqualify(count: number): Promise<void> {
    const { activeStore: store, listed, selection } = this.#host;
    // One alone is called by its name.
    const [only] =
      store && count === 1 ? await readOnce(store, chosenQuery({ ...listed, group: undefined }, selection)) : [];
    new DisqualifyForm(this.#host, this.#desk, { count, name: only?.name ?? '' }, async (command) => {
      await this.change((id) => command(id));
      return { ok: true, value: undefined };
    }).open();
  }
}
