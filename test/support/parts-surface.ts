import { KithElement } from '@kith/elements';
import * as parts from '@kith/elements/parts';
import { fixture, html } from '@open-wc/testing';
import { defineElement } from '../../packages/elements/src/base/define-element.js';
import { baseStyles } from '../../packages/elements/src/base/styles.js';

/** An element that shows parts, as the elements of Kith do. */
export class PartsSurface extends KithElement {
  static override readonly tag = 'parts-surface';
  static override styles = [
    baseStyles,
    parts.iconStyles,
    parts.buttonStyles,
    parts.fieldStyles,
    parts.checkStyles,
    parts.chipStyles,
    parts.hueStyles,
    parts.tagStyles,
    parts.removableTagStyles,
    parts.badgeStyles,
    parts.overlayStyles,
    parts.menuStyles,
    parts.popoverStyles,
    parts.progressStyles,
    parts.modalStyles,
    parts.tooltipStyles,
    parts.tabStyles,
    parts.tableStyles,
    parts.busyButtonStyles,
    parts.dayRangeStyles,
    parts.avatarStyles,
    parts.avatarStackStyles,
  ];
  content: () => unknown = () => '';

  protected override render(): unknown {
    return this.content();
  }

  /** The one element that fits a selector. */
  find<Found extends Element = HTMLElement>(selector: string): Found {
    const found = this.renderRoot.querySelectorAll<Found>(selector);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements fit ${selector}.`);
    return found[0];
  }

  /** What has the focus in it. */
  get focused(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }
}

defineElement(PartsSurface, { prefix: 'test' });

/** Shows parts on a surface; `content` gets it, for the parts that are controllers. */
export async function showParts(content: (surface: PartsSurface) => unknown, lang = 'en'): Promise<PartsSurface> {
  const surface = document.createElement('test-parts-surface') as PartsSurface;
  surface.content = () => content(surface);
  surface.lang = lang;
  await fixture(html`<div>${surface}</div>`);
  await surface.updateComplete;
  return surface;
}
