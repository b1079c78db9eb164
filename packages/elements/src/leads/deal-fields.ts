import type { Day, Money, Pipeline } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { input, select } from '../parts/controls.js';
import { KithDayInput } from '../parts/day-input.js';
import { field } from '../parts/field.js';
import { type FormControl, wired } from '../parts/form-control.js';
import { KithMoneyInput } from '../parts/money-input.js';
import { convertMessages } from './convert.messages.js';
import type { InboxHost } from './inbox-host.js';

/** What is asked of the deal. */
export interface DealForm {
  readonly name: string;
  readonly pipelineId: string | undefined;
  readonly stageId: string | undefined;
  readonly amount: Money | undefined;
  readonly expectedCloseDay: Day | undefined;
}

/** The fields of the deal that a lead becomes: its pipeline and stage, its name, its amount and when it may close. */
export function dealFields(
  host: InboxHost,
  deal: DealForm,
  pipelines: readonly Pipeline[],
  put: (changes: Partial<DealForm>) => void,
): TemplateResult {
  const say = sentencesIn(convertMessages, host.locale);
  const pipeline = pipelines.find(({ id }) => id === deal.pipelineId);
  const name = {
    id: 'deal-name',
    label: say.dealName,
    value: deal.name,
    onInput: (text: string) => put({ name: text }),
  };
  const which = {
    id: 'deal-pipeline',
    label: say.pipeline,
    value: deal.pipelineId,
    choices: pipelines.map(({ id, name: label }) => ({ value: id, label })),
    onChange: (pipelineId: string) => put({ pipelineId, stageId: undefined }),
  };
  const stage = {
    id: 'deal-stage',
    label: say.stage,
    value: deal.stageId ?? '',
    none: say.firstStage,
    choices: (pipeline?.stages ?? [])
      .filter(({ type }) => type === 'open')
      .map(({ id, name: label }) => ({ value: id, label })),
    onChange: (stageId: string) => put({ stageId: stageId || undefined }),
  };
  const amount = { id: 'deal-amount', label: say.amount };
  const day = { id: 'deal-day', label: say.closeDay };
  return html`
    ${field(name, input(name))}
    ${pipelines.length > 1 ? field(which, select(which)) : nothing}
    ${field(stage, select(stage))}
    <div @change=${({ target }: Event) => isReadable(target) && put({ amount: (target as KithMoneyInput).value })}>${field(amount, nest(host, KithMoneyInput, wired(amount, { currency: deal.amount?.currency ?? host.locale.currency, value: deal.amount })))}</div>
    <div @change=${({ target }: Event) => isReadable(target) && put({ expectedCloseDay: (target as KithDayInput).value })}>${field(day, nest(host, KithDayInput, wired(day, { value: deal.expectedCloseDay })))}</div>
  `;
}

/** What is wrong with what stands in them; it stays there as it was typed. */
export const wrongInDeal = ({ renderRoot }: InboxHost): string | undefined =>
  [...renderRoot.querySelectorAll<FormControl>('#deal-amount, #deal-day')].find((control) => !isReadable(control))
    ?.validationMessage;

const isReadable = (control: EventTarget | null): boolean => (control as FormControl).validity.valid;
