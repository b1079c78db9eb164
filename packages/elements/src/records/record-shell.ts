import { html, type TemplateResult } from 'lit';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { OnLine } from '../base/on-line.js';
import { banner } from '../parts/banner.js';
import type { Icon } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { drawLater } from '../parts/nest-later.js';
import { type Reading, type RecordStateSentences, recordState } from '../parts/record-state.js';
import type { RecordCard } from './record-card.js';
import { recordSkeleton } from './skeleton.js';
import { recordStateMessages } from './state.messages.js';

/** Below this width, in pixels, a card is compact. */
const COMPACT_WIDTH = 480;

/** One of the two ways to show a record; each is fetched where it is shown. */
export interface RecordLayout<Row> {
  /** What it reads besides the record. */
  readonly readings: readonly Reading[];
  render(row: Row): TemplateResult;
}

/** What a shell needs to know of its card. */
export interface RecordShellOptions<Row> {
  readonly record: Reading & { readonly value: Row | undefined };
  readonly id: () => string | undefined;
  /** `compact` or `full`, or by the width of the element. */
  readonly layout: () => 'auto' | 'compact' | 'full';
  readonly shape: Icon;
  readonly compact: () => Promise<RecordLayout<Row>>;
  readonly full: () => Promise<RecordLayout<Row>>;
}

/**
 * What every record's card is before it shows anything: which of its two layouts there is room for, and the states in which
 * there is no record: on its way, not there, gone before somebody's eyes, unreadable, and without a connection.
 */
export class RecordShell<Row> {
  readonly #card: RecordCard;
  readonly #options: RecordShellOptions<Row>;
  readonly #narrow: NarrowerThan;
  readonly #onLine: OnLine;
  readonly #compact: Later<RecordLayout<Row>>;
  readonly #full: Later<RecordLayout<Row>>;
  /** The record that was there: if it is not any more, it has gone. */
  #seen: string | undefined;

  constructor(card: RecordCard, options: RecordShellOptions<Row>) {
    this.#card = card;
    this.#options = options;
    this.#narrow = new NarrowerThan(card, COMPACT_WIDTH);
    this.#onLine = new OnLine(card);
    this.#compact = new Later(card, options.compact);
    this.#full = new Later(card, options.full);
  }

  get isCompact(): boolean {
    const layout = this.#options.layout();
    return layout === 'compact' || (layout === 'auto' && this.#narrow.value === true);
  }

  /** Fetches the layout while the record is read. */
  prepare(): void {
    void this.#layout.load();
  }

  render(say: RecordStateSentences): TemplateResult {
    const { record, id, shape } = this.#options;
    const layout = this.#layout;
    if (record.status === 'ready' && record.value !== undefined) this.#seen = id();
    const words = sentencesIn(recordStateMessages, this.#card.locale);
    const isGone = id() !== undefined && this.#seen === id();
    const pending = recordState(
      { record, others: layout.value?.readings ?? [] },
      isGone ? { ...say, missingTitle: words.goneTitle, missingText: words.goneText } : say,
      recordSkeleton,
      shape,
    );
    const { value } = record;
    if (pending || value === undefined) return pending ?? html``;
    return html`
      ${this.#onLine.value ? '' : html`<div class="record-notice" role="status">${banner('warning', offline, words.offline)}</div>`}
      ${drawLater(this.#card, layout, (view) => view.render(value))}
    `;
  }

  get #layout(): Later<RecordLayout<Row>> {
    return this.isCompact ? this.#compact : this.#full;
  }
}
