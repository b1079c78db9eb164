import type { Money } from '@kith/core';
import { type Field } from '@kith/core/fields';
import { type Bant, type Lead, missingBant } from '@kith/core/leads';
import { qualify } from '@kith/store/leads';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { busyButton } from '../parts/busy-button.js';
import type { Choice } from '../parts/choice.js';
import { input, select, textarea } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { KithMoneyInput } from '../parts/money-input.js';
import { deskMessages } from './desk.messages.js';
import type { Desk, InboxHost } from './inbox-host.js';

/** Asks for budget, authority, need and time, by the fields the registry has of them. */
export class QualifyForm {
  readonly #host: InboxHost;
  readonly #desk: Desk;
  readonly #lead: Lead;
  #bant: Bant;
  #note: string;
  #missing: ReadonlySet<string> = new Set();
  #refusal: string | undefined;
  #isBusy = false;

  constructor(host: InboxHost, desk: Desk, lead: Lead) {
    this.#host = host;
    this.#desk = desk;
    this.#lead = lead;
    this.#bant = { ...lead.bant };
    this.#note = lead.qualificationNote ?? '';
  }

  open(): void {
    const say = sentencesIn(deskMessages, this.#host.locale);
    this.#desk.ask({
      title: say.qualifyTitle(this.#lead.name),
      content: () => this.#render(),
      buttons: () => html`
        <button type="button" class="button" @click=${() => this.#desk.close()}>${say.cancel}</button>
        ${busyButton({ label: say.qualify, busyLabel: say.qualifying, isBusy: this.#isBusy, tone: 'primary', onClick: () => void this.#send() })}
      `,
    });
  }

  #render(): TemplateResult {
    const say = sentencesIn(deskMessages, this.#host.locale);
    const fields = this.#host.fieldsOf('lead').filter(({ path }) => path.startsWith('bant.'));
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this.#send();
    };
    const note = {
      id: 'note',
      label: say.note,
      note: say.optional,
      value: this.#note,
      rows: 2,
      onInput: (text: string) => {
        this.#note = text;
      },
    };
    return html`
      <form class="lead-form" novalidate @submit=${onSubmit}>
        ${this.#refusal ? html`<p class="form-problem icon-small" role="alert">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
        ${fields.map((each) => this.#renderField(each))}
        ${field(note, textarea(note))}
      </form>
    `;
  }

  #renderField(each: Field): TemplateResult {
    const { locale } = this.#host;
    const say = sentencesIn(deskMessages, locale);
    const name = each.path.slice('bant.'.length) as keyof Bant;
    const value = this.#bant[name];
    const options = {
      id: `bant-${name}`,
      label: labelOf(each, locale),
      error: this.#missing.has(name) ? say.needed : undefined,
    };
    const put = (next: unknown): void => {
      this.#bant = { ...this.#bant, [name]: next === '' ? undefined : next };
      this.#host.requestUpdate();
    };
    switch (each.valueType) {
      case 'money': {
        const onChange = (event: Event): void => put((event.currentTarget as KithMoneyInput).value);
        return field(
          options,
          html`<span @change=${(event: Event) => onChange({ currentTarget: event.target } as never)}>${nest(this.#host, KithMoneyInput, wired(options, { currency: locale.currency, value: value as Money | undefined }))}</span>`,
        );
      }
      case 'choice': {
        const choices: readonly Choice[] = (each.options ?? []).map((option) => ({
          value: option.value,
          label: labelOf({ name: option.value, labels: option.labels }, locale),
        }));
        const control = { ...options, choices, none: say.unknown, value: String(value ?? ''), onChange: put };
        return field(control, select(control));
      }
      case 'boolean': {
        const choices = [
          { value: 'true', label: say.yes },
          { value: 'false', label: say.no },
        ];
        const control = {
          ...options,
          choices,
          none: say.unknown,
          value: value === undefined ? '' : String(value),
          onChange: (text: string) => put(text === '' ? undefined : text === 'true'),
        };
        return field(control, select(control));
      }
      default: {
        const control = {
          ...options,
          note: say.optional,
          value: String(value ?? ''),
          onInput: (text: string) => put(text.trim()),
        };
        return field(control, each.valueType === 'longText' ? textarea({ ...control, rows: 2 }) : input(control));
      }
    }
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return;
    const { locale } = this.#host;
    const say = sentencesIn(deskMessages, locale);
    const asks = this.#host.asks;
    this.#missing = new Set(missingBant({ bant: this.#bant }).filter((part) => asks?.includes(part) ?? true));
    this.#refusal = undefined;
    if (this.#missing.size > 0) return this.#refuse();
    this.#isBusy = true;
    this.#host.requestUpdate();
    const { id, name } = this.#lead;
    // It stays open: what is qualified is converted next.
    const result = await this.#host.carryOut(qualify({ id, bant: this.#bant, note: this.#note, asks }), {
      done: () => ({ text: say.qualified(name), name }),
      showsRefusal: () => true,
    });
    this.#isBusy = false;
    if (result.ok) return this.#desk.close();
    const { problem } = result;
    if (problem.fix?.kind === 'fields')
      this.#missing = new Set(problem.fix.fields.map((path) => path.replace(/^bant\./, '')));
    this.#refusal = problemText(problem, locale);
    this.#refuse();
  }

  #refuse(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.modal [aria-invalid=true], .modal [invalid]')?.focus(),
    );
  }
}
