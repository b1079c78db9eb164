import { type Day, dayIn, type Id } from '@kith/core';
import { asTask, type Priority, type Task, TIMED_KINDS } from '@kith/core/tasks';
import { change, completeAndPlan, type NewTask } from '@kith/store/tasks';
import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Meanwhile } from '../activities/meanwhile.js';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { banner } from '../parts/banner.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { input, select, textarea } from '../parts/controls.js';
import { KithDayInput } from '../parts/day-input.js';
import { field, fieldStyles, textIn } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { alert, warning } from '../parts/icons/shown.js';
import { Modal, modalStyles } from '../parts/modal.js';
import { taskHandsMessages } from './hands.messages.js';
import type { TaskFormHost } from './task-host.js';

/** Fields that are changed in it. */
const EDITED = ['subject', 'body', 'ownerId', 'priority', 'dueDay', 'at'] as const;

/** The dialog in which a task is changed, or done with the one that follows it planned. */
export class TaskForm {
  readonly #host: TaskFormHost;
  readonly #modal: Modal;
  readonly #meanwhile: Meanwhile;
  /** Grows when the form begins anew. */
  #edition = 0;
  #refusal: string | undefined;
  #isSaving = false;

  constructor(host: TaskFormHost) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.#meanwhile = new Meanwhile(host, (now, seen) =>
      EDITED.some((name) => asTask(now)[name] !== asTask(seen)[name]),
    );
    addStyles(host, fieldStyles, modalStyles, taskFormStyles);
  }

  render(): unknown {
    return this.#modal.render();
  }

  /** Opens it for a task; `proposed` is what stands there at first of what follows. */
  async open(mode: 'edit' | 'follow up', task: Task, proposed: Partial<NewTask> = {}): Promise<void> {
    const say = this.#say;
    this.#begin(task);
    await this.#modal.open({
      title: mode === 'edit' ? say.editTitle : say.followUpTitle,
      close: say.close,
      content: () =>
        mode === 'edit'
          ? this.#renderEdit(this.#meanwhile.seen ? asTask(this.#meanwhile.seen) : task)
          : this.#renderFollowUp(task, proposed),
      buttons: () => this.#renderButtons(mode === 'edit' ? this.#conflict : undefined),
      onClose: () => {
        this.#meanwhile.seen = undefined;
        this.#host.requestUpdate();
      },
    });
  }

  /** Asks for a day alone; it is chosen with Enter or the button. */
  async pickDay(choose: (day: Day | undefined) => void, current: Day | undefined): Promise<void> {
    const say = this.#say;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const day = dayControl(event.currentTarget as HTMLFormElement)?.value;
      if (!day) return;
      this.#modal.close();
      choose(day);
    };
    this.#refusal = undefined;
    await this.#modal.open({
      title: say.putOff,
      close: say.close,
      content: () => html`<form id="task-form" class="task-form" @submit=${onSubmit}>${this.#dayField(current)}</form>`,
      buttons: () => this.#renderButtons(),
    });
  }

  #begin(task: Task): void {
    this.#meanwhile.seen = task;
    this.#refusal = undefined;
    this.#edition++;
  }

  /** What somebody else has made of the task meanwhile. */
  get #conflict(): Meanwhile['conflict'] {
    return this.#isSaving ? undefined : this.#meanwhile.conflict;
  }

  #renderButtons(conflict?: Meanwhile['conflict']): TemplateResult {
    const say = this.#say;
    return html`
      <button type="button" class="button" @click=${() => this.#modal.close()}>${conflict === 'gone' ? say.close : say.cancel}</button>
      ${conflict === 'gone' ? nothing : html`<button type="submit" form="task-form" class="button primary" aria-disabled=${this.#isSaving ? 'true' : nothing}>${conflict ? say.keepMine : say.save}</button>`}
    `;
  }

  #renderEdit(task: Task): TemplateResult {
    const isTimed = task.dueDay === undefined && TIMED_KINDS.includes(task.kind);
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      if (this.#conflict === 'gone') return;
      const form = event.currentTarget as HTMLFormElement;
      const values = new FormData(form);
      const day = dayControl(form)?.value;
      const changes = {
        subject: textIn(values, 'subject'),
        body: textIn(values, 'body') || null,
        ownerId: (textIn(values, 'owner') || null) as Id<'user'> | null,
        priority: (textIn(values, 'priority') || null) as Priority | null,
        // What takes place at a moment cannot be without one.
        ...(isTimed && !day ? {} : { dueDay: day ?? null }),
      };
      void this.#save(form, () =>
        this.#host.carryOut(change({ id: task.id, changes }), {
          done: ({ subject }) => ({ text: this.#say.saved(subject), name: subject }),
          showsRefusal: () => true,
        }),
      );
    };
    const current = isTimed ? dayIn(this.#host.locale.timeZone, task.at) : task.dueDay;
    // Begun anew with what somebody else has written, all of its controls are new ones.
    const controls = html`
      ${this.#subjectField(task.subject)}
      ${this.#dayField(current)}
      ${this.#priorityField(task.priority)}
      ${this.#ownerField(task.ownerId)}
      ${field({ id: 'task-body', label: this.#say.notes }, textarea({ id: 'task-body', label: this.#say.notes, name: 'body', value: task.body ?? '' }))}
    `;
    return html`
      <form id="task-form" class="task-form" novalidate @submit=${onSubmit}>
        ${this.#renderConflict()}
        ${this.#renderRefusal()}
        ${keyed(this.#edition, controls)}
      </form>
    `;
  }

  #renderFollowUp(task: Task, proposed: Partial<NewTask>): TemplateResult {
    const say = this.#say;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const values = new FormData(form);
      const dueDay = dayControl(form)?.value;
      const ownerId = textIn(values, 'owner');
      const next: NewTask = {
        kind: textIn(values, 'kind') as NewTask['kind'],
        subject: textIn(values, 'subject'),
        ...(dueDay && { dueDay }),
        ...(ownerId && { ownerId: ownerId as Id<'user'> }),
      };
      const outcome = textIn(values, 'outcome') || undefined;
      void this.#save(form, () =>
        this.#host.carryOut(completeAndPlan({ id: task.id, outcome, next }), {
          done: (finished) => ({ text: say.followed(finished.next.subject), name: finished.next.subject }),
          showsRefusal: () => true,
        }),
      );
    };
    const outcome = { id: 'task-outcome', label: say.outcome, help: say.outcomeHelp, name: 'outcome' };
    const kind = {
      id: 'task-kind',
      label: say.kind,
      name: 'kind',
      value: proposed.kind ?? (task.kind === 'note' ? 'task' : task.kind),
    };
    const kinds = (['task', 'call', 'email', 'meeting'] as const).map((value) => ({ value, label: say.things[value] }));
    return html`
      <form id="task-form" class="task-form" novalidate @submit=${onSubmit}>
        ${this.#renderRefusal()}
        <p class="muted"><bdi>${task.subject}</bdi></p>
        ${field(outcome, input(outcome))}
        ${this.#subjectField(proposed.subject ?? '')}
        ${field(kind, select({ ...kind, choices: kinds }))}
        ${this.#dayField(proposed.dueDay)}
        ${this.#ownerField(asTask(task).ownerId)}
      </form>
    `;
  }

  #renderConflict(): unknown {
    const say = this.#say;
    const conflict = this.#conflict;
    if (conflict === 'gone') return html`<div role="alert">${banner('warning', warning, say.goneMeanwhile)}</div>`;
    if (conflict !== 'changed') return nothing;
    return html`<div role="alert">${banner('warning', warning, html`${say.changedMeanwhile} <button type="button" class="button small" @click=${this.#takeTheirs}>${say.takeTheirs}</button>`)}</div>`;
  }

  readonly #takeTheirs = async (): Promise<void> => {
    const { now } = this.#meanwhile;
    if (!now) return;
    this.#begin(asTask(now));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('#task-subject')?.focus();
  };

  #renderRefusal(): unknown {
    if (!this.#refusal) return nothing;
    return html`<div role="alert">${banner('negative', alert, this.#refusal)}</div>`;
  }

  #subjectField(value: string): TemplateResult {
    const of = { id: 'task-subject', label: this.#say.subject, name: 'subject', longest: 500, value };
    return field(of, input(of));
  }

  #dayField(value: Day | undefined): TemplateResult {
    const of = { id: 'task-day', label: this.#say.day };
    return field(of, nest(this.#host, KithDayInput, wired(of, { name: 'day', value })));
  }

  #priorityField(value: Priority | undefined): TemplateResult {
    const say = this.#say;
    const choices: readonly Choice[] = [
      { value: 'high', label: say.priorities.high },
      { value: 'low', label: say.priorities.low },
    ];
    const of = { id: 'task-priority', label: say.priority, name: 'priority', value: value ?? '' };
    return field(of, select({ ...of, choices, none: say.priorities.normal }));
  }

  #ownerField(value: string | undefined): TemplateResult {
    const of = { id: 'task-owner', label: this.#say.owner };
    const choices = this.#host.references.users
      .filter(({ active, id }) => active !== false || id === value)
      .map(({ id, name }) => ({ value: id, label: name }));
    const chosen = choices.filter((choice) => choice.value === value);
    const key = `${this.#host.references.users.length} ${value}`;
    if (key !== this.#ownerKey) {
      this.#ownerKey = key;
      this.#ownerChoices = { choices, chosen };
    }
    return field(of, nest(this.#host, KithCombobox, wired(of, { name: 'owner', ...this.#ownerChoices })));
  }

  #ownerKey = '';
  #ownerChoices: { readonly choices: readonly Choice[]; readonly chosen: readonly Choice[] } = {
    choices: [],
    chosen: [],
  };

  /** Sends it; the dialog stays open with the reason when it is refused. */
  async #save(form: HTMLFormElement, run: () => ReturnType<TaskFormHost['carryOut']>): Promise<void> {
    if (this.#isSaving) return;
    const day = dayControl(form);
    const isNameless = textIn(new FormData(form), 'subject') === '';
    if (isNameless || day?.checkValidity() === false) {
      this.#refusal = isNameless ? this.#say.noSubject : day?.validationMessage;
      this.#host.requestUpdate();
      form.querySelector<HTMLElement>(isNameless ? '#task-subject' : '#task-day')?.focus();
      return;
    }
    this.#isSaving = true;
    this.#host.requestUpdate();
    const result = await run().finally(() => {
      this.#isSaving = false;
    });
    this.#refusal = result.ok ? undefined : problemText(result.problem, this.#host.locale);
    if (result.ok) this.#modal.close();
    this.#host.requestUpdate();
  }

  get #say() {
    return sentencesIn(taskHandsMessages, this.#host.locale);
  }
}

const dayControl = (form: HTMLFormElement): KithDayInput | undefined => {
  const control = form.querySelector<HTMLElement>('#task-day');
  return control instanceof KithDayInput ? control : undefined;
};

const taskFormStyles = css`
  .task-form { display: grid; gap: var(--kith-field-gap); }
`;
