import type { Id } from '@kith/core';
import { create, edit, ofList, remove, type StoredView } from '@kith/store/list-views';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { bookmark, pencil } from '../parts/icons/tools.js';
import { intoSight } from '../parts/into-sight.js';
import type { Menu } from '../parts/menu.js';
import type { Popover } from '../parts/popover.js';
import { isView } from './kept-view.js';
import type { ListHost } from './list-host.js';
import type { ListView, NamedView } from './list-view.js';
import { type ViewSentences, viewMessages } from './saved-views.messages.js';

/** One view that can be chosen: `id` is missing for those that the page offers. */
interface Offered extends NamedView {
  readonly id?: Id<'listView'> | undefined;
}

/** The views of a list: those the page offers, and those that people saved in the store. */
export class SavedViews {
  readonly #host: ListHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #stored: Live<ReturnType<typeof ofList>>;
  /** The name of the view that was chosen last. */
  #current: string | undefined;

  constructor(host: ListHost, menu: Menu, popover: Popover) {
    this.#host = host;
    this.#menu = menu;
    this.#popover = popover;
    this.#stored = new Live(host, () => (host.savesViews && host.shown ? ofList(host.shown.kind) : undefined));
  }

  render(): TemplateResult | typeof nothing {
    const say = this.#say;
    const { view, savesViews } = this.#host;
    const views = this.#offered;
    const current = views.find(({ name }) => name === this.#current) ?? views.find((each) => isAlike(each.view, view));
    const isChanged = current !== undefined && !isAlike(current.view, view);
    return html`
      <nav class="views" data-strip aria-label=${say.title}>
        ${views.map((each) => this.#renderView(each, each === current))}
        ${savesViews ? html`<button type="button" class="button quiet small square" data-action="save-view" aria-label=${say.saveNew} title=${say.saveNew} @click=${(event: Event) => this.#askName(event.currentTarget as HTMLElement, undefined)}>${icon(plus)}</button>` : nothing}
        ${
          isChanged
            ? html`
              <span class="view-changed">
                <span>${say.changed}</span>
                ${savesViews && current.id ? html`<button type="button" class="button link" data-action="update-view" @click=${() => void this.#update(current)}>${say.save}</button>` : nothing}
                <button type="button" class="button link" data-action="reset-view" @click=${() => this.#show(current)}>${say.reset}</button>
              </span>
            `
            : nothing
        }
      </nav>
    `;
  }

  #renderView(each: Offered, isCurrent: boolean): TemplateResult {
    const say = this.#say;
    return html`
      <span class="view" ${intoSight(isCurrent, each.name)}>
        <button type="button" class="view-name icon-small" aria-current=${isCurrent ? 'true' : nothing} @click=${() => this.#show(each)}>${each.id ? icon(bookmark) : nothing}<bdi>${each.name}</bdi></button>
        ${isCurrent && each.id ? html`<button type="button" class="button quiet small square icon-small" aria-label=${say.more(each.name)} @click=${(event: Event) => this.#openMenu(event.currentTarget as HTMLElement, each)}>${icon(more)}</button>` : nothing}
      </span>
    `;
  }

  get #offered(): readonly Offered[] {
    const stored = (this.#stored.value ?? []).flatMap(({ id, name, view }: StoredView): readonly Offered[] =>
      isView(view) ? [{ id, name, view }] : [],
    );
    return [{ name: this.#say.all, view: {} }, ...this.#host.views, ...stored];
  }

  #show({ name, view }: Offered): void {
    this.#current = name;
    // What a view leaves out is as the list comes.
    this.#host.arrange({ columns: undefined, order: undefined, filters: undefined, group: undefined, ...view });
  }

  #openMenu(anchor: HTMLElement, each: Offered): void {
    const say = this.#say;
    void this.#menu.open(anchor, say.more(each.name), [
      {
        items: [
          { label: say.rename, icon: pencil, choose: () => this.#askName(anchor, each) },
          { label: say.remove, icon: trash, tone: 'danger', choose: () => void this.#remove(each) },
        ],
      },
    ]);
  }

  #askName(anchor: HTMLElement, renamed: Offered | undefined): void {
    const say = this.#say;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const name = String(new FormData(event.currentTarget as HTMLFormElement).get('name') ?? '').trim();
      if (!name) return;
      this.#popover.close();
      void (renamed ? this.#rename(renamed, name) : this.#create(name));
    };
    void this.#popover.open(anchor, {
      label: renamed ? say.rename : say.saveNew,
      content: () => html`
        <form class="view-form" @submit=${onSubmit}>
          <label class="field"><span class="label">${say.name}</span><input class="input" name="name" dir="auto" maxlength="80" autocomplete="off" .value=${renamed?.name ?? ''} /></label>
          <button class="button small primary">${say.save}</button>
        </form>
      `,
    });
  }

  async #create(name: string): Promise<void> {
    const { shown, view } = this.#host;
    if (!shown) return;
    const result = await this.#host.carryOut(create({ list: shown.kind, name, view: plain(view) }), {
      done: () => ({ text: this.#say.saved(name), name }),
    });
    if (result.ok) this.#current = name;
    this.#host.requestUpdate();
  }

  async #update({ id, name }: Offered): Promise<void> {
    if (!id) return;
    await this.#host.carryOut(edit({ id, changes: { view: plain(this.#host.view) } }), {
      done: () => ({ text: this.#say.saved(name), name }),
    });
  }

  async #rename({ id }: Offered, name: string): Promise<void> {
    if (!id) return;
    const result = await this.#host.carryOut(edit({ id, changes: { name } }), {
      done: () => ({ text: this.#say.saved(name), name }),
    });
    if (result.ok) this.#current = name;
    this.#host.requestUpdate();
  }

  async #remove({ id, name }: Offered): Promise<void> {
    if (!id) return;
    await this.#host.carryOut(remove(id), { done: () => ({ text: this.#say.removed(name), name }) });
    this.#current = undefined;
    this.#host.requestUpdate();
  }

  get #say(): ViewSentences {
    return sentencesIn(viewMessages, this.#host.locale);
  }
}

/** A view without what it leaves out. */
const plain = (view: ListView): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));

/** Whether two views come to the same; nothing chosen and an empty list are alike. */
function isAlike(left: ListView, right: ListView): boolean {
  const shape = ({ columns, order = [], filters = [], group }: ListView): string =>
    JSON.stringify([columns ?? null, order, filters, group ?? null]);
  return shape(left) === shape(right);
}

/** The looks of {@link SavedViews}. */
export const viewStyles: readonly CSSResult[] = [
  fieldStyles,
  css`
    .views { display: flex; align-items: center; gap: 2px; min-inline-size: 0; max-inline-size: 100%; overflow-x: auto; scrollbar-width: none; }
    .view { display: inline-flex; align-items: center; flex: none; }
    .view-name { display: inline-flex; align-items: center; gap: 6px; block-size: 28px; padding: 0 8px; border: 0; border-radius: var(--kith-radius-md); background: none; color: var(--kith-text-muted); font-weight: var(--kith-weight-medium); white-space: nowrap; }
    .view-name:hover { background: var(--kith-hover); }
    .view-name[aria-current] { background: var(--kith-pressed); color: var(--kith-text); }
    .views :focus-visible { outline-offset: -2px; }
    .view-changed { display: inline-flex; align-items: center; gap: 8px; flex: none; margin-inline-start: 8px; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
    .view-form { display: grid; gap: 10px; inline-size: 240px; }
    .view-form > .button { justify-self: end; }
    @container (max-width: 600px) { .views { flex: 1 1 100%; } }
    @media (forced-colors: active) { .view-name[aria-current] { outline: 1px solid CanvasText; outline-offset: -1px; } }
    @media print { .views { display: none; } }
  `,
];
