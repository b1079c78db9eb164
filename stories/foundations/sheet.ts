import { html, type TemplateResult } from 'lit';

/** A page of the design language: a heading over what it shows. */
export const sheet = (title: string, say: string, content: unknown): TemplateResult => html`
  <style>
    .sheet { max-inline-size: 1040px; color: var(--kith-text); font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font); container-type: inline-size; }
    .sheet :is(h2, h3, p, ul, figure) { margin: 0; padding: 0; list-style: none; }
    .sheet h2 { font-size: var(--kith-size-2xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); }
    .sheet h3 { margin-block: var(--kith-space-8) var(--kith-space-3); font-weight: var(--kith-weight-strong); }
    .sheet .say { margin-block: var(--kith-space-1) var(--kith-space-6); max-inline-size: 64ch; color: var(--kith-text-muted); }
    .sheet .subtle { color: var(--kith-text-subtle); font-size: var(--kith-size-sm); }
    .sheet code { font: var(--kith-size-sm) / 1.4 var(--kith-font-mono); overflow-wrap: anywhere; }
    .sheet .number { font-variant-numeric: tabular-nums; }
    .sheet .line { display: grid; grid-template-columns: 190px minmax(0, 1fr); gap: var(--kith-space-1) var(--kith-space-5); align-items: center; padding-block: var(--kith-space-3); border-block-start: 1px solid var(--kith-border); }
    .sheet .line > :last-child { min-inline-size: 0; }
    @container (max-width: 520px) { .sheet .line { grid-template-columns: minmax(0, 1fr); } }
  </style>
  <article class="sheet">
    <h2>${title}</h2>
    <p class="say">${say}</p>
    ${content}
  </article>
`;

/** A line of a sheet: the token, what it is for, and how it looks. */
export const line = (name: string, say: string, value: string, sample: unknown): TemplateResult => html`
  <div class="line">
    <div><code>--kith-${name}</code><p class="subtle">${say} <span class="number">${value}</span></p></div>
    <div>${sample}</div>
  </div>
`;
