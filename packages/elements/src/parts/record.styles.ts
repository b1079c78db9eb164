import { css } from 'lit';

/** The looks of a whole record, a person's or a company's: a head over three columns that fall into one. Needs panelStyles. */
export const recordStyles = css`
  :host { container-type: inline-size; }
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
  .point { overflow-wrap: anywhere; }
  .point.number { color: inherit; }
  .copy { opacity: 0; }
  .head .points .copy { margin-inline: -4px -20px; }
  li:hover > .copy, .copy:focus-visible { opacity: 1; }
  .compact .copy { opacity: 1; }
  .head-foot { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: center; }
  .tags { display: flex; flex-wrap: wrap; gap: 6px; min-inline-size: 0; }
  .tags > li { max-inline-size: 100%; display: flex; }
  .areas { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); align-items: start; }
  .aside { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-gap); }
  .timeline { min-inline-size: 0; }
  .more { margin: 0 8px 10px; }
  .waiting { padding: 4px 16px 20px; gap: 12px; }
  @container (min-width: 720px) {
    .areas { grid-template: 'facts timeline' auto 'aside timeline' 1fr / minmax(260px, 300px) minmax(0, 1fr); }
    .facts { grid-area: facts; }
    .aside { grid-area: aside; }
    .timeline { grid-area: timeline; }
  }
  @container (min-width: 1080px) {
    .areas { grid-template: 'facts timeline aside' auto / 320px minmax(0, 1fr) 320px; }
  }
  @container (max-width: 560px) {
    .head { padding: 16px; }
    .head-row > .avatar { --size: 44px; }
    .head-actions { flex: 1 1 100%; }
    .head-actions > .button { flex: 1 1 auto; }
    .head .points { display: grid; grid-template-columns: minmax(0, 1fr); }
  }
  @media (hover: none) { .copy { opacity: 1; } }
`;
