import { css } from 'lit';

/** The looks of the deal panel: one surface, its parts divided by lines. */
export const dealPanelStyles = css`
  :host { container-type: inline-size; }
  .head { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: flex-start; padding: 16px 16px 14px; }
  .title { flex: 1 1 240px; min-inline-size: 0; }
  .title > h2 { font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); overflow-wrap: anywhere; text-wrap: balance; }
  .title:is(:lang(ar), :lang(zh), :lang(ja)) > h2 { letter-spacing: 0; }
  .meta { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-block-start: 4px; min-block-size: 20px; }
  .actions { display: flex; gap: 8px; }
  .path-frame { padding: 0 16px 10px; }
  .deal > .figures > div { padding-inline: 12px; }
  .deal > .figures > div:first-child { padding-inline-start: 16px; }
  .figures dd { font-size: var(--kith-size-lg); line-height: 1.35; }
  .figures .note { display: block; font-size: var(--kith-size-sm); font-weight: var(--kith-weight); color: var(--kith-text-subtle); }
  .late, .figures .late { color: var(--kith-negative-text); }
  .deal-notice { margin-block-end: var(--kith-gap); }
  .details + .more { margin: 0 8px 10px; }
  .waiting { padding: 20px; }
  .path-frame > .skeleton { block-size: 4px; }
  @container (max-width: 420px) {
    .actions { flex: 1 1 100%; }
    .actions > .button { flex: 1; }
    .deal > .figures { grid-auto-flow: row; }
    .deal > .figures > div, .deal > .figures > div:first-child { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 8px; align-items: baseline; padding: 6px 16px; }
    .deal > .figures > div + div { border-inline-start: 0; }
    .deal > .figures > div:first-child { padding-block-start: 10px; }
    .deal > .figures > div:last-child { padding-block-end: 10px; }
    .figures dt { font-size: var(--kith-size-md); }
    .figures dd { font-size: var(--kith-size-md); }
    .figures span.note:not(.house) { display: inline; margin-inline-start: 6px; }
  }
`;
