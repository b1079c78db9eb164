import type { Id } from '@kith/core';
import type { OpenSegments } from '@kith/store/segments';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.js';
import { users } from '../parts/icons/tools.js';
import { panel } from '../parts/panel.js';
import type { RecordSentences } from './messages.js';
import type { RecordCard } from './record-card.js';

/** Which segments a record is in, now and whenever that changes. */
export class SegmentsPanel implements ReactiveController {
  readonly #host: RecordCard;
  readonly #ask: () => { readonly open: OpenSegments; readonly of: string; readonly id: string } | undefined;
  #ids: readonly Id<'segment'>[] | undefined;
  #asked: readonly unknown[] = [];
  #end: (() => void) | undefined;

  constructor(
    host: RecordCard,
    ask: () => { readonly open: OpenSegments; readonly of: string; readonly id: string } | undefined,
  ) {
    this.#host = host;
    this.#ask = ask;
    host.addController(this);
  }

  hostUpdate(): void {
    const asked = this.#ask();
    const key = asked ? [asked.open, asked.of, asked.id] : [];
    if (key.length === this.#asked.length && key.every((each, at) => each === this.#asked[at])) return;
    this.hostDisconnected();
    this.#asked = key;
    if (!asked) return;
    const subscription = asked.open.segmentsOf$(asked.of, asked.id).subscribe({
      next: (ids) => {
        this.#ids = ids;
        this.#host.requestUpdate();
      },
      // Segments that cannot be worked out are left out; the record itself tells that storage fails.
      error: () => {
        this.#ids = undefined;
      },
    });
    this.#end = () => subscription.unsubscribe();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
    this.#ids = undefined;
    this.#asked = [];
  }

  render(say: RecordSentences): TemplateResult | typeof nothing {
    const open = this.#ask()?.open;
    // Who may read no segments is not told that there are any.
    if (!open || !this.#ids || !this.#host.sight.reads('segments')) return nothing;
    const names = this.#ids
      .flatMap((id) => open.segment(id)?.name ?? [])
      .toSorted((a, b) => a.localeCompare(b, this.#host.locale.lang));
    return panel({
      title: say.segments,
      part: 'segments',
      body:
        names.length === 0
          ? html`<p class="panel-note">${say.noSegments}</p>`
          : html`<ul class="tags panel-tags">${names.map((name) => html`<li><span class="badge plain icon-small">${icon(users)}<bdi>${name}</bdi></span></li>`)}</ul>`,
    });
  }
}
