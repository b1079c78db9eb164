import { type CSSResultGroup, css } from 'lit';
import { baseStyles } from '../base/styles.js';
import { avatarStyles } from '../parts/avatar.js';
import { bannerStyles } from '../parts/banner.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { countStyles } from '../parts/count.styles.js';
import { hueStyles } from '../parts/hue.styles.js';
import { iconStyles } from '../parts/icon.js';
import { tagStyles } from '../parts/tag.js';
import { waitingStyles } from '../parts/waiting.js';
import { cardStyles } from './card.js';
import { cellStyles } from './cell-view.js';
import { columnStyles } from './column-view.js';
import { stagePieStyles } from './stage-pie.js';

/** The frame of the board: its head and the row of columns. */
const frameStyles = css`
  /* Its cards never make it taller: a page that gives it no height, or all the height it wants, would draw every card. */
  :host { container-type: size; position: relative; block-size: clamp(360px, 86dvh, 1040px); min-block-size: 240px; }
  .board { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); gap: 12px; block-size: 100%; }
  .tools { min-block-size: 28px; min-inline-size: 0; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 20px; min-inline-size: 0; }
  .top-name { font-size: var(--kith-size-xl); font-weight: 600; letter-spacing: var(--kith-tracking-tight); line-height: var(--kith-leading-tight); overflow-wrap: anywhere; }
  .top-name:lang(ar, zh, ja, ko) { letter-spacing: normal; }
  .top-sums { display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .top-sums b { font-size: var(--kith-size-md); font-weight: 600; color: var(--kith-text); }
  .top-actions { display: flex; gap: 8px; }
  .columns {
    display: grid; grid-auto-flow: column; --column: max(212px, 16.4em); grid-template-columns: var(--columns); grid-auto-columns: minmax(var(--column), 1fr); grid-template-rows: auto minmax(0, 1fr); column-gap: 8px;
    position: relative; overflow-x: auto; overflow-y: hidden; overscroll-behavior-inline: contain; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent;
  }
  @container (max-width: 600px) {
    .columns { --column: min(78cqi, 300px); scroll-snap-type: inline proximity; }
    .column { scroll-snap-align: start; }
    .top { gap: 12px; }
    .top > .grow { display: none; }
    .top-sums { order: 1; flex: 1 1 100%; }
    .top-actions { margin-inline-start: auto; }
  }
`;

/** All that a board looks like before anybody does something. */
export const boardLooks: CSSResultGroup = [
  baseStyles,
  iconStyles,
  plainButtonStyles,
  hueStyles,
  tagStyles,
  countStyles,
  avatarStyles,
  waitingStyles,
  bannerStyles,
  stagePieStyles,
  cardStyles,
  cellStyles,
  columnStyles,
  frameStyles,
];
