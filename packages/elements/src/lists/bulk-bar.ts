import type { Problem } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Command } from '@kith/store';
import { remove, retag } from '@kith/store/bulk';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { fieldStyles } from '../parts/field.js';
import { type Icon, icon } from '../parts/icon.js';
import { cross } from '../parts/icons/heads.js';
import { trash, user } from '../parts/icons/shown.js';
import { download, pencil, label as tagIcon } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import type { Popover } from '../parts/popover.js';
import { progressBar, progressStyles } from '../parts/progress.js';
import { type BulkSentences, bulkMessages } from './bulk-bar.messages.js';
import { changeRows, type Outcome, type Progress } from './bulk-work.js';
import { valuesAt } from './cell.js';
import { chosenQuery } from './chosen-query.js';
import { changesFor, isEditable, readTyped } from './editable.js';
import type { ListHost } from './list-host.js';
import type { ListRow } from './list-rows.js';
import { readOnce } from './read-once.js';
import { refusedList, refusedStyles } from './refused-list.js';
import { saveFile } from './save-file.js';
import { NOTHING_SELECTED } from './selection.js';

/** What can be done with the chosen rows, above the end of the list. */
export class BulkBar {
  readonly #host: ListHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  #progress: Progress | undefined;
  #stop: AbortController | undefined;
  #outcome: Outcome | undefined;

  constructor(host: ListHost, menu: Menu, popover: Popover) {
    this.#host = host;
    this.#menu = menu;
    this.#popover = popover;
  }

  /** Whether something is being done, or has left something to be read. */
  get isBusy(): boolean {
    return this.#progress !== undefined || this.#outcome !== undefined;
  }

