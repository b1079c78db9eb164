import type { NavigateEvent } from '@kith/elements';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../books/desk.js';
import { now } from '../books/sales.js';

const PAGES = { pipeline: 'Pipeline', tasks: 'Tasks', leads: 'Leads', contacts: 'Contacts' } as const;
/** What the workspace shows besides a record. */
export type WorkspacePage = keyof typeof PAGES;

/** A whole CRM as a host builds it: its own frame and way around, Kith's elements in it, and the record beside the list. */
export class RecipeWorkspace extends LitElement {
  static override properties = { desk: { attribute: false }, page: {}, record: { state: true } };
  declare desk: Desk | undefined;
  declare page: WorkspacePage;
  /** What an element asked to go to; a host with a router would put it into its address. */
  declare record: { readonly kind: string; readonly id: string } | undefined;

  constructor() {
    super();
    this.page = 'pipeline';
  }

  static override styles = css`
    :host { display: block; block-size: 860px; container-type: inline-size; background: var(--kith-surface-sunken); color: var(--kith-text); font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font); border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); overflow: hidden; }
    kith-app { display: grid; grid-template: 1fr / 168px minmax(0, 1fr); block-size: 100%; }
    nav { display: flex; flex-direction: column; gap: 2px; padding: 12px 8px; background: var(--kith-surface); border-inline-end: 1px solid var(--kith-border); }
    strong { padding: 4px 8px 12px; }
    nav button { padding: 6px 8px; border: 0; border-radius: var(--kith-radius-md); background: none; color: var(--kith-text-muted); font: inherit; text-align: start; cursor: pointer; }
    nav button:hover { background: var(--kith-hover); color: var(--kith-text); }
    nav button[aria-current='page'] { background: var(--kith-pressed); color: var(--kith-text); font-weight: 500; }
    :focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: -2px; }
    .middle { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-inline-size: 0; min-block-size: 0; }
    .middle.with-record { grid-template-columns: minmax(0, 1fr) minmax(380px, 36%); }
    main { min-inline-size: 0; min-block-size: 0; padding: 16px; overflow: auto; }
    main > * { block-size: 100%; }
    aside { padding: 8px 16px 16px; overflow: auto; background: var(--kith-surface); border-inline-start: 1px solid var(--kith-border); }
    .close { display: block; margin-block-end: 4px; margin-inline-start: auto; padding: 4px 10px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-md); background: var(--kith-surface); color: inherit; font: inherit; cursor: pointer; }
    @container (inline-size < 900px) {
      .middle.with-record { grid-template-columns: minmax(0, 1fr); }
      .middle.with-record main { display: none; }
    }
    @container (inline-size < 620px) {
      kith-app { grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); }
      nav { flex-direction: row; overflow-x: auto; padding-block: 6px; border-inline-end: 0; border-block-end: 1px solid var(--kith-border); }
      strong { display: none; }
      main { padding: 8px; }
    }
  `;

  protected override render(): TemplateResult {
    return html`
      <kith-app .store=${this.desk?.store} .now=${now} time-zone="Europe/Vienna" @kith-navigate=${this.#onNavigate}>
        <nav aria-label="Nordhav">
          <strong>Nordhav</strong>
          ${Object.entries(PAGES).map(
            ([page, name]) =>
              html`<button type="button" aria-current=${page === this.page ? 'page' : 'false'} @click=${() => this.#go(page as WorkspacePage)}>${name}</button>`,
          )}
        </nav>
        <div class="middle ${this.record ? 'with-record' : ''}">
          <main tabindex="-1">${this.#renderPage()}</main>
          ${this.record ? html`<aside aria-label="Record"><button type="button" class="close" @click=${this.#close}>Close</button>${renderRecord(this.record)}</aside>` : nothing}
        </div>
      </kith-app>
    `;
  }

  #renderPage(): TemplateResult {
    switch (this.page) {
      case 'pipeline':
        return html`<kith-pipeline-board .pipeline=${this.desk?.pipelineId}></kith-pipeline-board>`;
      case 'tasks':
        return html`<kith-task-list></kith-task-list>`;
      case 'leads':
        return html`<kith-lead-inbox></kith-lead-inbox>`;
      case 'contacts':
        return html`<kith-contact-list saves-views></kith-contact-list>`;
    }
  }

  #go(page: WorkspacePage): void {
    this.page = page;
    this.record = undefined;
  }

  readonly #onNavigate = ({ kind, id }: NavigateEvent): void => {
    this.record = { kind, id };
  };

  readonly #close = (): void => {
    this.record = undefined;
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };
}

function renderRecord({ kind, id }: { readonly kind: string; readonly id: string }): TemplateResult {
  switch (kind) {
    case 'deal':
      return html`<kith-deal-panel deal=${id}></kith-deal-panel>`;
    case 'company':
      return html`<kith-company-card company=${id}></kith-company-card>`;
    case 'contact':
      return html`<kith-contact-card contact=${id}></kith-contact-card>`;
    default:
      return html`<p>${kind} ${id}</p>`;
  }
}

customElements.define('recipe-workspace', RecipeWorkspace);
