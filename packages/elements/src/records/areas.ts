import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { tabStyles, tabs } from '../parts/tabs.js';

/** Below this width, in pixels, the areas of a record are tabs. */
const TABS_WIDTH = 720;

/** One of the areas of a record: a column where there is room, a tab where there is not. */
export interface Area {
  readonly id: 'facts' | 'timeline' | 'aside';
  readonly label: string;
  readonly count?: string | undefined;
  readonly content: unknown;
}

/**
 * The areas of a record, beside each other or behind tabs, by the width of the element. All of them are drawn: going to
 * another tab is instant, what was typed stays, and on paper all of them stand below each other.
 */
export class Areas {
  readonly #host: LitElement;
  readonly #narrow: NarrowerThan;
  #selected: string = 'facts';

  constructor(host: LitElement) {
    this.#host = host;
    this.#narrow = new NarrowerThan(host, TABS_WIDTH);
    addStyles(host, tabStyles, areaStyles);
  }

  /** Shows an area, where only one of them is. */
  select(id: Area['id']): void {
    this.#selected = id;
    this.#host.requestUpdate();
  }

  render(areas: readonly Area[], label: string): TemplateResult {
    const isTabs = this.#narrow.value === true && areas.length > 1;
    const selected = areas.some(({ id }) => id === this.#selected) ? this.#selected : (areas[0]?.id ?? '');
    const onSelect = (id: string): void => this.select(id as Area['id']);
    return html`
      ${isTabs ? html`<div class="area-tabs" part="tabs">${tabs({ label, tabs: areas, selected, onSelect })}</div>` : nothing}
      <div class="areas ${areas.length === 1 ? 'single' : ''}">
        ${areas.map(
          ({ id, content }) => html`
            <div
              class="area ${id} ${isTabs && id !== selected ? 'away' : ''}" id="panel-${id}" role=${isTabs ? 'tabpanel' : nothing}
              tabindex=${isTabs ? '0' : nothing} aria-labelledby=${isTabs ? `tab-${id}` : nothing}
            >${content}</div>
          `,
        )}
      </div>
    `;
  }
}

/** The looks of {@link Areas}. */
const areaStyles = css`
  .areas { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); align-items: start; }
  .area { min-inline-size: 0; }
  .facts, .aside { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); }
  .area:focus-visible { outline-offset: 2px; border-radius: var(--kith-radius-lg); }
  .area-tabs { position: sticky; inset-block-start: 0; z-index: var(--kith-z-sticky); padding-inline: 16px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); }
  .area-tabs > .tabs { border-block-end: 0; }
  .area-tabs .tab { block-size: 44px; }
  @media screen { .away { display: none; } }
  @media print { .area-tabs { display: none; } }
  @container (min-width: 720px) {
    .areas { grid-template: 'facts timeline' auto 'aside timeline' 1fr / minmax(260px, 300px) minmax(0, 1fr); }
    .areas.single { grid-template: 'facts' auto / minmax(0, 1fr); }
    .facts { grid-area: facts; }
    .aside { grid-area: aside; }
    .timeline { grid-area: timeline; }
  }
  @container (min-width: 1080px) {
    .areas:not(.single) { grid-template: 'facts timeline aside' auto / 320px minmax(0, 1fr) 320px; }
  }
`;
