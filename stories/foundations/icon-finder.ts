import { emptyState, icon, iconStyles, icons, stateStyles } from '@kith/elements/parts';
import { css, html, LitElement } from 'lit';

/** The icon set, with a search; a click copies the name. */
export class IconFinder extends LitElement {
  static override properties = { wanted: { state: true }, copied: { state: true } };
  static override styles = [
    iconStyles,
    stateStyles,
    css`
      :host { display: block; color: var(--kith-text); font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font); }
      input { inline-size: min(100%, 320px); block-size: var(--kith-control); margin-block-end: var(--kith-space-5); padding-inline: 10px; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-md); background: var(--kith-surface); color: inherit; font: inherit; box-sizing: border-box; }
      :focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: var(--kith-focus-offset); }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(108px, 1fr)); gap: var(--kith-space-2); margin: 0; padding: 0; list-style: none; }
      button { display: grid; justify-items: center; gap: 10px; inline-size: 100%; padding: 18px 4px 12px; border: 1px solid transparent; border-radius: var(--kith-radius-lg); background: none; color: inherit; font: inherit; }
      button:hover { border-color: var(--kith-border); background: var(--kith-hover); }
      button > .icon { inline-size: 24px; block-size: 24px; }
      button > span { color: var(--kith-text-muted); font-size: var(--kith-size-xs); overflow-wrap: anywhere; }
      p { margin: 0 0 var(--kith-space-4); min-block-size: 1.45em; color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
    `,
  ];
  declare wanted: string;
  declare copied: string;

  constructor() {
    super();
    this.wanted = '';
    this.copied = '';
  }

  override render() {
    const found = Object.entries(icons).filter(([name]) => name.toLowerCase().includes(this.wanted.toLowerCase()));
    return html`
      <input type="search" placeholder="Find an icon" aria-label="Find an icon" .value=${this.wanted} @input=${(
        event: Event,
      ) => {
        this.wanted = (event.currentTarget as HTMLInputElement).value.trim();
      }} />
      <p role="status">${this.copied ? `“${this.copied}” is in the clipboard.` : `${found.length} icons. A click copies the name.`}</p>
      ${
        found.length === 0
          ? emptyState({ icon: icons.search, title: 'No icon of this name', text: `Nothing matches “${this.wanted}”.` })
          : html`<ul>
              ${found.map(
                ([name, each]) =>
                  html`<li><button @click=${() => this.#copy(name)}>${icon(each)}<span>${name}</span></button></li>`,
              )}
            </ul>`
      }
    `;
  }

  async #copy(name: string): Promise<void> {
    await navigator.clipboard.writeText(name);
    this.copied = name;
  }
}

if (!customElements.get('icon-finder')) customElements.define('icon-finder', IconFinder);
