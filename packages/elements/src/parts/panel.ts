import { css, html, nothing, type TemplateResult } from 'lit';

/** A surface with a head. */
export interface PanelOptions {
  readonly title: string;
  readonly count?: string | undefined;
  /** At the end of the head: a quiet note or a button. */
  readonly end?: unknown;
  readonly body: unknown;
  /** Where it goes in the layout of its element. */
  readonly area?: string | undefined;
  /** Its name for `::part`. */
  readonly part?: string | undefined;
}

/** A titled surface: a section whose heading names it. Needs {@link panelStyles} and badgeStyles. */
export const panel = ({ title, count, end, body, area, part }: PanelOptions): TemplateResult => html`
  <section class="panel ${area ?? ''}" part=${part ?? nothing} aria-label=${title}>
    <div class="panel-head">
      <h3>${title}</h3>
      ${count === undefined ? nothing : html`<span class="count">${count}</span>`}
      ${end === undefined ? nothing : html`<span class="panel-end">${end}</span>`}
    </div>
    ${body}
  </section>
`;

/** The looks of {@link panel}, and of `.related`: rows of other records with something at their end. */
export const panelStyles = css`
  .panel { min-inline-size: 0; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); }
  .panel-head { display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 8px 16px; }
  .panel-head > h3 { font-weight: var(--kith-weight-strong); letter-spacing: -0.003em; }
  .panel-end { margin-inline-start: auto; }
  .panel-note { padding: 0 16px 14px; color: var(--kith-text-subtle); }
  .related { padding: 0 16px 6px; }
  .related > li { display: flex; gap: 12px; align-items: flex-start; padding-block: 9px; }
  .related > li + li { border-block-start: 1px solid var(--kith-border); }
  .related > li:first-child { padding-block-start: 2px; }
  .related .worth { font-weight: var(--kith-weight-medium); white-space: nowrap; }
  .related .worth.lost { color: var(--kith-text-subtle); font-weight: var(--kith-weight); }
  .warning-text { color: var(--kith-warning-text); }
  .sums { display: grid; justify-items: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .figures { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); border-block-start: 1px solid var(--kith-border); }
  .figures > div { padding: 10px 12px 10px 16px; padding-inline: 16px 8px; min-inline-size: 0; }
  .figures > div + div { border-inline-start: 1px solid var(--kith-border); padding-inline-start: 12px; }
  .figures dt { font-size: var(--kith-size-xs); color: var(--kith-text-subtle); }
  .figures dd { font-weight: var(--kith-weight-medium); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .figures .sums { justify-items: start; }
  /* On paper there is nothing to press. */
  @media print { :host { print-color-adjust: exact; } :host .button { display: none; } .panel, .related > li { break-inside: avoid; } }
`;
