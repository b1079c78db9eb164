import { css } from 'lit';

/** The looks of a whole record, a person's or a company's: a head over its areas. Needs panelStyles. */
export const recordStyles = css`
  .record { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); }
  .head { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 20px 24px 16px; }
  .head-row { display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: center; }
  .head-row > .grow { flex-basis: 180px; }
  .head-row h2 { font-size: var(--kith-size-2xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); overflow-wrap: anywhere; }
  .head-row h2:is(:lang(ar), :lang(zh), :lang(ja), :lang(ko)) { letter-spacing: 0; }
  .head-actions { display: flex; flex-wrap: wrap; gap: 8px; }
  .head .points { display: flex; flex-wrap: wrap; gap: 4px 24px; }
  .head .points > li { display: flex; gap: 6px; align-items: center; min-block-size: 24px; min-inline-size: 0; max-inline-size: 100%; }
  .head .points > li > .icon { color: var(--kith-text-subtle); }
  .head .copy { opacity: 0; }
  .head .points .copy { margin-inline: -4px -20px; }
  .head li:hover > .copy, .head .copy:focus-visible { opacity: 1; }
  .head-foot { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: center; }
  .tags { display: flex; flex-wrap: wrap; gap: 6px; min-inline-size: 0; }
  .tags > li { max-inline-size: 100%; display: flex; }
  .panel-body { padding: 0 16px 14px; }
  .panel-body + .panel-body { padding-block-start: 14px; border-block-start: 1px solid var(--kith-border); }
  .panel-tags { padding: 0 16px 14px; }
  .more { margin: 0 8px 10px; }
  @container (max-width: 560px) {
    .head { padding: 16px; }
    .head-row > .avatar { --size: 44px; }
    .head-actions { flex: 1 1 100%; }
    .head-actions > .button { flex: 1 1 auto; }
    .head .points { display: grid; grid-template-columns: minmax(0, 1fr); }
  }
  @media (hover: none) { .head .copy { opacity: 1; } }
`;
