import type { Problem } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { readMoney } from '../base/read-money.js';
import { describedBy, field, textIn } from '../parts/field.js';
import { appMessages } from './messages.js';

/** What a refusal lacks, by field. */
export type Answers = Readonly<Record<string, unknown>>;

/** A form for the fields that a problem's fix names, and how to read it. */
export interface AnswersForm {
  render(): unknown;
  /** The answers, or undefined when one is missing or wrong; the form then shows where. */
  read(form: HTMLFormElement): Answers | undefined;
}

/** Further fields that belong to one that is asked for, and may stay empty. */
const companions: Readonly<Record<string, readonly string[]>> = { lossReason: ['lossNote'] };

/** Makes the form. `changed` is called when it must be drawn anew. */
export function answersForm(problem: Problem, locale: Locale, changed: () => void): AnswersForm {
  const say = sentencesIn(appMessages, locale);
  const required = problem.fix?.kind === 'fields' ? problem.fix.fields : [];
  const optional = required.flatMap((name) => companions[name] ?? []);
  const currency = String(problem.params?.currency ?? locale.currency);
  const errors = new Map<string, string>();
  let reason = '';

  const frame = (name: string, control: TemplateResult): TemplateResult =>
    field(
      {
        id: name,
        label: say.fields[name] ?? name,
        note: optional.includes(name) ? say.optional : undefined,
        error: errors.get(name),
      },
      control,
    );

  const renderField = (name: string): TemplateResult => {
    const invalid = errors.has(name) ? 'true' : nothing;
    const described = errors.has(name) ? describedBy(name) : nothing;
    switch (name) {
      case 'lossReason':
        return frame(
          name,
          html`
            <div class="choices" role="group" aria-label=${say.fields[name] ?? name}>
              ${say.lossReasons.map((each) => html`<button type="button" class="button small" aria-pressed=${each === reason} @click=${() => choose(each)}>${each}</button>`)}
            </div>
            <input class="input" id=${name} name=${name} autocomplete="off" aria-invalid=${invalid} aria-describedby=${described} .value=${live(reason)} @input=${typed} />
          `,
        );
      case 'lossNote':
        return frame(name, html`<textarea class="input" id=${name} name=${name} rows="2"></textarea>`);
      case 'actualValue':
        return frame(
          name,
          html`<label class="input"><span class="affix">${locale.format.currencySign(currency)}</span><input class="number" id=${name} name=${name} inputmode="decimal" autocomplete="off" aria-invalid=${invalid} aria-describedby=${described} /></label>`,
        );
      case 'closeDay':
        return frame(
          name,
          html`<input class="input" id=${name} name=${name} type="date" max=${locale.format.today()} aria-invalid=${invalid} aria-describedby=${described} />`,
        );
      default:
        return frame(
          name,
          html`<input class="input" id=${name} name=${name} aria-invalid=${invalid} aria-describedby=${described} />`,
        );
    }
  };

  const choose = (each: string): void => {
    reason = each;
    errors.delete('lossReason');
    changed();
  };
  const typed = (event: InputEvent): void => {
    reason = (event.target as HTMLInputElement).value;
    changed();
  };

  return {
    render: () => [...required, ...optional].map(renderField),
    read(form) {
      errors.clear();
      const values = new FormData(form);
      const answers: Record<string, unknown> = {};
      for (const name of [...required, ...optional]) {
        const text = textIn(values, name);
        if (text === '') {
          if (required.includes(name)) errors.set(name, say.fillIn);
          continue;
        }
        const answer = name === 'actualValue' ? readMoney(text, currency, locale) : text;
        if (answer === undefined) errors.set(name, say.notAnAmount);
        else answers[name] = answer;
      }
      return errors.size === 0 ? answers : undefined;
    },
  };
}

/** The looks of the form's own pieces. */
export const answersStyles = css`
  .choices { display: flex; flex-wrap: wrap; gap: 6px; }
`;
