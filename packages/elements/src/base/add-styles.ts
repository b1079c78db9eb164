import type { CSSResult, ReactiveElement } from 'lit';

/** Gives an element the looks of a part that was fetched after it was drawn. Giving them twice does no harm. */
export function addStyles(element: Pick<ReactiveElement, 'renderRoot'>, ...styles: readonly CSSResult[]): void {
  const root = element.renderRoot as ShadowRoot;
  for (const { styleSheet } of styles)
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
