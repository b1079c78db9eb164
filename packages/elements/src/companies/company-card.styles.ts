import { css } from 'lit';

/** What a company's card has beyond a record's looks: the strip of figures. */
export const companyCardStyles = css`
  .strip > .figures { border-block-start: 0; }
  .strip .figures > div { padding: 14px 16px; }
  .strip .figures > div:first-child { padding-inline-start: 24px; }
  .strip .figures dd { font-size: var(--kith-size-xl); font-weight: var(--kith-weight-strong); line-height: 1.35; letter-spacing: var(--kith-tracking-tight); }
  .strip .figures .note { display: block; font-size: var(--kith-size-sm); font-weight: var(--kith-weight); letter-spacing: 0; color: var(--kith-text-subtle); }
  .strip .figures .sums > :not(:first-child) { font-size: var(--kith-size-lg); }
  .people > li { align-items: center; gap: 10px; }
  .names { display: grid; gap: 2px; }
  @container (max-width: 560px) {
    .strip > .figures { grid-auto-flow: row; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .strip .figures > div, .strip .figures > div:first-child { padding: 10px 16px; }
    .strip .figures > div:nth-child(odd) { border-inline-start: 0; }
    .strip .figures > div:nth-child(n + 3) { border-block-start: 1px solid var(--kith-border); }
    .strip .figures dd { font-size: var(--kith-size-lg); }
  }
`;
