import type { Task } from '@kith/core/tasks';
import { css, html, nothing, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { problemOf } from '../base/problem-text.js';
import { bulkMessages } from '../lists/bulk-bar.messages.js';
import { changeRows, type Outcome, type Progress } from '../lists/bulk-work.js';
import { refusedList } from '../lists/refused-list.js';
import { type Icon, icon } from '../parts/icon.js';
import { cross } from '../parts/icons/heads.js';
import { check, trash, user } from '../parts/icons/shown.js';
import { calendar } from '../parts/icons/tools.js';
import { progressBar } from '../parts/progress.js';
import { taskHandsMessages } from './hands.messages.js';
import type { Deed } from './task-deeds.js';
import type { TaskHost } from './task-host.js';

/** What the bar opens beside itself, and does. */
export interface BulkActs {
  complete(): void;
  putOff(anchor: HTMLElement): void;
  assign(anchor: HTMLElement): void;
  remove(): void;
}

/** What can be done with the chosen tasks, above the end of the list. */
export class TaskBulk {
  readonly #host: TaskHost;
  readonly #acts: BulkActs;
  #progress: Progress | undefined;
  #stop: AbortController | undefined;
  #outcome: Outcome | undefined;

  constructor(host: TaskHost, acts: BulkActs) {
    this.#host = host;
    this.#acts = acts;
  }

  render(): TemplateResult | typeof nothing {
    const { locale, selected, rows, isChoosing } = this.#host;
    const say = sentencesIn(taskHandsMessages, locale);
    const words = sentencesIn(bulkMessages, locale);
    if (this.#progress) return this.#renderProgress(this.#progress);
    if (this.#outcome) return refusedList(this.#outcome, words, locale, this.#close);
    if (selected.size === 0 && !isChoosing) return nothing;
    const act = (shape: Icon, label: string, name: string, run: (anchor: HTMLElement) => void): TemplateResult =>
      html`<button type="button" class="bulk-act" data-bulk=${name} aria-label=${label} title=${label} aria-disabled=${selected.size === 0 ? 'true' : nothing} @click=${(event: Event) => selected.size > 0 && run(event.currentTarget as HTMLElement)}>${icon(shape)}<span>${label}</span></button>`;
    return html`
      <div class="bulk" role="toolbar" aria-label=${words.title}>
        <b class="number">${words.selected(selected.size)}</b>
        ${selected.size < rows.count ? html`<button type="button" class="bulk-all" @click=${() => void this.chooseAll()}>${words.selectAll(rows.count)}</button>` : nothing}
        <span class="bulk-line"></span>
        ${act(check, say.complete, 'complete', () => this.#acts.complete())}
        ${act(calendar, say.putOff, 'put-off', (anchor) => this.#acts.putOff(anchor))}
        ${act(user, say.assign, 'assign', (anchor) => this.#acts.assign(anchor))}
        ${act(trash, say.remove, 'remove', () => this.#acts.remove())}
        <span class="bulk-line"></span>
        <button type="button" class="bulk-act square" aria-label=${words.clear} title=${words.clear} @click=${() => this.#host.choose(new Set(), false)}>${icon(cross)}</button>
      </div>
    `;
  }

  /** Chooses all that are listed. */
  async chooseAll(): Promise<void> {
    const host = this.#host;
    const all = await host.rows.read();
    host.choose(new Set(all.map(({ id }) => id)));
    host.announce(sentencesIn(taskHandsMessages, host.locale).selected(all.length));
  }

  /** Does it with all chosen tasks: some hundreds in each commit, one undo for all of them. */
  async carryOut(deed: Deed): Promise<void> {
    if (this.#progress) return;
    const { locale, selected, rows } = this.#host;
    const words = sentencesIn(bulkMessages, locale);
    const tell = (done: number, left: number): string => (left === 0 ? deed.many(done) : words.partly(done, left));
    this.#stop = new AbortController();
    this.#show({ done: 0, total: selected.size });
    let outcome: Outcome;
    try {
      const chosen = (await rows.read()).filter(({ id }) => selected.has(id));
      const named = chosen.map((task) => ({ id: task.id, name: task.subject, task }));
      const signal = this.#stop.signal;
      outcome = await changeRows(this.#host, named, {
        commandFor: ({ task }: { readonly task: Task }) => deed.command(task),
        tell,
        onProgress: (progress) => this.#show(progress),
        signal,
      });
    } catch (error) {
      outcome = { done: 0, refused: [], left: 0, failure: problemOf(error) };
    }
    this.#progress = undefined;
    if (outcome.left > 0 || outcome.failure) this.#outcome = outcome;
    this.#host.announce(tell(outcome.done, outcome.left));
    this.#host.choose(new Set(), false);
    this.#host.requestUpdate();
  }

  #show(progress: Progress): void {
    this.#progress = progress;
    this.#host.requestUpdate();
  }

  #renderProgress({ done, total }: Progress): TemplateResult {
    const words = sentencesIn(bulkMessages, this.#host.locale);
    return html`
      <div class="bulk" role="group" aria-label=${words.title}>
        ${progressBar({ label: words.title, done, total, text: words.doing(done, total) })}
        <button type="button" class="bulk-act" @click=${() => this.#stop?.abort()}>${words.stop}</button>
      </div>
    `;
  }

  readonly #close = (): void => {
    this.#outcome = undefined;
    this.#host.requestUpdate();
  };
}

/** What is a task's own beside the looks of the lists' bar: it stands at the end of the list, over its last rows. */
export const taskBulkStyles = css`
  .bulk.bulk, .refused.refused { inset-block-end: 16px; }
  .bulk-act[aria-disabled='true'] { opacity: 0.5; }
`;
