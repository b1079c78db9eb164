import type { BoardHost } from './board-host.js';
import { elementOf } from './board-places.js';

/** Puts the focus on a card, wherever it lies: brings it into sight first, and waits until it is drawn. */
export class CardFocus {
  /** The row whose card is to have the focus. */
  wanted: string | undefined;
  readonly #host: BoardHost;

  constructor(host: BoardHost) {
    this.#host = host;
  }

  /** Before drawing: sees to it that the card is drawn, and in sight. */
  bring(): void {
    const found = this.#host.find(this.wanted);
    if (!found) return;
    const { row, cell } = found;
    cell.activeId = row.id;
    if (cell.lane !== undefined) this.#host.laning?.reveal(cell.lane);
    cell.reveal(cell.indexOf(row.id));
  }

  /** After drawing: focuses the card, if it is there. */
  take(): void {
    const found = this.#host.find(this.wanted);
    const selector = `[data-card="${CSS.escape(found?.row.id ?? '')}"] .card-title`;
    const title = found && this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!title) return;
    this.wanted = undefined;
    title.focus({ preventScroll: true });
    elementOf(this.#host, found.cell.column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
