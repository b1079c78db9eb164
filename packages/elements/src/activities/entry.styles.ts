import { css } from 'lit';

/** The looks of the timeline: a head with the filter, and entries that hang on a line. */
export const entryStyles = css`
  .head { display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding-inline: 16px 8px; }
  .head > h3 { flex: 1; min-inline-size: 0; font-weight: var(--kith-weight-strong); }
  .head > h3:focus { outline: none; }
  .sections { padding-inline: 16px; }
  .caption { padding-block: 6px 10px; font-size: var(--kith-size-xs); font-weight: var(--kith-weight-medium); color: var(--kith-text-subtle); }

  .entry { position: relative; display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 12px; padding-block-end: 18px; }
  .entry:focus { outline: none; }
  .entry:focus-visible::after { content: ''; position: absolute; inset: -4px -8px 10px; border-radius: var(--kith-radius-md); outline: var(--kith-focus-width) solid var(--kith-focus); pointer-events: none; }
  .entry::before { content: ''; position: absolute; inset-inline-start: 11.5px; inset-block: 28px 4px; inline-size: 1px; background: var(--kith-border-strong); }
  .entry.last::before { display: none; }
  .disc { display: grid; place-items: center; inline-size: 24px; block-size: 24px; border: 1px solid var(--kith-border); border-radius: 50%; background: var(--kith-surface); color: var(--kith-text-muted); }
  .ahead .disc { border-style: dashed; border-color: var(--kith-border-control); }
  .what { min-inline-size: 0; }
  .line { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; min-block-size: 24px; color: var(--kith-text-muted); }
  .line b { font-weight: var(--kith-weight-medium); color: var(--kith-text); }
  .line > .act { margin-block: -2px; margin-inline-start: auto; opacity: 0; }
  .line > .act + time { margin-inline-start: 0; }
  .entry:is(:hover, :focus-within) .act, .act[aria-expanded] { opacity: 1; }
  @media (hover: none) { .line > .act { opacity: 1; } }
  .line time { margin-inline-start: auto; color: var(--kith-text-subtle); font-size: var(--kith-size-sm); font-variant-numeric: tabular-nums; white-space: nowrap; }
  .card { margin-block-start: 6px; padding: 10px 12px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md); background: var(--kith-surface); }
  .planned { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .planned > .grow { flex-basis: 140px; overflow-wrap: anywhere; }
  .planned > .body, .planned > .fold { flex-basis: 100%; margin: 0; }
  .box { display: grid; place-items: center; inline-size: 16px; block-size: 16px; flex: none; appearance: none; border: 1px solid var(--kith-border-control); border-radius: var(--kith-radius-sm); background: var(--kith-surface); }
  .box:hover { border-color: var(--kith-text-subtle); }
  .box:checked { border-color: var(--kith-accent); background: var(--kith-accent); }
  .box:checked::after { content: ''; inline-size: 4px; block-size: 8px; margin-block-end: 2px; border: solid var(--kith-on-accent); border-width: 0 2px 2px 0; rotate: 45deg; }
  .subject { overflow-wrap: anywhere; }
  .subject.email { font-weight: var(--kith-weight-medium); }
  .subject.done { display: flex; gap: 6px; color: var(--kith-text-muted); }
  .subject.done > .icon { margin-block-start: 2px; color: var(--kith-positive-text); }
  .cancelled .subject { color: var(--kith-text-subtle); text-decoration: line-through; }
  .body { margin-block-start: 2px; white-space: pre-line; overflow-wrap: anywhere; }
  .folded { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
  .fold { margin-block-start: 2px; font-size: var(--kith-size-sm); }
  @media print {
    .composer, .fold { display: none; }
    .folded { display: block; }
    .act, .room { display: none; }
    .sections { min-block-size: 0 !important; }
    .entry { break-inside: avoid; }
  }
  .outcome { margin-block-start: 6px; }
  .later { padding-block-end: 12px; margin-inline-start: 26px; }
  .room { overflow-anchor: none; }
  .waiting { position: sticky; inset-block-start: 0; }

  @container (max-width: 420px) {
    .head, .sections { padding-inline: 4px; }
    .entry { gap: 10px; }
  }
  @container (max-width: 340px) {
    .line time { flex-basis: 100%; margin: 0 0 2px; }
  }
`;
