import { drawAll } from '../base/element.js';
import { type IconDrawing, replacements } from './icon.js';

/** The names of Kith's icons, as `@kith/elements/parts` exports them under `icons`. */
export type IconName = keyof typeof import('./icons.js');

/**
 * Draws icons of the page's own set in place of Kith's, one by one and in every element: those that stand on the page are
 * drawn anew. `undefined` gives one back. An icon that points somewhere is still mirrored where people read from right to left.
 *
 *     replaceIcons({ plus: { path: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6v2z', isFilled: true } });
 */
export function replaceIcons(drawings: { readonly [Name in IconName]?: IconDrawing | undefined }): void {
  for (const [name, drawing] of Object.entries(drawings)) {
    if (drawing) replacements.set(name, drawing);
    else replacements.delete(name);
  }
  drawAll();
}
