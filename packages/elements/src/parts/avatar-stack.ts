import { css, html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../base/format.js';
import { type AvatarOptions, avatar } from './avatar.js';

/** Several people beside each other. */
export interface AvatarStackOptions {
  /** Who they are to the thing: "Owners". The names are read out with it. */
  readonly label: string;
  readonly people: readonly Pick<AvatarOptions, 'id' | 'name'>[];
  /** How many are drawn before the rest is a number; 3 when left out. */
  readonly most?: number | undefined;
  readonly size?: AvatarOptions['size'];
}

/** Avatars that overlap a little, then how many more there are. Needs avatarStyles, hueStyles and {@link avatarStackStyles}. */
export function avatarStack(
  { label, people, most = 3, size = 24 }: AvatarStackOptions,
  format: Format,
): TemplateResult {
  const names = format.list(people.map(({ name }) => name));
  const shown = people.slice(0, most);
  const rest = people.length - shown.length;
  return html`
    <span class="avatars" role="img" aria-label="${label}: ${names}" title=${names}>
      ${shown.map((person) => avatar({ ...person, size }, format))}
      ${rest > 0 ? html`<span class="avatar more size-${size}" dir="ltr" aria-hidden="true">+${format.number(rest)}</span>` : nothing}
    </span>
  `;
}

/** The looks of {@link avatarStack}. */
export const avatarStackStyles = css`
  .avatars { display: inline-flex; }
  .avatars > .avatar { box-shadow: 0 0 0 1.5px var(--kith-surface); }
  .avatars > .avatar + .avatar { margin-inline-start: -3px; }
  .avatars > .more { background: var(--kith-surface-sunken); color: var(--kith-text-muted); font-weight: var(--kith-weight-medium); }
`;
