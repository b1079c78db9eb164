import type { Day, Id, Result } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import type { Command } from '@kith/store';
import { disqualify, recycle } from '@kith/store/leads';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CommandNotes } from '../base/command-event.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { busyButton } from '../parts/busy-button.js';
import { textarea } from '../parts/controls.js';
import { KithDayInput } from '../parts/day-input.js';
import { describedBy, field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { refusalText } from '../parts/refusal.js';
import { type DeskSentences, deskMessages } from './desk.messages.js';
import type { Desk, InboxHost } from './inbox-host.js';

/** A command for each lead, and what is told when it is done with one. */
export interface EachLead {
  (id: Id<'lead'>): Command<Lead>;
  notes(name: string): CommandNotes<Lead>;
}

/** What the main button says. */
interface FormLabels {
  readonly action: string;
  readonly busy: string;
  readonly isDanger?: boolean;
}

/** A dialog that asks why, with the usual reasons at hand, and something more. */
abstract class ReasonForm {
  protected readonly host: InboxHost;
  protected readonly desk: Desk;
  protected reason = '';
  protected errors: Readonly<Record<string, string>> = {};
  #isBusy = false;

  constructor(host: InboxHost, desk: Desk) {
    this.host = host;
    this.desk = desk;
  }

  protected get say(): DeskSentences {
    return sentencesIn(deskMessages, this.host.locale);
  }

  protected abstract readonly title: string;
  protected abstract readonly labels: FormLabels;
  protected abstract readonly reasons: readonly string[];
  /** What is asked besides. */
  protected abstract more(): TemplateResult;
  /** What is wrong, by field. */
  protected abstract wrong(): Readonly<Record<string, string>>;
  protected abstract send(): Promise<Result<unknown>>;

  open(): void {
    this.desk.ask({ title: this.title, content: () => this.#render(), buttons: () => this.#renderButtons() });
  }

  #render(): TemplateResult {
    const { say } = this;
    const options = { id: 'reason', label: say.reason, error: this.errors['reason'] };
    const type = (event: Event): void => {
      this.reason = (event.currentTarget as HTMLInputElement).value;
      this.host.requestUpdate();
    };
    const choose = (reason: string): void => {
      this.reason = reason;
      this.errors = {};
      this.host.requestUpdate();
    };
    return html`
      <form id="reason-form" class="lead-form" novalidate @submit=${this.#onSubmit}>
        ${field(
          options,
          html`
            <div class="reason-choices" role="group" aria-label=${say.reason}>${this.reasons.map((each) => html`<button type="button" class="button small" aria-pressed=${each === this.reason ? 'true' : 'false'} @click=${() => choose(each)}>${each}</button>`)}</div>
            <input class="input" id="reason" dir="auto" autocomplete="off" maxlength="200" aria-invalid=${options.error ? 'true' : 'false'} aria-describedby=${describedBy('reason')} placeholder=${say.otherReason} .value=${live(this.reason)} @input=${type} />
          `,
        )}
        ${this.more()}
      </form>
    `;
  }

  #renderButtons(): TemplateResult {
    const { action, busy, isDanger } = this.labels;
    return html`
      <button type="button" class="button" @click=${() => this.desk.close()}>${this.say.cancel}</button>
      ${busyButton({ label: action, busyLabel: busy, isBusy: this.#isBusy, tone: isDanger ? 'danger' : 'primary', onClick: () => void this.#submit() })}
    `;
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    if (this.#isBusy) return;
    this.errors = { ...(this.reason.trim() === '' && { reason: this.say.giveReason }), ...this.wrong() };
    if (Object.keys(this.errors).length > 0) return this.#refuse();
    this.#isBusy = true;
    this.host.requestUpdate();
    const result = await this.send();
    this.#isBusy = false;
    const refusal = refusalText(result, this.host.locale);
    if (refusal === undefined) return this.desk.close();
    this.errors = { reason: refusal };
    this.#refuse();
  }

  #refuse(): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('.modal [aria-invalid=true], .modal [invalid]')?.focus(),
    );
  }
}

/** Asks why leads are taken out of work. */
export class DisqualifyForm extends ReasonForm {
  readonly #of: { readonly count: number; readonly name: string; readonly reason?: string | undefined };
  readonly #carryOut: (command: EachLead) => Promise<Result<unknown>>;
  #note = '';

  constructor(
    host: InboxHost,
    desk: Desk,
    of: { readonly count: number; readonly name: string; readonly reason?: string | undefined },
    carryOut: (command: EachLead) => Promise<Result<unknown>>,
  ) {
    super(host, desk);
    this.#of = of;
    this.#carryOut = carryOut;
    this.reason = of.reason ?? '';
  }

  protected override get title(): string {
    return this.say.disqualifyTitle(this.#of.count, this.#of.name);
  }
  protected override get labels(): FormLabels {
    return { action: this.say.disqualify, busy: this.say.disqualifying, isDanger: true };
  }
  protected override get reasons(): readonly string[] {
    return this.host.reasons ?? this.say.reasons;
  }

  protected override more(): TemplateResult {
    const { say } = this;
    const options = {
      id: 'note',
      label: say.note,
      note: say.optional,
      rows: 2,
      onInput: (text: string) => {
        this.#note = text;
      },
    };
    return field(options, textarea(options));
  }

  protected override wrong(): Readonly<Record<string, string>> {
    return {};
  }

  protected override send(): Promise<Result<unknown>> {
    const { say, reason } = this;
    const note = this.#note.trim() || undefined;
    const command = Object.assign((id: Id<'lead'>) => disqualify({ id, reason, note }), {
      notes: (name: string): CommandNotes<Lead> => ({
        done: () => ({ text: say.disqualified(name), name }),
        showsRefusal: () => true,
      }),
    });
    return this.#carryOut(command);
  }
}

/** Asks why a lead rests, and until when. */
export class RecycleForm extends ReasonForm {
  readonly #lead: Lead;

  constructor(host: InboxHost, desk: Desk, lead: Lead) {
    super(host, desk);
    this.#lead = lead;
  }

  protected override get title(): string {
    return this.say.recycleTitle(this.#lead.name);
  }
  protected override get labels(): FormLabels {
    return { action: this.say.recycle, busy: this.say.recycling };
  }
  protected override get reasons(): readonly string[] {
    return this.say.recycleReasons;
  }

  protected override more(): TemplateResult {
    const options = { id: 'until', label: this.say.until, error: this.errors['until'] };
    return field(options, nest(this.host, KithDayInput, wired(options, { name: 'until' })));
  }

  get #day(): Day | undefined {
    return this.host.renderRoot.querySelector<KithDayInput>('.modal #until')?.value;
  }

  protected override wrong(): Readonly<Record<string, string>> {
    const day = this.#day;
    return day !== undefined && day > this.host.locale.format.today() ? {} : { until: this.say.giveDay };
  }

  protected override send(): Promise<Result<unknown>> {
    const { say, reason } = this;
    const on = this.#day as Day;
    const { id, name } = this.#lead;
    return this.host.act(recycle({ id, reason, on }), {
      done: () => ({ text: say.recycled(name, this.host.locale.format.day(on)), name }),
      showsRefusal: () => true,
    });
  }
}
