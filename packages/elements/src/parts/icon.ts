import { css, html, type TemplateResult } from 'lit';

/** How an icon is drawn. */
export interface IconDrawing {
  /** The `d` of one path; several paths may follow each other in it. */
  readonly path: string;
  /** What its path is measured in; `0 0 24 24` unless it says otherwise. */
  readonly viewBox?: string;
  /** Areas rather than lines, as in Material's or Fluent's sets. */
  readonly isFilled?: boolean;
}

/** An icon by the name a host may replace it under. */
export interface Icon extends IconDrawing {
  readonly name: string;
  /** It points along the line of reading, so it is turned around where people read from right to left. */
  readonly isDirectional?: boolean;
}

/** What the page draws in place of Kith's own icons, by their names; filled by `replaceIcons`. */
export const replacements = new Map<string, IconDrawing>();

/** An icon from parts/icons.ts. It says nothing to a screen reader: what it stands for is written or labelled beside it. */
export const icon = (wanted: Icon): TemplateResult => {
  const { path, viewBox = '0 0 24 24', isFilled } = replacements.get(wanted.name) ?? wanted;
  const kinds = `icon${wanted.isDirectional ? ' directional' : ''}${isFilled ? ' filled' : ''}`;
  return html`<svg class=${kinds} viewBox=${viewBox} aria-hidden="true"><path d=${path}></path></svg>`;
};

/** 16 px; inside text 14 (`.icon-small` around it), in empty states 24. */
export const iconStyles = css`
  .icon { display: block; flex: none; inline-size: var(--kith-icon); block-size: var(--kith-icon); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .icon.filled { fill: currentColor; stroke: none; }
  .icon-small > .icon { inline-size: 14px; block-size: 14px; stroke-width: 1.7; }
  .icon.directional:dir(rtl) { transform: scaleX(-1); }
`;
