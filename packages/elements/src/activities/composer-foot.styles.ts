import { css } from 'lit';

/** The looks of what an open composer asks; they come with it. Needs composerStyles. */
export const composerFootStyles = css`
  .bare.body { border-block-start: 1px solid var(--kith-border); padding-block-start: 8px; min-block-size: 64px; }
  .foot .input { block-size: var(--kith-control-sm); padding-inline: 7px; font-size: var(--kith-size-sm); }
  .foot select.input { padding-inline-end: 26px; }
  .foot .select > .icon { inset-inline-end: 6px; }
  .foot .minutes { inline-size: 104px; }
  .foot .due { display: flex; gap: 8px; align-items: center; white-space: nowrap; }
  .foot .actions { display: flex; gap: 6px; margin-inline-start: auto; }
`;
