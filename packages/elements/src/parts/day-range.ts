import type { Day } from '@kith/core';
import { css, html, type TemplateResult } from 'lit';
import type { KithElement } from '../base/element.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { controlMessages } from './control.messages.js';
import { KithDayInput } from './day-input.js';
import { field } from './field.js';
import { wired } from './form-control.js';

/** From one day to another. */
export interface DayRangeOptions {
  /** What the days are about. */
  readonly label: string;
  /** Ids and names of the two fields are made from it: `close` makes `close-from` and `close-to`. */
  readonly id: string;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onChange?: ((from: Day | undefined, to: Day | undefined) => void) | undefined;
}

/** Two days in a fieldset, each bounded by the other; either may stay open. Needs {@link dayRangeStyles} and fieldStyles. */
export function dayRange(parent: KithElement, options: DayRangeOptions): TemplateResult {
  const { label, id, from, to, onChange } = options;
  const say = sentencesIn(controlMessages, parent.locale);
  const fromId = `${id}-from`;
  const toId = `${id}-to`;
  const shared = { required: options.isRequired ?? false };
  const tell = (event: Event): void => {
    const dayOf = (of: string): Day | undefined =>
      (event.currentTarget as HTMLElement).querySelector<KithDayInput>(`#${of}`)?.value;
    onChange?.(dayOf(fromId), dayOf(toId));
  };
  const first = { id: fromId, label: say.from };
  const last = { id: toId, label: say.to };
  return html`
    <fieldset class="day-range" ?disabled=${options.isDisabled ?? false} @change=${tell}>
      <legend class="label">${label}</legend>
      ${field(first, nest(parent, KithDayInput, wired(first, { ...shared, name: fromId, value: from, max: to })))}
      ${field(last, nest(parent, KithDayInput, wired(last, { ...shared, name: toId, value: to, min: from })))}
    </fieldset>
  `;
}

/** The looks of {@link dayRange}. */
export const dayRangeStyles = css`
  .day-range { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 8px var(--kith-space-3); min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .day-range > legend { margin-block-end: 6px; padding: 0; }
  .day-range > .field > .label { font-weight: var(--kith-weight); color: var(--kith-text-muted); }
`;
