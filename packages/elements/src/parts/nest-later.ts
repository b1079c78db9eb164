import { css, html, type TemplateResult } from 'lit';
import type { ElementClass } from '../base/define-element.js';
import type { KithElement } from '../base/element.js';
import type { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { laterMessages } from './later.messages.js';
import { failure } from './record-state.js';
import { skeleton } from './states.js';

/**
 * Like nest(), for an element whose class is fetched when it is first drawn. Until then a skeleton keeps its place, and
 * a failure can be tried again. The box around it stays, and with it the focus of whoever waits there.
 * Needs {@link nestLaterStyles}, stateStyles, panelStyles and buttonStyles.
 */
export function nestLater<Made extends HTMLElement>(
  parent: KithElement,
  later: Later<ElementClass<Made>>,
  properties: Partial<Made>,
): TemplateResult {
  if (later.status === 'idle') void later.load();
  return html`<div class="later" tabindex="-1">${later.value ? nest(parent, later.value, properties) : renderWaiting(parent, later)}</div>`;
}

function renderWaiting(parent: KithElement, later: Later<unknown>): TemplateResult {
  const say = sentencesIn(laterMessages, parent.locale);
  if (later.status !== 'error')
    return html`<div class="waiting-part stack" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${skeleton('half')}${skeleton('wide')}${skeleton('wide')}</div>`;
  const retry = (): void => {
    // The button goes away; the box takes the focus over.
    parent.renderRoot.querySelector<HTMLElement>('.later')?.focus();
    later.retry();
  };
  return failure([{ status: 'error', isSlow: false, value: undefined, retry }], say);
}

/** The looks of {@link nestLater}: nothing moves when the element comes, and a short wait shows nothing. */
export const nestLaterStyles = css`
  .later:focus { outline: none; }
  .waiting-part { min-block-size: 240px; padding: 16px; align-content: start; animation: waiting-part 1ms 200ms backwards; }
  @keyframes waiting-part { from { opacity: 0; } }
`;