  render(): TemplateResult | typeof nothing {
    const say = this.#say;
    if (this.#progress) return this.#renderProgress(this.#progress);
    if (this.#outcome) return this.#renderOutcome(this.#outcome);
    const { selectedCount: count, rows, shown } = this.#host;
    if (count === 0) return nothing;
    const act = (shape: Icon, label: string, action: string, run: (anchor: HTMLElement) => void) =>
      html`<button type="button" class="bulk-act" data-action=${action} aria-label=${label} title=${label} @click=${(event: Event) => run(event.currentTarget as HTMLElement)}>${icon(shape)}<span>${label}</span></button>`;
    return html`
      <div class="bulk" role="toolbar" aria-label=${say.title}>
        <b class="number">${say.selected(count)}</b>
        ${count < rows.count ? html`<button type="button" class="bulk-all" data-action="select-all" @click=${() => this.#host.choose({ isAll: true, ids: new Set() })}>${say.selectAll(rows.count)}</button>` : nothing}
        <span class="bulk-line"></span>
        ${
          shown?.edit
            ? html`
              ${act(user, say.owner, 'bulk-owner', (anchor) => this.#chooseOwner(anchor))}
              ${act(tagIcon, say.tags, 'bulk-tags', (anchor) => void this.#chooseTag(anchor))}
              ${act(pencil, say.field, 'bulk-field', (anchor) => this.#chooseField(anchor))}
            `
            : nothing
        }
        ${act(download, say.export, 'bulk-export', () => void this.exportChosen())}
        ${shown?.edit ? act(trash, say.delete, 'bulk-delete', () => void this.#delete()) : nothing}
        <span class="bulk-line"></span>
        <button type="button" class="bulk-act square" aria-label=${say.clear} title=${say.clear} @click=${() => this.#host.choose(NOTHING_SELECTED)}>${icon(cross)}</button>
      </div>
    `;
  }

  /** Writes the chosen rows, or all that match, into a file. */
  async exportChosen(): Promise<void> {
    const { activeStore: store, rows, selection, shownColumns, locale, words, page } = this.#host;
    const say = this.#say;
    if (!store || !rows.asked) return;
    const tell = (problem: Problem): void =>
      page?.toast({ text: `${say.notExported} ${problemText(problem, locale)}`, tone: 'refused' });
    try {
      const { exportCsv } = await import('./export-csv.js');
      const fields = shownColumns.map(({ field }) => field);
      const result = await exportCsv(store, chosenQuery(rows.asked, selection), fields, locale.lang);
      if (!result.ok) {
        tell(result.problem);
        return;
      }
      saveFile(result.value.file, `${words.things}.csv`);
      page?.toast({ text: say.exported(result.value.count) });
      this.#host.announce(say.exported(result.value.count));
    } catch (error) {
      tell(problemOf(error));
    }
  }

  #renderProgress({ done, total }: Progress): TemplateResult {
    const say = this.#say;
    return html`
      <div class="bulk" role="group" aria-label=${say.title}>
        ${progressBar({ label: say.title, done, total, text: say.doing(done, total) })}
        <button type="button" class="bulk-act" @click=${() => this.#stop?.abort()}>${say.stop}</button>
      </div>
    `;
  }

  #renderOutcome(outcome: Outcome): TemplateResult {
    const close = (): void => {
      this.#outcome = undefined;
      this.#host.requestUpdate();
    };
    return refusedList(outcome, this.#say, this.#host.locale, close);
  }

  #chooseOwner(anchor: HTMLElement): void {
    const say = this.#say;
    const set = (ownerId: string | undefined) => () => void this.#change((row) => this.#edit(row, { ownerId }));
    void this.#menu.open(anchor, say.owner, [
      { items: this.#host.references.users.map(({ id, name }) => ({ label: name, choose: set(id) })) },
      { items: [{ label: say.noOwner, choose: set(undefined) }] },
    ]);
  }

  async #chooseTag(anchor: HTMLElement): Promise<void> {
    const say = this.#say;
    const chosen = await this.#rows();
    const known = [...new Set(chosen.flatMap((row) => valuesAt(row, 'tags').map(String)))].sort((a, b) =>
      a.localeCompare(b, this.#host.locale.lang),
    );
    const { shown } = this.#host;
    const edit = shown?.edit;
    if (!shown || !edit) return;
    const put = (tags: { readonly add?: readonly string[]; readonly remove?: readonly string[] }): void => {
      void this.#change((row) => retag(shown.collection, { id: row.id, ...tags }, edit));
    };
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const tag = String(new FormData(event.currentTarget as HTMLFormElement).get('tag') ?? '').trim();
      if (!tag) return;
      this.#popover.close();
      put({ add: [tag] });
    };
    const off = (tag: string): void => {
      this.#popover.close();
      put({ remove: [tag] });
    };
    void this.#popover.open(anchor, {
      label: say.tags,
      content: () => html`
        <form class="bulk-form" @submit=${onSubmit}>
          <label class="field"><span class="label">${say.newTag}</span><input class="input" name="tag" dir="auto" autocomplete="off" maxlength="80" /></label>
          <div class="bulk-buttons"><button class="button small primary">${say.add}</button></div>
          ${known.length > 0 ? html`<div class="bulk-tags" role="group" aria-label=${say.takeOff}><span class="label">${say.takeOff}</span>${known.slice(0, 40).map((tag) => html`<button type="button" class="button small" @click=${() => off(tag)}><bdi>${tag}</bdi>${icon(cross)}</button>`)}</div>` : nothing}
        </form>
      `,
    });
  }

  #chooseField(anchor: HTMLElement): void {
    const { fields, shown, locale } = this.#host;
    const items = fields
      .filter(
        (field) =>
          isEditable(field, shown) &&
          field.name !== 'tags' &&
          field.path !== 'name' &&
          field.path !== 'ownerId' &&
          !field.unique,
      )
      .map((field) => ({ label: labelOf(field, locale), choose: () => this.#askValue(anchor, field) }));
    void this.#menu.open(anchor, this.#say.field, [{ items }]);
  }

  #askValue(anchor: HTMLElement, field: Field): void {
    const say = this.#say;
    const { locale } = this.#host;
    let refusal: string | undefined;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const text = String(new FormData(event.currentTarget as HTMLFormElement).get('value') ?? '').trim();
      const typed = readTyped(text, field, locale, undefined);
      if ('wrong' in typed) {
        refusal = typed.wrong;
        this.#host.requestUpdate();
        return;
      }
      this.#popover.close();
      void this.#change((row) => this.#edit(row, changesFor(row, field.path, typed.value)));
    };
    const label = labelOf(field, locale);
    const type = field.valueType === 'day' ? 'date' : field.valueType === 'instant' ? 'datetime-local' : 'text';
    void this.#popover.open(anchor, {
      label: say.field,
      content: () => html`
        <form class="bulk-form" @submit=${onSubmit}>
          <label class="field">
            <span class="label">${label}</span>
            ${
              field.options && field.valueType === 'choice'
                ? html`<select class="input" name="value">${field.options.map((option) => html`<option value=${option.value}>${labelOf({ name: option.value, labels: option.labels }, locale)}</option>`)}</select>`
                : html`<input class="input" name="value" type=${type} dir="auto" autocomplete="off" aria-invalid=${refusal ? 'true' : 'false'} />`
            }
          </label>
          <div class="bulk-buttons"><button class="button small primary">${say.apply}</button></div>
        </form>
      `,
    });
  }

  async #delete(): Promise<void> {
    const { page, selectedCount, words, shown } = this.#host;
    const say = this.#say;
    if (!shown) return;
    const title = say.deleteTitle(selectedCount, words.thing, words.things);
    const asked = page?.confirm({ title, text: say.deleteText, action: say.deleteAction, tone: 'danger' }) ?? true;
    if (!(await asked)) return;
    await this.#change((row) => remove(shown.collection, row.id), say.deleted);
  }

  #edit(row: ListRow, changes: Readonly<Record<string, unknown>>): Command<unknown> {
    const edit = this.#host.shown?.edit;
    if (!edit) throw new Error('This list has no command that changes a row: give its source an `edit`.');
    return edit(row.id, changes);
  }

  async #change(
    commandFor: (row: ListRow) => Command<unknown>,
    told: (count: number) => string = this.#say.done,
  ): Promise<void> {
    if (this.#progress) return;
    const say = this.#say;
    this.#stop = new AbortController();
    this.#progress = { done: 0, total: this.#host.selectedCount };
    this.#host.requestUpdate();
    const onProgress = (progress: Progress): void => {
      this.#progress = progress;
      this.#host.requestUpdate();
    };
    const tell = (done: number, left: number): string => (left === 0 ? told(done) : say.partly(done, left));
    let outcome: Outcome;
    try {
      const rows = await this.#rows();
      outcome = await changeRows(this.#host, rows, { commandFor, tell, onProgress, signal: this.#stop.signal });
    } catch (error) {
      outcome = { done: 0, refused: [], left: 0, failure: problemOf(error) };
    }
    this.#progress = undefined;
    this.#host.announce(tell(outcome.done, outcome.left));
    if (outcome.left === 0 && !outcome.failure) this.#host.choose(NOTHING_SELECTED);
    else this.#outcome = outcome;
    this.#host.requestUpdate();
  }

  async #rows(): Promise<readonly ListRow[]> {
    const { activeStore: store, rows, selection } = this.#host;
    if (!store || !rows.asked || this.#host.selectedCount === 0) return [];
    return readOnce(store, chosenQuery(rows.asked, selection));
  }

  get #say(): BulkSentences {
    return sentencesIn(bulkMessages, this.#host.locale);
  }
}

/** The looks of {@link BulkBar}. */
export const bulkStyles: readonly CSSResult[] = [
  fieldStyles,
  progressStyles,
  refusedStyles,
  css`
    .bulk { position: absolute; inset-block-end: 56px; inset-inline: 16px; z-index: var(--kith-z-toast); display: flex; align-items: center; gap: 4px; inline-size: fit-content; max-inline-size: calc(100% - 32px); margin-inline: auto; padding: 6px; padding-inline-start: 14px; overflow-x: auto; border-radius: 10px; background: var(--kith-surface-inverse); color: var(--kith-text-inverse); box-shadow: var(--kith-shadow-overlay); white-space: nowrap; scrollbar-width: none; }
    .bulk > b { font-weight: var(--kith-weight-strong); }
    .bulk :focus-visible { outline-color: currentColor; outline-offset: -2px; }
    .bulk-all { margin-inline-start: 8px; padding: 0; border: 0; border-radius: 3px; background: none; color: inherit; text-decoration: underline; text-underline-offset: 3px; }
    .bulk-line { flex: none; inline-size: 1px; block-size: 18px; margin-inline: 8px; background: currentColor; opacity: 0.25; }
    .bulk-act { display: inline-flex; align-items: center; gap: 6px; flex: none; block-size: 28px; padding: 0 8px; border: 0; border-radius: 6px; background: none; color: inherit; font-weight: var(--kith-weight-medium); }
    .bulk-act:hover { background: color-mix(in oklch, currentColor 14%, transparent); }
    .bulk-act.square { inline-size: 28px; padding: 0; justify-content: center; }
    .bulk .progress { inline-size: 260px; }
    .bulk .progress .subtle { color: inherit; opacity: 0.8; }
    .bulk-form { display: grid; gap: 10px; inline-size: 240px; }
    .bulk-buttons { display: flex; justify-content: flex-end; }
    .bulk-tags { display: flex; flex-wrap: wrap; gap: 6px; }
    .bulk-tags > .label { flex-basis: 100%; }
    @container (max-width: 600px) {
      .bulk-act > span { display: none; }
      .bulk { inset-block-end: 72px; flex-wrap: wrap; padding-inline: 10px; }
      .bulk > .bulk-line:first-of-type { flex-basis: 100%; block-size: 0; margin: 0; }
    }
    @media (prefers-reduced-motion: no-preference) { .bulk { animation: bulk var(--kith-duration-base) var(--kith-ease-out); } }
    @keyframes bulk { from { opacity: 0; translate: 0 8px; } }
    @media (forced-colors: active) { .bulk { border: 1px solid CanvasText; } }
    @media print { .bulk, .refused { display: none; } }
  `,
];
