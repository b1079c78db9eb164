import { html } from 'lit';
import { drawAll } from '../base/element.js';
import { type Icon, replaced } from './icon.js';
import * as icons from './icons.js';

/** The names of Kith's icons, as `@kith/elements/parts` exports them under `icons`. */
export type IconName = keyof typeof icons;

/** How an icon is drawn. */
export interface IconDrawing {
  /** The `d` of one path; several paths may follow each other in it. */
  readonly path: string;
  /** What its path is measured in; `0 0 24 24` unless it says otherwise. */
  readonly viewBox?: string;
  /** Areas rather than lines, as in Material's or Fluent's sets. */
  readonly isFilled?: boolean;
}

const drawings = new Map<Icon, IconDrawing>();

/**
 * Draws icons of the page's own set in place of Kith's, one by one and in every element: those that stand on the page are
 * drawn anew. `undefined` gives one back. An icon that points somewhere is still mirrored where people read from right to left.
 * Only who calls this carries the whole set: elements carry the icons they draw.
 *
 *     replaceIcons({ plus: { path: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6v2z', isFilled: true } });
 */
export function replaceIcons(changes: { readonly [Name in IconName]?: IconDrawing | undefined }): void {
  for (const [name, icon] of Object.entries(icons)) {
    const drawing = changes[name as IconName];
    if (drawing) drawings.set(icon, drawing);
    else if (name in changes) drawings.delete(icon);
  }
  replaced.draw = (wanted, kinds) => {
    const drawing = drawings.get(wanted);
    if (!drawing) return undefined;
    const { path, viewBox = '0 0 24 24', isFilled } = drawing;
    const [fill, stroke] = isFilled ? ['currentColor', 'none'] : ['none', 'currentColor'];
    return html`<svg class=${kinds} viewBox=${viewBox} aria-hidden="true"><path fill=${fill} stroke=${stroke} d=${path}></path></svg>`;
  };
  drawAll();
}
