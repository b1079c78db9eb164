import { css } from 'lit';

/** The looks of what turns while something is under way. */
export const spinnerStyles = css`
  .spinner { inline-size: 14px; block-size: 14px; flex: none; border: 1.75px solid currentColor; border-inline-end-color: transparent; border-radius: 50%; opacity: 0.85; animation: turn 700ms linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
`;
