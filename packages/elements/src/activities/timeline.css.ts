import { type CSSResult, css } from 'lit';

/** The look of the timeline: a composer, a head with the filter, and entries that hang on a line. */
export const timelineStyles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--kith-space-2);
    min-block-size: 44px;
    padding-inline: var(--kith-space-4) var(--kith-space-2);
  }
  .head h2 {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--kith-size-md);
    font-weight: var(--kith-weight-strong);
  }
  .sections {
    padding-inline: var(--kith-space-4);
  }
  .caption {
    padding-block: var(--kith-space-1) 10px;
    font-size: var(--kith-size-xs);
    font-weight: var(--kith-weight-medium);
    color: var(--kith-text-subtle);
  }
  .section + .section .caption {
    padding-block-start: 10px;
  }

  /* one entry: a disc on the line, then what happened */
  .entry {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: var(--kith-space-3);
    position: relative;
    padding-block-end: 18px;
  }
  .entry::before {
    content: '';
    position: absolute;
    inset-inline-start: 11.5px;
    inset-block: 28px 4px;
    inline-size: 1px;
    background: var(--kith-border-strong);
  }
  .entry:last-child::before {
    display: none;
  }
  .disc {
    inline-size: 24px;
    block-size: 24px;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--kith-surface);
    border: 1px solid var(--kith-border);
    color: var(--kith-text-muted);
  }
  .ahead .disc {
    border-style: dashed;
    border-color: var(--kith-border-control);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--kith-space-1);
    min-block-size: 24px;
    color: var(--kith-text-muted);
  }
  .line b {
    font-weight: var(--kith-weight-medium);
    color: var(--kith-text);
  }
  .line time {
    margin-inline-start: auto;
    padding-inline-start: var(--kith-space-3);
    font-size: var(--kith-size-sm);
    color: var(--kith-text-subtle);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .card {
    margin-block-start: 6px;
    padding: 10px 12px;
    background: var(--kith-surface);
    border: 1px solid var(--kith-border);
    border-radius: var(--kith-radius-md);
    overflow-wrap: anywhere;
  }
`;
