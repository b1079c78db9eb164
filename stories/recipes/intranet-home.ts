import { css, html, LitElement, type TemplateResult } from 'lit';
import type { Desk } from '../books/desk.js';
import { now } from '../books/sales.js';

const NEWS = [
  ['Canteen', 'From Monday the vegetarian dish comes first.'],
  ['Annecy', 'The workshop opens on 1 December; twelve places are left.'],
  ['Works council', 'Minutes of November are online.'],
] as const;

/** The home page of an intranet: the host's own grid and news, with elements of Kith among them. */
export class RecipeIntranetHome extends LitElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk | undefined;

  static override styles = css`
    :host { display: block; padding: 24px; container-type: inline-size; background: var(--kith-surface-sunken); color: var(--kith-text); font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font); }
    h1 { margin: 0 0 16px; font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); }
    h2 { margin: 0 0 8px; font-size: var(--kith-size-lg); font-weight: var(--kith-weight-strong); }
    .grid { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 16px; align-items: start; }
    section { padding: 16px; background: var(--kith-surface); border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); }
    kith-task-list { block-size: 330px; }
    dl { display: grid; gap: 12px; margin: 0; }
    dt { font-weight: 500; }
    dd { margin: 0; color: var(--kith-text-muted); }
    .wide { grid-column: 1 / -1; }
    .wide kith-pipeline-board { block-size: 420px; }
    @container (inline-size < 720px) {
      .grid { grid-template-columns: minmax(0, 1fr); }
    }
  `;

  protected override render(): TemplateResult {
    return html`
      <kith-app .store=${this.desk?.store} .now=${now} time-zone="Europe/Vienna">
        <h1 dir="auto">Good morning</h1>
        <div class="grid">
          <kith-task-list></kith-task-list>
          <section>
            <h2 dir="auto">News</h2>
            <dl>${NEWS.map(([title, text]) => html`<div><dt dir="auto">${title}</dt><dd dir="auto">${text}</dd></div>`)}</dl>
          </section>
          <section class="wide"><kith-pipeline-board .pipeline=${this.desk?.pipelineId}></kith-pipeline-board></section>
          <kith-deal-panel class="wide" .deal=${this.desk?.dealId}></kith-deal-panel>
        </div>
      </kith-app>
    `;
  }
}

customElements.define('recipe-intranet-home', RecipeIntranetHome);
