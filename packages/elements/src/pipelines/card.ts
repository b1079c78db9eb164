import { type Day, daysBetween, type Money, rottingDays, type Stage } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { avatar } from '../parts/avatar.js';
import { type Icon, icon } from '../parts/icon.js';
import { cross } from '../parts/icons/heads.js';
import { check, hourglass, mail, more, phone, task, video, warning } from '../parts/icons/shown.js';
import { tag } from '../parts/tag.js';
import type { BoardRow } from './board-source.js';
import type { BoardSentences, NextStepKind } from './messages.js';

/** What a page draws on a card in place of what stands below its name. */
export type CardRenderer = (row: BoardRow, card: CardContent) => unknown;

/** Everything a card shows. */
export interface CardContent {
  readonly row: BoardRow;
  readonly stage: Stage;
  readonly title: string;
  /** Below the title: a company, a contact, any text; undefined where cards have no such line. */
  readonly about: string | undefined;
  readonly hasAbout: boolean;
  readonly amount: Money | undefined;
  readonly hasAmount: boolean;
  /** Whether a card without a next step says so, unless it is on hold. */
  readonly hasNextStep: boolean;
  readonly owner: string | undefined;
  readonly renderer: CardRenderer | undefined;
}

/** How a card stands: `isActive` ones can be reached by Tab, and there is one in each column. */
export interface CardState {
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Somebody has to say first whether it may go where it was put. */
  readonly isWaiting: boolean;
}

const stepIcons: Readonly<Record<NextStepKind, Icon>> = { call: phone, email: mail, meeting: video, task };

/** How many tags a card has room for; the others are counted. */
const TAGS = 2;

/** The inside of a card. */
export function cardView(card: CardContent, state: CardState, locale: Locale, say: BoardSentences): TemplateResult {
  const { row, title, renderer } = card;
  const tabindex = state.isActive ? 0 : -1;
  return html`
    <button type="button" class="card-title" tabindex=${tabindex} aria-describedby="about-${row.id}"><bdi>${title}</bdi></button>
    <div class="card-about" id="about-${row.id}">
      ${state.isSelected ? html`<span class="unseen">${say.selected}</span>` : nothing}
      ${renderer ? renderer(row, card) : aboutView(card, locale, say)}
    </div>
    ${
      state.isWaiting
        ? html`<span class="card-wait spinner" title=${say.waiting}></span>`
        : html`<button type="button" class="card-menu" tabindex=${tabindex} aria-haspopup="menu" aria-label=${say.moveDeal(title)} title=${say.move}>${icon(more)}</button>`
    }
  `;
}

function aboutView(card: CardContent, locale: Locale, say: BoardSentences): TemplateResult {
  const { row, stage, owner } = card;
  const { format } = locale;
  const rotting = rottingDays(row, stage, locale.now());
  const tags = row.tags ?? [];
  return html`
    ${card.hasAbout ? html`<p class="card-company truncate"><bdi>${card.about ?? '\u00a0'}</bdi></p>` : nothing}
    ${
      card.hasAmount || tags.length > 0
        ? html`
          <div class="card-middle">
            ${card.hasAmount ? html`<span class="card-amount number">${card.amount ? format.money(card.amount) : '–'}</span>` : nothing}
            ${tags.slice(0, TAGS).map(tag)}${tags.length > TAGS ? html`<span class="card-more-tags">+${tags.length - TAGS}</span>` : nothing}
          </div>
        `
        : nothing
    }
    <div class="card-foot icon-small">
      ${(card.hasNextStep && stage.type !== 'hold') || row.nextStep ? nextView(row, locale, say) : nothing}
      ${rotting === undefined ? nothing : html`<span class="card-rotting icon-small" title=${say.rotting(rotting)}>${icon(hourglass)}<bdi>${say.days(rotting)}</bdi></span>`}
      <span class="grow"></span>
      ${row.ownerId && owner ? avatar({ id: row.ownerId, name: owner, size: 20, label: say.owner(owner) }, format) : nothing}
    </div>
  `;
}

