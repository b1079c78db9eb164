import { sheetText } from './sheet-text.js';

let sheet: CSSStyleSheet | undefined;

/**
 * Gives a document or shadow root the design tokens, once. In a cascade layer, so that whatever the page says about
 * `--kith-*` wins; as a constructed sheet, so that a strict content security policy has nothing to object to.
 * `<kith-app>` calls it; a page that links `@kith/elements/tokens.css` does not need it.
 */
export function installTokens(root: Document | ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer kith{${sheetText}}`);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
