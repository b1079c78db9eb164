import { css, html, type TemplateResult } from 'lit';

/** An icon from parts/icons.ts. It says nothing to a screen reader: what it stands for is written or labelled beside it. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** An icon that points somewhere, turned around where people read from right to left. */
export const directionalIcon = (path: string): TemplateResult =>
  html`<svg class="icon directional" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** 16 px; inside text 14 (`.icon-small` around it), in empty states 24. */
export const iconStyles = css`
  .icon { display: block; flex: none; inline-size: var(--kith-icon); block-size: var(--kith-icon); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .icon-small > .icon { inline-size: 14px; block-size: 14px; stroke-width: 1.7; }
  .icon.directional:dir(rtl) { transform: scaleX(-1); }
`;
