import { html, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { banner } from './banner.js';
import { warning } from './icons/shown.js';
import { laterMessages } from './later.messages.js';

/** One line that says that a part could not be fetched, with a way to try again. Needs stateStyles and buttonStyles. */
export const laterFailure = (locale: Locale, again: () => void): TemplateResult => {
  const say = sentencesIn(laterMessages, locale);
  return html`<div role="alert">${banner('negative', warning, html`${say.failedTitle} <button type="button" class="button quiet small" @click=${again}>${say.again}</button>`)}</div>`;
};
