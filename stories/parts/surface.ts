import { defineElement, KithElement } from '@kith/elements';
import * as parts from '@kith/elements/parts';
import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { baseStyles } from '../../packages/elements/src/base/styles.js';

/** A surface that the parts are shown on: they are templates, styles and controllers, and live in an element's shadow root. */
export class PartsSurface extends KithElement {
  static override readonly tag = 'surface';
  static override properties = { content: { attribute: false } };
  static override styles = [
    baseStyles,
    ...Object.entries(parts).flatMap(([name, part]) => (name.endsWith('Styles') ? [part as CSSResultGroup] : [])),
    css`
      :host { max-inline-size: 960px; }
      .set { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-block-end: 16px; }
      .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr)); gap: 16px; max-inline-size: 720px; }
      .narrow { display: grid; gap: 16px; max-inline-size: 320px; }
    `,
  ];
  declare content: (surface: PartsSurface) => unknown;
  readonly menu = new parts.Menu(this);
  readonly popovers = new parts.Popover(this);
  readonly modal = new parts.Modal(this);
  readonly tooltips = new parts.Tooltips(this);
  readonly toasts = new parts.Toasts(this);

  protected override render(): TemplateResult {
    return html`
      ${this.content(this)} ${this.menu.render()} ${this.popovers.render()} ${this.modal.render()} ${this.tooltips.render()}
      ${this.toasts.render({ dismiss: 'Dismiss', notifications: 'Notifications' })}
    `;
  }
}

defineElement(PartsSurface, { prefix: 'parts' });

/** Shows parts on a surface. */
export const surface = (content: (surface: PartsSurface) => unknown): TemplateResult =>
  html`<parts-surface .content=${content}></parts-surface>`;

/** The surface of a story, once it is drawn. */
export async function drawn(canvas: HTMLElement): Promise<PartsSurface> {
  const found = canvas.querySelector('parts-surface') as PartsSurface;
  await found.updateComplete;
  return found;
}

/**
 * What the page of a part or an element says: what it is for, and when to take it and when not. With a height, its stories
 * stand in windows of their own that high: each is a page, with its own connection, language and focus. Their code is that
 * of the story; where one stands in the page itself, what it comes to (`onItsPage`).
 */
export const guidance = (what: string, dos: readonly string[], donts: readonly string[], height?: number) => ({
  docs: {
    description: {
      component: [what, '**Do**', list(dos), '**Don’t**', list(donts)].join('\n\n'),
    },
    source: { type: 'code' },
    ...(height && { story: { inline: false, height: `${height}px` } }),
  },
});

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