function nextView(row: BoardRow, { format }: Locale, say: BoardSentences): TemplateResult {
  const line = (shape: Icon, text: string, tone = ''): TemplateResult =>
    html`<span class="card-next icon-small ${tone}">${icon(shape)}<bdi class="truncate">${text}</bdi></span>`;
  switch (row.status) {
    case 'won':
      return line(check, row.actualCloseDay ? say.wonOn(format.day(row.actualCloseDay)) : '');
    case 'lost':
      return line(cross, row.actualCloseDay ? say.lostOn(format.day(row.actualCloseDay)) : '');
    case 'open': {
      const step = row.nextStep;
      if (!step) return line(warning, say.noNextStep);
      const late = step.day ? daysBetween(step.day, format.today()) : 0;
      return late > 0
        ? line(stepIcons[step.kind], say.overdue(step.kind, late), 'late')
        : line(stepIcons[step.kind], say.nextStep(step.kind, step.day && nearDay(step.day, format)));
    }
  }
}

/** Today and tomorrow in words, other days by their date. */
const nearDay = (day: Day, format: Locale['format']): string =>
  daysBetween(format.today(), day) <= 1 ? format.relative(day) : format.day(day);

/** The looks of {@link cardView} in a `.card`. */
export const cardStyles = css`
  .card.selected { border-color: var(--kith-accent); background: var(--kith-accent-subtle); }
  .card {
    position: relative; display: grid; padding: var(--kith-card-y) var(--kith-card-x); border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md);
    background: var(--kith-surface-raised); box-shadow: var(--kith-shadow-card); text-align: start; user-select: none; -webkit-touch-callout: none; cursor: default;
  }
  .card:hover { border-color: var(--kith-border-strong); }
  .card-title {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; padding: 0; border: 0; background: none; color: inherit;
    font-weight: var(--kith-weight-medium); line-height: 1.35; text-align: start; overflow-wrap: anywhere; text-wrap: balance; outline: none; cursor: inherit;
  }
  .card-title::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
  .card:has(> .card-title:focus-visible) { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: 0; }
  .card-about { min-inline-size: 0; }
  .card-company { margin-block-start: 1px; font-size: var(--kith-size-sm); color: var(--kith-text-muted); }
  .card-middle { display: flex; align-items: center; gap: 4px; min-block-size: 20px; margin-block: 8px; overflow: hidden; }
  .card-amount { flex: none; margin-inline-end: 4px; font-weight: 600; }
  .card-middle .tag { flex: 0 1 auto; min-inline-size: 28px; min-block-size: 18px; padding-inline: 6px; }
  .card-more-tags { flex: none; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); }
  .card-foot { display: flex; align-items: center; gap: 8px; min-block-size: 20px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); white-space: nowrap; }
  .card-company + .card-foot { margin-block-start: 4px; }
  .card-next, .card-rotting { display: flex; align-items: center; gap: 4px; min-inline-size: 0; }
  .card-rotting { flex: none; color: var(--kith-warning-text); font-variant-numeric: tabular-nums; }
  .card-next.late { color: var(--kith-negative-text); }
  .card-menu {
    position: absolute; inset-block-start: 6px; inset-inline-end: 6px; display: grid; place-items: center; inline-size: 24px; block-size: 24px; padding: 0;
    border: 0; border-radius: 5px; background: linear-gradient(var(--kith-hover), var(--kith-hover)), var(--kith-surface-raised); color: var(--kith-text-muted); opacity: 0;
  }
  .card:hover > .card-menu, .card:focus-within > .card-menu, .card-menu:focus-visible, .card-menu[aria-expanded='true'] { opacity: 1; }
  .card-menu:hover { background-image: linear-gradient(var(--kith-pressed), var(--kith-pressed)); color: var(--kith-text); }
  .card-menu:focus-visible { outline-offset: -1px; }
  @media (pointer: coarse) {
    .card-menu { inset-block-start: 2px; inset-inline-end: 2px; inline-size: 40px; block-size: 36px; background: none; opacity: 1; }
    .card-title { padding-inline-end: 28px; }
  }
`;
