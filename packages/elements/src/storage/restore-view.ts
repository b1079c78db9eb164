import type { Instant } from '@kith/core';
import type { BackupHeader } from '@kith/store/backup';
import { css, html, type LitElement, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import { icon } from '../parts/icon.js';
import { check, warning } from '../parts/icons/shown.js';
import { backupMessages } from './backup.messages.js';
import { bytesText } from './bytes.js';
import type { CheckedBackup, Restoring } from './restoring.js';
import { rowCount, rowsOfKinds } from './rows-of-kinds.js';

/** Gives an element the looks of what follows. */
export const styleRestore = (host: LitElement): void => addStyles(host, restoreStyles);

/** What a backup that is whole needs besides itself. */
export interface CheckedOptions {
  readonly locale: Locale;
  readonly restore: () => void;
  readonly forget: () => void;
}

/** What is in a backup, what becomes of the book, and the two ways to go on. Fetched when a file is chosen. */
export function checkedBackup({ file, header }: CheckedBackup, options: CheckedOptions): TemplateResult {
  const { locale } = options;
  const say = sentencesIn(backupMessages, locale);
  return html`
    <div class="outcome">
      <p class="outcome-head">${icon(check)}<b>${say.checked}</b></p>
      <p class="muted"><bdi>${file.name}</bdi> · <bdi>${bytesText(file.size, locale.lang)}</bdi> · <bdi>${say.madeAt(locale.format.instant(header.made as Instant))}</bdi></p>
      <table class="kinds">
        <thead class="unseen"><tr><th scope="col">${say.kind}</th><th scope="col">${say.count}</th></tr></thead>
        <tbody>
          ${namedRows(header, say.kinds).map(({ name, count }) => html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${locale.format.number(count)}</td></tr>`)}
        </tbody>
        <tfoot><tr><th scope="row">${say.total}</th><td>${locale.format.number(rowCount(header))}</td></tr></tfoot>
      </table>
    </div>
    ${banner('warning', warning, say.warning)}
    <p class="row wrap">
      <button type="button" class="button danger" @click=${options.restore}>${say.restore}</button>
      <button type="button" class="button" @click=${options.forget}>${say.cancel}</button>
    </p>
  `;
}

/** How it ended: restored, refused, or failed. */
export function restoreOutcome(
  ended: Extract<Restoring, { step: 'restored' | 'refused' | 'failed' }>,
  locale: Locale,
): TemplateResult {
  const say = sentencesIn(backupMessages, locale);
  switch (ended.step) {
    case 'restored':
      return html`
        <div class="outcome">
          <p class="outcome-head">${icon(check)}<b>${say.restored}</b></p>
          <p class="muted">${say.restoredText(say.rows(rowCount(ended.header)), locale.format.instant(ended.header.made as Instant))}</p>
        </div>
      `;
    case 'refused':
      return complaint(
        html`<b><bdi>${ended.file.name}</bdi></b> ${problemText(ended.problem, locale)} ${say.nothingChanged}`,
      );
    case 'failed': {
      // Where the storage did not answer, it may have written all the same.
      const isCertain = ended.problem.code !== 'store/unavailable';
      return complaint(
        html`<b>${say.restoreFailed}</b> ${problemText(ended.problem, locale)} ${isCertain ? say.nothingChanged : say.mayHaveChanged}`,
      );
    }
  }
}

const complaint = (content: TemplateResult): TemplateResult =>
  html`<div role="alert">${banner('negative', warning, content)}</div>`;

/** The kinds that people know in their order, then whatever else is in the file by its own name. */
function namedRows(
  header: BackupHeader,
  names: Readonly<Record<string, string>>,
): readonly { readonly name: string; readonly count: number }[] {
  const order = Object.keys(names);
  const place = (kind: string): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return rowsOfKinds(header)
    .toSorted((left, right) => place(left.kind) - place(right.kind))
    .map(({ kind, count }) => ({ name: names[kind] ?? kind, count }));
}

const restoreStyles = css`
  .kinds { inline-size: 100%; max-inline-size: 320px; margin-block-start: 8px; border-collapse: collapse; }
  .kinds :is(th, td) { padding-block: 4px; text-align: start; font-weight: var(--kith-weight); overflow-wrap: anywhere; }
  .kinds td { text-align: end; font-variant-numeric: tabular-nums; }
  .kinds tr + tr, .kinds tfoot tr { border-block-start: 1px solid var(--kith-border); }
  .kinds tfoot :is(th, td) { font-weight: var(--kith-weight-medium); }
`;
