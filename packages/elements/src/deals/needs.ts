import { type Contact, type Day, type Deal, type Id, withoutEmpty } from '@kith/core';
import { type Budget, type Need, withDetails } from '@kith/core/deals';
import { setBudget, setNeeds } from '@kith/store/deals';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { badge } from '../parts/badge.js';
import { select, textarea } from '../parts/controls.js';
import type { EditableField } from '../parts/editable-field.js';
import { field, textIn } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { pencil } from '../parts/icons/tools.js';
import type { InlineEdit } from '../parts/inline-edit.js';
import type { Menu, MenuItem } from '../parts/menu.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import { amountAsText, amountFromText } from '../parts/typed-values.js';
import { previewAmount } from '../records/preview-amount.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import { carryOut, PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

type Importance = NonNullable<Need['importance']>;

/** What the customer needs, whether it is met, and what they have to spend. */
export class DealNeeds {
  readonly #host: DealHost;
  readonly #menu: Menu;
  readonly #edit: InlineEdit;
  readonly #form: PartForm<Need | undefined>;

  constructor(host: DealHost, menu: Menu, edit: InlineEdit) {
    this.#host = host;
    this.#menu = menu;
    this.#edit = edit;
    this.#form = new PartForm(host);
  }

  render(deal: Deal, people: readonly Contact[], sight: RowSight): TemplateResult | typeof nothing {
    const seesNeeds = sight.sees('needs');
    const seesBudget = sight.sees('budget');
    if (!seesNeeds && !seesBudget) return nothing;
    const say = this.#say;
    const { needs = [] } = withDetails(deal);
    const canEdit = sight.edits('needs');
    const isAdding = this.#form.isFor(deal.id, ADD);
    return panel({
      title: say.needs,
      part: 'needs',
      end:
        seesNeeds && canEdit
          ? html`<button type="button" class="button quiet small" data-part=${ADD} aria-label=${say.addNeed} aria-expanded=${isAdding ? 'true' : 'false'} @click=${() => this.#open(deal, undefined)}>${icon(plus)}${say.add}</button>`
          : undefined,
      body: html`
        ${isAdding ? html`<div class="part-new">${this.#renderForm(deal, undefined)}</div>` : nothing}
        ${seesNeeds && needs.length === 0 && !isAdding ? html`<p class="panel-note">${say.noNeeds}</p>` : nothing}
        ${
          seesNeeds
            ? html`<ul class="related">${repeat(
                needs,
                ({ id }) => id,
                (need) =>
                  this.#form.isFor(deal.id, keyOf(need))
                    ? html`<li>${this.#renderForm(deal, need)}</li>`
                    : this.#renderNeed(deal, need, canEdit),
              )}</ul>`
            : nothing
        }
        ${seesBudget ? html`<h4 class="details-group">${say.budget}</h4><dl class="details" aria-label=${say.budget}>${this.#budgetRows(deal, people, sight.edits('budget')).map((row) => this.#edit.row(row))}</dl>` : nothing}
      `,
    });
  }

  #renderNeed(deal: Deal, need: Need, canEdit: boolean): TemplateResult {
    const say = this.#say;
    const { text, importance, isMet } = need;
    return html`
      <li>
        <div class="grow"><bdi class="need">${text}</bdi>${importance ? html`<p class="small subtle">${say.importances[importance]}</p>` : nothing}</div>
        ${isMet === undefined ? nothing : isMet ? badge(say.met, 'positive') : badge(say.notMet, 'warning')}
        ${canEdit ? html`<button type="button" class="button quiet small square" data-part=${keyOf(need)} aria-haspopup="menu" aria-label=${say.more(text)} @click=${(event: Event) => this.#openMenu(event.currentTarget as HTMLElement, deal, need)}>${icon(more)}</button>` : nothing}
      </li>
    `;
  }

  #openMenu(anchor: HTMLElement, deal: Deal, need: Need): void {
    const say = this.#say;
    const { needs = [] } = withDetails(deal);
    const put = (changed: readonly Need[], told: string): void =>
      void carryOut(this.#host, { command: setNeeds({ id: deal.id, needs: changed }), told });
    const state = (label: string, isMet: boolean | undefined): MenuItem => ({
      label,
      isCurrent: need.isMet === isMet,
      choose: () => put(replaced(needs, { ...need, isMet }), say.saved(need.text)),
    });
    const remove = (): void =>
      put(
        needs.filter(({ id }) => id !== need.id),
        say.removed(need.text),
      );
    void this.#menu.open(anchor, say.more(need.text), [
      { items: [{ label: say.edit, icon: pencil, choose: () => void this.#open(deal, need) }] },
      { items: [state(say.met, true), state(say.notMet, false), state(say.undecided, undefined)] },
      { items: [{ label: say.remove, icon: trash, tone: 'danger', choose: remove }] },
    ]);
  }

  #open({ id: dealId }: Deal, need: Need | undefined): Promise<void> {
    return this.#form.open({ dealId, key: need ? keyOf(need) : ADD, was: need, state: need });
  }

  #renderForm(deal: Deal, now: Need | undefined): unknown {
    const say = this.#say;
    const was = this.#form.state;
    const { needs = [] } = withDetails(deal);
    const text = { id: 'need-text', label: say.need, name: 'text', value: was?.text ?? '', rows: 2 };
    const importance = {
      id: 'need-importance',
      label: say.importance,
      name: 'importance',
      value: was?.importance ?? '',
      none: say.undecided,
      choices: Object.entries(say.importances).map(([value, label]) => ({ value, label })),
    };
    return this.#form.render({
      label: was ? say.more(was.text) : say.addNeed,
      submit: was ? say.save : say.add,
      now,
      fields: html`<div class="wide">${field(text, textarea(text))}</div>${field(importance, select(importance))}`,
      read: (form) => {
        const values = new FormData(form);
        const typed = {
          text: textIn(values, 'text'),
          importance: (textIn(values, 'importance') || undefined) as Importance | undefined,
        };
        if (!typed.text) return say.noNeed;
        const changed = was ? replaced(needs, { ...was, ...typed }) : [...needs, typed];
        const told = (was ? say.saved : say.added)(typed.text);
        return { command: setNeeds({ id: deal.id, needs: changed.map((need) => withoutEmpty(need)) }), told };
      },
    });
  }

  #budgetRows(deal: Deal, people: readonly Contact[], canEdit: boolean): readonly EditableField[] {
    const { locale } = this.#host;
    const say = this.#say;
    const { budget } = withDetails(deal);
    const save = async (changes: Partial<Budget> | null, label: string): Promise<string | undefined> => {
      const changed = changes && withoutEmpty({ status: 'unknown' as const, ...budget, ...changes });
      const sending = { command: setBudget({ id: deal.id, budget: changed }), told: say.saved(label) };
      const problem = await carryOut(this.#host, sending, true);
      return problem && problemText(problem, locale);
    };
    const approver = people.find(({ id }) => id === budget?.contactId);
    const rows: readonly EditableField[] = [
      {
        name: 'budget.status',
        label: say.status,
        kind: 'choice',
        choices: Object.entries(say.budgetStatus).map(([value, label]) => ({ value, label })),
        text: budget?.status ?? '',
        shown: budget && say.budgetStatus[budget.status],
        save: (chosen) => save(chosen ? { status: chosen as Budget['status'] } : null, say.budget),
      },
      {
        name: 'budget.amount',
        label: say.budgetAmount,
        kind: 'money',
        currency: deal.amount?.currency ?? locale.currency,
        text: budget?.amount ? amountAsText(budget.amount) : '',
        shown: budget?.amount && html`<span class="number">${locale.format.money(budget.amount)}</span>`,
        preview: previewAmount(locale),
        save: (typed) => save({ amount: amountFromText(typed) }, say.budgetAmount),
      },
    ];
    // Nobody has approved, and no day is promised for, what nobody has spoken about.
    const further: readonly EditableField[] = budget
      ? [
          {
            name: 'budget.contactId',
            label: say.approvedBy,
            kind: 'choice',
            choices: people.map(({ id, name }) => ({ value: id, label: name })),
            text: budget.contactId ?? '',
            shown: approver && recordLink('contact', approver.id, approver.name),
            save: (chosen) => save({ contactId: (chosen || undefined) as Id<'contact'> | undefined }, say.approvedBy),
          },
          {
            name: 'budget.from',
            label: say.availableFrom,
            kind: 'day',
            text: budget.from ?? '',
            shown: budget.from && locale.format.day(budget.from),
            preview: (day) => day && locale.format.day(day as Day),
            save: (day) => save({ from: (day || undefined) as Day | undefined }, say.availableFrom),
          },
        ]
      : [];
    const all = [...rows, ...further];
    return canEdit ? all : all.map((row) => ({ ...row, save: undefined }));
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const ADD = 'add-need';
const keyOf = ({ id }: Need): string => `need-${id}`;
const replaced = (needs: readonly Need[], need: Need): readonly Need[] =>
  needs.map((each) => (each.id === need.id ? withoutEmpty(need) : each));
