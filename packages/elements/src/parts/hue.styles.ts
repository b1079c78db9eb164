import { css } from 'lit';

/** Ground and text of the categorical hues, read by tags and avatars as `--hue-ground` and `--hue-text`. */
export const hueStyles = css`
  .hue-1 { --hue-ground: var(--kith-cat-1-subtle); --hue-text: var(--kith-cat-1-text); }
  .hue-2 { --hue-ground: var(--kith-cat-2-subtle); --hue-text: var(--kith-cat-2-text); }
  .hue-3 { --hue-ground: var(--kith-cat-3-subtle); --hue-text: var(--kith-cat-3-text); }
  .hue-4 { --hue-ground: var(--kith-cat-4-subtle); --hue-text: var(--kith-cat-4-text); }
  .hue-5 { --hue-ground: var(--kith-cat-5-subtle); --hue-text: var(--kith-cat-5-text); }
  .hue-6 { --hue-ground: var(--kith-cat-6-subtle); --hue-text: var(--kith-cat-6-text); }
  .hue-7 { --hue-ground: var(--kith-cat-7-subtle); --hue-text: var(--kith-cat-7-text); }
  .hue-8 { --hue-ground: var(--kith-cat-8-subtle); --hue-text: var(--kith-cat-8-text); }
`;
