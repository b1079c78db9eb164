import { css } from 'lit';

/** The looks of the deal panel: one surface, its parts divided by lines. */
export const dealPanelStyles = css`
  :host { container-type: inline-size; }
  .head { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: flex-start; padding: 20px 20px 14px; }
  .title { flex: 1 1 240px; min-inline-size: 0; }
  .title > h2 { font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); overflow-wrap: anywhere; text-wrap: balance; }
  .title:is(:lang(ar), :lang(zh), :lang(ja)) > h2 { letter-spacing: 0; }
  .meta { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-block-start: 4px; min-block-size: 20px; }
  .actions { display: flex; gap: 8px; }
  .path-frame { padding: 0 20px 10px; }
  .deal > .figures > div { padding-inline: 12px; }
  .deal > .figures > div:first-child { padding-inline-start: 20px; }
  .figures dd { font-size: var(--kith-size-lg); line-height: 1.35; }
  .figures .note { display: block; font-size: var(--kith-size-sm); font-weight: var(--kith-weight); color: var(--kith-text-subtle); }
  .figures .late { color: var(--kith-negative-text); }
  .column { min-inline-size: 0; }
  .part { border-block-start: 1px solid var(--kith-border); }
  .part > h3 { padding: 12px 20px 8px; font-weight: var(--kith-weight-strong); }
  .part > .details { padding: 0 12px 10px; }
  .part > .related, .part > .panel-note { padding-inline: 20px; }
  .part > .history { inline-size: calc(100% - 40px); margin-inline: 20px; margin-block-end: 12px; }
  .people > li { align-items: center; gap: 10px; }
  .waiting { padding: 20px; }
  .path-frame > .skeleton { block-size: 4px; }
  @container (min-width: 760px) {
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); border-block-start: 1px solid var(--kith-border); }
    .column + .column { border-inline-start: 1px solid var(--kith-border); }
    .column > .part:first-child { border-block-start: 0; }
  }
  @container (max-width: 420px) {
    .head { padding: 16px 16px 12px; }
    .path-frame { padding-inline: 16px; }
    .actions { flex: 1 1 100%; }
    .actions > .button { flex: 1; }
    .part > h3, .part > .related, .part > .panel-note { padding-inline: 16px; }
    .part > .details { padding-inline: 8px; }
    .part > .history { inline-size: calc(100% - 32px); margin-inline: 16px; }
    .deal > .figures { grid-auto-flow: row; }
    .deal > .figures > div, .deal > .figures > div:first-child { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 8px; align-items: baseline; padding: 6px 16px; }
    .deal > .figures > div + div { border-inline-start: 0; }
    .deal > .figures > div:first-child { padding-block-start: 10px; }
    .deal > .figures > div:last-child { padding-block-end: 10px; }
    .figures dt { font-size: var(--kith-size-md); }
    .figures dd { font-size: var(--kith-size-md); }
    .figures .note { display: inline; margin-inline-start: 6px; }
  }
`;
