import { type Day, type Deal, isDay } from '@kith/core';
import { completeNextStep } from '@kith/store/deals';
import { css, html, nothing, type TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { input, select } from '../parts/controls.js';
import { KithDayInput } from '../parts/day-input.js';
import type { EditableField } from '../parts/editable-field.js';
import { field, textIn } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { check } from '../parts/icons/shown.js';
import type { InlineEdit } from '../parts/inline-edit.js';
import { panel } from '../parts/panel.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import type { DealChanges } from './fields.js';
import { dealMessages } from './messages.js';
import { carryOut, PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

type Step = NonNullable<Deal['nextStep']>;

/** What was agreed upon, edited in its place, marked as done, and done with what comes next. */
export class DealNextStep {
  readonly #host: DealHost;
  readonly #edit: InlineEdit;
  readonly #form: PartForm<Step>;

  constructor(host: DealHost, edit: InlineEdit) {
    this.#host = host;
    this.#edit = edit;
    this.#form = new PartForm(host);
  }

  render(
    deal: Deal,
    sight: RowSight,
    save: (changes: DealChanges) => Promise<string | undefined>,
  ): TemplateResult | typeof nothing {
    if (!sight.sees('nextStep') || (deal.status !== 'open' && !deal.nextStep)) return nothing;
    const { nextStep } = deal;
    const canEdit = sight.edits('nextStep');
    const say = this.#say;
    return panel({
      title: sentencesIn(dealMessages, this.#host.locale).nextStep,
      part: 'next-step',
      body: this.#form.isFor(deal.id, KEY)
        ? html`<div class="part-new">${this.#renderForm(deal)}</div>`
        : html`
          <dl class="details">${this.#rows(deal, canEdit ? save : undefined).map((row) => this.#edit.row(row))}</dl>
          ${
            nextStep && canEdit
              ? html`
                <p class="step-hand">
                  <button type="button" class="button small" data-step="done" @click=${() => this.#complete(deal, nextStep)}>${icon(check)}${say.done}</button>
                  ${deal.status === 'open' ? html`<button type="button" class="button small quiet" data-part=${KEY} @click=${() => this.#form.open({ dealId: deal.id, key: KEY, was: nextStep, state: nextStep })}>${say.doneAndNext}</button>` : nothing}
                </p>
              `
              : nothing
          }
        `,
    });
  }

  /** What, how and when. The last two can be said once there is something to do. */
  #rows(
    { nextStep }: Deal,
    save: ((changes: DealChanges) => Promise<string | undefined>) | undefined,
  ): readonly EditableField[] {
    const { locale } = this.#host;
    const deal = sentencesIn(dealMessages, locale);
    const say = this.#say;
    const subject: EditableField = {
      name: 'nextStepSubject',
      label: deal.nextSubject,
      text: nextStep?.subject ?? '',
      save: save && ((typed) => save({ nextStep: typed ? { kind: 'task', ...nextStep, subject: typed } : undefined })),
    };
    if (!nextStep) return [subject];
    return [
      subject,
      {
        name: 'nextStepKind',
        label: say.way,
        kind: 'choice',
        isRequired: true,
        choices: this.#ways,
        text: nextStep.kind,
        shown: say.ways[nextStep.kind],
        save: save && ((kind) => save({ nextStep: { ...nextStep, kind: kind as Step['kind'] } })),
      },
      {
        name: 'nextStepDay',
        label: deal.nextDay,
        kind: 'day',
        text: nextStep.day ?? '',
        shown: nextStep.day && this.#renderDay(nextStep.day),
        preview: (day) => (isDay(day) ? locale.format.day(day) : ''),
        save: save && ((day) => save({ nextStep: { ...nextStep, day: isDay(day) ? day : undefined } })),
      },
    ];
  }

  #renderDay(day: Day): unknown {
    const { format } = this.#host.locale;
    return day < format.today()
      ? html`${format.day(day)} <span class="late">${format.relative(day)}</span>`
      : format.day(day);
  }

  #complete({ id }: Deal, { subject }: Step): void {
    void carryOut(this.#host, { command: completeNextStep({ id }), told: this.#say.wasDone(subject) });
  }

  #renderForm({ id, nextStep }: Deal): unknown {
    const was = this.#form.state;
    if (!was) return nothing;
    const say = this.#say;
    const outcome = { id: 'step-outcome', label: say.outcome, name: 'outcome', value: '' };
    const subject = { id: 'step-subject', label: say.next, name: 'subject', longest: 200, value: '' };
    const way = { id: 'step-kind', label: say.way, name: 'kind', value: was.kind };
    const day = { id: 'step-day', label: say.when };
    return this.#form.render({
      label: say.doneAndNext,
      submit: say.done,
      now: nextStep,
      fields: html`
        <p class="wide step-was"><bdi>${was.subject}</bdi></p>
        <div class="wide">${field(outcome, input(outcome))}</div>
        <div class="wide">${field(subject, input(subject))}</div>
        ${field(way, select({ ...way, choices: this.#ways }))}
        ${field(day, nest(this.#host, KithDayInput, wired(day, { name: 'day' })))}
      `,
      read: (form) => {
        const values = new FormData(form);
        const control = form.querySelector('#step-day');
        if (control instanceof KithDayInput && !control.validity.valid) return control.validationMessage;
        const typed = textIn(values, 'subject');
        const due = textIn(values, 'day');
        if (!typed) return say.noNext;
        const next: Step = {
          kind: textIn(values, 'kind') as Step['kind'],
          subject: typed,
          ...(isDay(due) && { day: due }),
        };
        return {
          command: completeNextStep({ id, outcome: textIn(values, 'outcome') || undefined, next }),
          told: say.wasDone(was.subject),
        };
      },
    });
  }

  get #ways(): readonly { readonly value: string; readonly label: string }[] {
    return Object.entries(this.#say.ways).map(([value, label]) => ({ value, label }));
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const KEY = 'next-step';

/** The looks of {@link DealNextStep}. */
export const nextStepStyles = css`
  .step-hand { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 16px 12px; }
  .step-was { font-weight: var(--kith-weight-medium); overflow-wrap: anywhere; }
`;
