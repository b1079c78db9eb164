import type { CSSResult, LitElement } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { avatarStyles } from '../parts/avatar.js';
import { badgeStyles } from '../parts/badge.js';
import { buttonStyles } from '../parts/button.js';
import { hueStyles } from '../parts/hue.styles.js';
import { panelStyles } from '../parts/panel.js';
import { recordLinkStyles } from '../parts/record-link.js';
import { tagStyles } from '../parts/tag.js';

/** Gives a card the looks that both of its layouts need, and those of one of them. */
export function addLayoutStyles(card: LitElement, ...styles: readonly CSSResult[]): void {
  const needed = [hueStyles, avatarStyles, badgeStyles, tagStyles, buttonStyles, panelStyles, recordLinkStyles];
  addStyles(card, ...(needed.flat(3) as CSSResult[]), ...styles);
}
