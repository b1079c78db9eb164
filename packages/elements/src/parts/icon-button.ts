import { html, nothing, type TemplateResult } from 'lit';
import { advise } from '#advise';
import { type Icon, icon } from './icon.js';

/** A button that is an icon alone. */
export interface IconButtonOptions {
  /** Its name, and the text of its tooltip. */
  readonly label: string;
  readonly icon: Icon;
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined;
  readonly isSmall?: boolean | undefined;
  /** Whether it is pressed, for what is on or off. */
  readonly isPressed?: boolean | undefined;
  /** Why it does nothing now; it can be focused all the same, and says so. */
  readonly reason?: string | undefined;
  readonly onClick: (event: MouseEvent) => void;
}

/** A button that is an icon alone, named for screen readers, with a tooltip where its element has Tooltips. Needs buttonStyles and iconStyles. */
export function iconButton(options: IconButtonOptions): TemplateResult {
  const { label, tone = 'quiet', isPressed, reason, onClick } = options;
  advise(() => label.trim() === '' && 'An icon button has no label: nobody who hears the page knows what it does.');
  return html`
    <button
      type="button" class="button ${tone} square ${options.isSmall ? 'small' : ''}" aria-label=${label} data-tip=${reason ? `${label}\n${reason}` : label}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)} aria-disabled=${reason ? 'true' : nothing}
      @click=${(event: MouseEvent) => (reason ? event.preventDefault() : onClick(event))}
    >${icon(options.icon)}</button>
  `;
}
