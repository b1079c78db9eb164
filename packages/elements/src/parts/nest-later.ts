import { css, html, type TemplateResult } from 'lit';
import type { ElementClass } from '../base/define-element.js';
import type { KithElement } from '../base/element.js';
import type { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { laterMessages } from './later.messages.js';
import { failure } from './record-state.js';
import { skeleton } from './waiting.js';

/**
 * A part of an element that is fetched when it is first drawn. Until then a skeleton keeps its place, and a failure can
 * be tried again. The box around it stays, and with it the focus of whoever waits there.
 * Needs {@link nestLaterStyles}, stateStyles, panelStyles and buttonStyles.
 */
export function drawLater<Value>(
  parent: KithElement,
  later: Later<Value>,
  draw: (value: Value) => unknown,
): TemplateResult {
  if (later.status === 'idle') void later.load();
  return html`<div class="later" tabindex="-1">${later.value ? draw(later.value) : renderWaiting(parent, later)}</div>`;
}

/** Like nest(), for an element whose class is fetched when it is first drawn; see {@link drawLater}. */
export const nestLater = <Made extends HTMLElement>(
  parent: KithElement,
  later: Later<ElementClass<Made>>,
  properties: Partial<Made>,
): TemplateResult => drawLater(parent, later, (elementClass) => nest(parent, elementClass, properties));

function renderWaiting(parent: KithElement, later: Later<unknown>): TemplateResult {
  const say = sentencesIn(laterMessages, parent.locale);
  if (later.status !== 'error')
    return html`<div class="waiting-part stack" role="status" aria-busy="true"><span class="unseen">${say.loading}</span>${skeleton('half')}${skeleton('wide')}${skeleton('wide')}</div>`;
  // The button goes away; the box takes the focus over before.
  const onClick = {
    capture: true,
    handleEvent: ({ currentTarget }: Event): void =>
      (currentTarget as HTMLElement).closest<HTMLElement>('.later')?.focus(),
  };
  const failed = { status: 'error', isSlow: false, value: undefined, retry: () => later.retry() } as const;
  return html`<div @click=${onClick}>${failure([failed], say)}</div>`;
}

/** The looks of {@link nestLater}: nothing moves when the element comes, and a short wait shows nothing. */
export const nestLaterStyles = css`
  .later:focus { outline: none; }
  .waiting-part { min-block-size: 240px; padding: 16px; align-content: start; animation: waiting-part 1ms 200ms backwards; }
  @keyframes waiting-part { from { opacity: 0; } }
`;
