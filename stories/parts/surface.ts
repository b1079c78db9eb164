import {
  avatarStyles,
  badgeStyles,
  buttonStyles,
  fieldStyles,
  hueStyles,
  iconStyles,
  Menu,
  menuStyles,
  overlayStyles,
  stateStyles,
  tagStyles,
} from '@kith/elements/parts';
import { css, html, LitElement } from 'lit';

/** A surface that the parts are shown on: they are styles and small functions, and live in an element's shadow root. */
class PartsSurface extends LitElement {
  static override properties = { content: { attribute: false } };
  static override styles = [
    iconStyles,
    buttonStyles,
    fieldStyles,
    hueStyles,
    avatarStyles,
    tagStyles,
    badgeStyles,
    stateStyles,
    overlayStyles,
    menuStyles,
    css`
      :host { display: block; max-inline-size: 960px; color: var(--kith-text); font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font); }
      *, *::before, *::after { box-sizing: border-box; }
      button, input, select, textarea { margin: 0; font: inherit; color: inherit; }
      p { margin: 0; }
      .set { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-block-end: 16px; }
      .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 16px; }
      :focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: var(--kith-focus-offset); }
    `,
  ];
  declare content: (menu: Menu) => unknown;
  readonly menu = new Menu(this);

  override render() {
    return html`${this.content(this.menu)} ${this.menu.render()}`;
  }
}

if (!customElements.get('parts-surface')) customElements.define('parts-surface', PartsSurface);

/** Shows parts on a surface. */
export const surface = (content: (menu: Menu) => unknown) => html`<parts-surface .content=${content}></parts-surface>`;
