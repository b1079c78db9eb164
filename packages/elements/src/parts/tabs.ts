import { css, html, nothing, type TemplateResult } from 'lit';
import { advise } from '#advise';
import { intoSight } from './into-sight.js';

/** One of the surfaces that share a place. */
export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: string | undefined;
}

/** A row of tabs. */
export interface TabsOptions {
  /** What the tabs are parts of. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The id of the one on show. */
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/**
 * A row of tabs; the surface on show stands in {@link tabPanel}. Arrow keys, in the direction of reading, Home and End
 * go to another tab and show it at once, so give each content that is there or comes quickly. Needs {@link tabStyles}
 * and countStyles.
 */
export function tabs({ label, tabs: all, selected, onSelect }: TabsOptions): TemplateResult {
  advise(() => label.trim() === '' && 'A row of tabs has no label: say what they are parts of.');
  advise(() => !all.some(({ id }) => id === selected) && `There is no tab "${selected}": none can be reached by key.`);
  const onKeydown = (event: KeyboardEvent): void => {
    const list = event.currentTarget as HTMLElement;
    const at = all.findIndex(({ id }) => id === selected);
    const ahead = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: -1 };
    const to = steps[event.key];
    const next = to === undefined ? undefined : all[(to + all.length) % all.length];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    list.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
    onSelect(next.id);
  };
  return html`
    <div class="tabs" role="tablist" data-strip aria-label=${label} @keydown=${onKeydown}>
      ${all.map(
        ({ id, label: name, count }) => html`
          <button
            type="button" class="tab" role="tab" ${intoSight(id === selected, name)} id="tab-${id}" tabindex=${id === selected ? 0 : -1} aria-selected=${id === selected ? 'true' : 'false'}
            aria-controls=${id === selected ? `panel-${id}` : nothing} @click=${() => onSelect(id)}
          >${name}${count === undefined ? nothing : html`<span class="count">${count}</span>`}</button>
        `,
      )}
    </div>
  `;
}

/** The surface of the tab with an id. */
export const tabPanel = (id: string, content: unknown): TemplateResult =>
  html`<div class="tab-panel" role="tabpanel" id="panel-${id}" tabindex="0" aria-labelledby="tab-${id}">${content}</div>`;

/** The looks of {@link tabs}. */
export const tabStyles = css`
  .tabs { display: flex; gap: 20px; border-block-end: 1px solid var(--kith-border); overflow-x: auto; scrollbar-width: none; }
  .tab { position: relative; display: inline-flex; align-items: center; gap: 6px; flex: none; block-size: 40px; padding: 0; border: 0; border-radius: var(--kith-radius-sm); background: none; color: var(--kith-text-muted); font-weight: var(--kith-weight-medium); white-space: nowrap; cursor: default; }
  .tab:hover, .tab[aria-selected='true'] { color: var(--kith-text); }
  .tab[aria-selected='true']::after { content: ''; position: absolute; inset-inline: 0; inset-block-end: 0; block-size: 2px; border-radius: 2px 2px 0 0; background: currentColor; }
  .tab:focus-visible, .tab-panel:focus-visible { outline-offset: -2px; }
  @media (forced-colors: active) { .tab[aria-selected='true'] { color: Highlight; } .tab[aria-selected='true']::after { background: Highlight; } }
`;
