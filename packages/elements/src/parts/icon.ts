import { css, html, type TemplateResult } from 'lit';

/** An icon of Kith's own: one path on the 24 grid. */
export interface Icon {
  readonly path: string;
  /** It points along the line of reading, so it is turned around where people read from right to left. */
  readonly isDirectional?: boolean;
}

/** What the page draws in place of Kith's own icons; set by `replaceIcons`. */
export const replaced: { draw?: (wanted: Icon, kinds: string) => TemplateResult | undefined } = {};

/** An icon from parts/icons.ts. It says nothing to a screen reader: what it stands for is written or labelled beside it. */
export const icon = (wanted: Icon): TemplateResult => {
  const kinds = wanted.isDirectional ? 'icon directional' : 'icon';
  return (
    replaced.draw?.(wanted, kinds) ??
    html`<svg class=${kinds} viewBox="0 0 24 24" aria-hidden="true"><path d=${wanted.path}></path></svg>`
  );
};

/** 16 px; inside text 14 (`.icon-small` around it), in empty states 24. */
export const iconStyles = css`
  .icon { display: block; flex: none; inline-size: var(--kith-icon); block-size: var(--kith-icon); fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .icon-small > .icon { inline-size: 14px; block-size: 14px; stroke-width: 1.7; }
  .icon.directional:dir(rtl) { transform: scaleX(-1); }
`;
