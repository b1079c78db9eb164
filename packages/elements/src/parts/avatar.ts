import { css, html, type TemplateResult } from 'lit';
import type { Format } from '../base/format.js';
import { hueClass } from './hue.js';

/** Who is drawn, and how large: 20 in cells and cards, 24 in rows, 32, 40 and 56 px. */
export interface AvatarOptions {
  /** Decides the hue; the id, so that a new name keeps the colour. */
  readonly id: string;
  readonly name: string;
  readonly size?: 20 | 24 | 32 | 40 | 56;
  /** People are round, companies are rounded squares. */
  readonly shape?: 'person' | 'company';
  /** Read out when the name does not stand beside it. */
  readonly label?: string | undefined;
}

/** Initials on the hue that belongs to a person or company. Needs {@link avatarStyles} and hueStyles. */
export const avatar = (
  { id, name, size = 24, shape = 'person', label }: AvatarOptions,
  format: Format,
): TemplateResult =>
  label
    ? html`<span class="avatar size-${size} ${shape} ${hueClass(id)}" role="img" aria-label=${label} title=${label}>${format.initials(name)}</span>`
    : html`<span class="avatar size-${size} ${shape} ${hueClass(id)}" aria-hidden="true">${format.initials(name)}</span>`;

/** The looks of {@link avatar}. */
export const avatarStyles = css`
  .avatar {
    --size: 24px;
    display: inline-grid; place-items: center; flex: none; inline-size: var(--size); block-size: var(--size); border-radius: 50%;
    background: var(--hue-ground, var(--kith-hover)); color: var(--hue-text, var(--kith-text-muted));
    font-size: calc(var(--size) * 0.4); font-weight: 600; line-height: 1; letter-spacing: -0.01em; user-select: none;
  }
  .avatar.company { border-radius: 28%; }
  .avatar.size-20 { --size: 20px; }
  .avatar.size-32 { --size: 32px; }
  .avatar.size-40 { --size: 40px; }
  .avatar.size-56 { --size: 56px; }
  @media (forced-colors: active) { .avatar { border: 1px solid CanvasText; } }
`;
