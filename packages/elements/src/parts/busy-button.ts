import { css, html, nothing, type TemplateResult } from 'lit';
import { spinner } from './button.js';

/** A button that does something which may take a while. */
export interface BusyButtonOptions {
  readonly label: string;
  /** What it says meanwhile, in the ing-form: "Saving". The button is as wide as the longer of the two from the start. */
  readonly busyLabel: string;
  readonly isBusy: boolean;
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  /** Left out, it sends its form. */
  readonly onClick?: (() => void) | undefined;
}

/** A button that says that it is at work, once that takes longer than 400 ms; a second press does nothing. Needs buttonStyles and {@link busyButtonStyles}. */
export function busyButton({ label, busyLabel, isBusy, tone = 'plain', onClick }: BusyButtonOptions): TemplateResult {
  const onPress = (event: Event): void => {
    if (isBusy) event.preventDefault();
    else onClick?.();
  };
  return html`
    <button type=${onClick ? 'button' : 'submit'} class="button ${tone} busy-button" aria-disabled=${isBusy ? 'true' : nothing} aria-busy=${isBusy ? 'true' : nothing} @click=${onPress}>
      <span>${label}</span><span class="busy-label">${spinner()}${busyLabel}</span>
    </button>
  `;
}

/** The looks of {@link busyButton}: both labels share one place, and change over after the first 400 ms. */
export const busyButtonStyles = css`
  .button.busy-button { display: inline-grid; justify-items: center; }
  .busy-button > span { grid-area: 1 / 1; display: inline-flex; gap: 6px; align-items: center; }
  .busy-label { visibility: hidden; }
  .busy-button[aria-busy] > span { animation: not-yet 1ms 400ms both reverse; }
  .busy-button[aria-busy] > .busy-label { visibility: visible; animation: not-yet 1ms 400ms backwards; }
  @keyframes not-yet { from { visibility: hidden; } }
`;
