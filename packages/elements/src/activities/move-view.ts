import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { arrowRight } from '../parts/icons/tools.js';
import { recordLink, recordLinkStyles } from '../parts/record-link.js';
import type { MoveEntry } from './entry.js';
import { type Drawn, type EntryView, entryFrame, who } from './entry-view.js';
import { moveMessages } from './move-view.messages.js';
import { moment } from './when.js';

/** Gives a timeline the looks of what follows. */
export const styleMoves = (host: LitElement): void => addStyles(host, recordLinkStyles, moveStyles);

/**
 * A deal that came into a stage: by whom, which deal, from where to where, and what it brought or why it was lost. With
 * `isNamed` the deal stands there as a link; on its own timeline it would only say what everybody knows. Fetched for a
 * timeline that has deals.
 */
export function moveEntry(entry: MoveEntry, drawn: Drawn, isNamed: boolean, view: EntryView): TemplateResult {
  const { locale } = view;
  const say = sentencesIn(moveMessages, locale);
  const { deal, move, from, to, value, reason } = entry;
  return entryFrame(
    entry,
    '',
    drawn,
    view,
    html`
      <p class="line">${who(view.nameOf(entry.by), say.did[move], say.alone[move])}${moment(entry.at, drawn.day, locale, view.say)}</p>
      <div class="move">
        ${isNamed ? recordLink('deal', deal.id, deal.name) : nothing}
        <p class="stages icon-small">
          ${from ? html`<span class="badge plain"><bdi>${from.name}</bdi></span>${icon(arrowRight)}<span class="unseen"> ${say.to} </span>` : nothing}
          <span class="badge plain ${TONES[to.type]}"><bdi>${to.name}</bdi></span>
        </p>
        ${value ? html`<span class="number">${locale.format.money(value)}</span>` : nothing}
      </div>
      ${reason ? html`<p class="muted"><bdi>${reason}</bdi></p>` : nothing}
    `,
  );
}

/** A loss is no mistake: it is not red. */
const TONES = { open: 'accent', won: 'positive', lost: '', hold: '' } as const;

const moveStyles = css`
  .move { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: center; margin-block-start: 2px; }
  .move > .number { font-weight: var(--kith-weight-medium); color: var(--kith-positive-text); }
  .stages { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; color: var(--kith-text-subtle); }
  .stages > .badge { max-inline-size: 100%; min-block-size: 20px; block-size: auto; overflow: hidden; }
`;
