import { css } from 'lit';

/**
 * What every shadow root of Kith starts from: type, box model, focus ring, and the resets that native tags need. A name
 * that is cut is cut where it ends, whichever way it runs: hence a box of its own, which leaves the line where it was.
 */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--kith-text);
    font: var(--kith-weight) var(--kith-size-md) / var(--kith-leading) var(--kith-font);
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    hyphens: manual;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    cursor: auto;
    text-autospace: normal;
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
  ul, ol { list-style: none; }
  button, input, select, textarea { margin: 0; font: inherit; color: inherit; letter-spacing: inherit; }
  a { color: var(--kith-accent-text); text-decoration: none; }
  a:hover { text-decoration: underline; text-underline-offset: 2px; }
  :focus-visible { outline: var(--kith-focus-width) solid var(--kith-focus); outline-offset: var(--kith-focus-offset); }
  .number { font-variant-numeric: tabular-nums; }
  .muted { color: var(--kith-text-muted); }
  .subtle { color: var(--kith-text-subtle); }
  .small { font-size: var(--kith-size-sm); }
  .truncate { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .truncate > * { display: inline-block; max-inline-size: 100%; overflow: clip; text-overflow: ellipsis; }
  .row { display: flex; align-items: center; gap: var(--kith-space-2); min-inline-size: 0; }
  .stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--kith-space-2); min-inline-size: 0; }
  .grow { flex: 1; min-inline-size: 0; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
