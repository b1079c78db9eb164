import { css } from 'lit';

/** The looks of what an open composer asks; they come with it. Needs composerStyles. */
export const composerFootStyles = css`
  .composer > .text > .input { min-block-size: 64px; padding: 8px 0 0; border: 0; border-block-start: 1px solid var(--kith-border); border-radius: 0; outline: none; background: none; resize: none; field-sizing: content; max-block-size: 320px; }
  .foot .input { block-size: var(--kith-control-sm); padding-inline: 7px; font-size: var(--kith-size-sm); }
  .foot select.input { padding-inline-end: 26px; }
  .foot .select > .icon { inset-inline-end: 6px; }
  .foot .minutes { inline-size: 104px; }
  .foot .due { display: flex; gap: 8px; align-items: center; white-space: nowrap; }
  .foot .due > :last-child { inline-size: 148px; --kith-control: var(--kith-control-sm); }
  .foot .actions { display: flex; gap: 6px; margin-inline-start: auto; }
`;
