import type { Contact, Deal, Id } from '@kith/core';
import { ContactRole, type DealContact, dealContacts, withDetails } from '@kith/core/deals';
import { contacts } from '@kith/store';
import { dropContact, setContact } from '@kith/store/deals';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { companyPanelMessages } from '../companies/panels.messages.js';
import { readOnce } from '../lists/read-once.js';
import { avatar } from '../parts/avatar.js';
import { checkbox } from '../parts/checkbox.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import type { SearchChoices } from '../parts/combobox-source.js';
import { field, textIn } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { more, plus, trash } from '../parts/icons/shown.js';
import { pencil, star } from '../parts/icons/tools.js';
import type { Menu } from '../parts/menu.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import { searchRows } from '../records/search-rows.js';
import type { RowSight } from '../records/sight.js';
import type { DealHost } from './deal-host.js';
import { dealMessages } from './messages.js';
import { carryOut, PartForm } from './part-form.js';
import { type DealPartSentences, dealPartMessages } from './parts.messages.js';

/** What the form of a person begins with. */
interface PersonState {
  readonly person: DealContact | undefined;
  readonly roles: readonly Choice[];
  readonly choices: readonly Choice[];
  readonly search: SearchChoices | undefined;
}

/** The people of a deal with their parts in it, whom to call first at the top. */
export class DealPeople {
  readonly #host: DealHost;
  readonly #menu: Menu;
  readonly #form: PartForm<PersonState>;

  constructor(host: DealHost, menu: Menu) {
    this.#host = host;
    this.#menu = menu;
    this.#form = new PartForm(host);
  }

  render(deal: Deal, known: readonly Contact[], sight: RowSight): TemplateResult | typeof nothing {
    if (!sight.sees('contactIds')) return nothing;
    const { locale } = this.#host;
    const say = this.#say;
    const people = dealContacts(withDetails(deal));
    const byId = new Map<string, Contact>(known.map((contact) => [contact.id, contact]));
    const canEdit = sight.edits('contactIds');
    const isAdding = this.#form.isFor(deal.id, ADD);
    return panel({
      title: sentencesIn(dealMessages, locale).contacts,
      part: 'people',
      count: people.length > 0 ? locale.format.number(people.length) : undefined,
      end: canEdit
        ? html`<button type="button" class="button quiet small" data-part=${ADD} aria-label=${say.addPerson} aria-expanded=${isAdding ? 'true' : 'false'} @click=${() => this.#open(deal, undefined)}>${icon(plus)}${say.add}</button>`
        : undefined,
      body: html`
        ${isAdding ? html`<div class="part-new">${this.#renderForm(deal, undefined)}</div>` : nothing}
        ${people.length === 0 && !isAdding ? html`<p class="panel-note">${sentencesIn(dealMessages, locale).noContacts}</p>` : nothing}
        <ul class="related people">
          ${repeat(
            people.filter(({ contactId }) => byId.has(contactId)),
            ({ contactId }) => contactId,
            (person) =>
              this.#form.isFor(deal.id, keyOf(person))
                ? html`<li>${this.#renderForm(deal, person)}</li>`
                : this.#renderPerson(deal, person, byId.get(person.contactId), canEdit),
          )}
        </ul>
      `,
    });
  }

  #renderPerson(deal: Deal, person: DealContact, contact: Contact | undefined, canEdit: boolean): TemplateResult {
    const { locale } = this.#host;
    const say = this.#say;
    const roles = sentencesIn(companyPanelMessages, locale).roles;
    const { contactId, primary } = person;
    const name = contact?.name ?? '';
    return html`
      <li>
        ${avatar({ id: contactId, name }, locale.format)}
        <div class="grow">
          ${recordLink('contact', contactId, name, 'title')}
          ${contact?.jobTitle ? html`<p class="small subtle"><bdi>${contact.jobTitle}</bdi></p>` : nothing}
          ${
            primary || person.roles.length > 0
              ? html`<p class="many">${primary ? html`<span class="badge accent icon-small">${say.callFirst}</span>` : nothing}${person.roles.map((role) => html`<span class="badge plain">${roles[role]}</span>`)}</p>`
              : nothing
          }
        </div>
        ${canEdit ? html`<button type="button" class="button quiet small square" data-part=${keyOf(person)} aria-haspopup="menu" aria-label=${say.more(name)} @click=${(event: Event) => this.#openMenu(event.currentTarget as HTMLElement, deal, person, name)}>${icon(more)}</button>` : nothing}
      </li>
    `;
  }

  #openMenu(anchor: HTMLElement, { id, ...deal }: Deal, person: DealContact, name: string): void {
    const say = this.#say;
    const { contactId, roles, primary } = person;
    const call = (): void =>
      void carryOut(this.#host, {
        command: setContact({ id, contactId, roles, primary: true }),
        told: say.saved(name),
      });
    const drop = (): void =>
      void carryOut(this.#host, { command: dropContact({ id, contactId }), told: say.removed(name) });
    void this.#menu.open(anchor, say.more(name), [
      {
        items: [
          { label: say.editParts, icon: pencil, choose: () => void this.#open({ id, ...deal }, person) },
          ...(primary ? [] : [{ label: say.callFirst, icon: star, choose: call }]),
        ],
      },
      { items: [{ label: say.takeOff, icon: trash, tone: 'danger', choose: drop }] },
    ]);
  }

  #open(deal: Deal, person: DealContact | undefined): Promise<void> {
    const all = sentencesIn(companyPanelMessages, this.#host.locale).roles;
    const choices = ContactRole.options.map((value): Choice => ({ value, label: all[value] }));
    const roles = choices.filter(({ value }) => person?.roles.includes(value as ContactRole));
    const search = person ? undefined : this.#search(deal);
    const state = { person, roles, choices, search };
    return this.#form.open({ dealId: deal.id, key: person ? keyOf(person) : ADD, was: person, state });
  }

  #renderForm(deal: Deal, now: DealContact | undefined): unknown {
    const state = this.#form.state;
    if (!state) return nothing;
    const say = this.#say;
    const { id } = deal;
    const who = { id: 'deal-person', label: say.person };
    const parts = { id: 'deal-person-parts', label: say.parts };
    return this.#form.render({
      label: state.person ? say.editParts : say.addPerson,
      submit: state.person ? say.save : say.add,
      now,
      fields: html`
        ${state.person ? nothing : html`<div class="wide">${field(who, nest(this.#host, KithCombobox, wired(who, { name: 'person', search: state.search })))}</div>`}
        <div class="wide">${field(parts, nest(this.#host, KithCombobox, wired(parts, { name: 'parts', isMultiple: true, choices: state.choices, chosen: state.roles })))}</div>
        <div class="wide">${checkbox({ label: say.callFirst, name: 'primary', isOn: state.person?.primary === true })}</div>
      `,
      read: (form) => {
        const values = new FormData(form);
        const contactId = state.person?.contactId ?? (textIn(values, 'person') as Id<'contact'>);
        if (!contactId) return say.noPerson;
        const roles = values.getAll('parts') as ContactRole[];
        const chosen = form.querySelector<KithCombobox>('#deal-person')?.chosen[0]?.label;
        const command = setContact({ id, contactId, roles, primary: values.has('primary') });
        return { command, told: chosen ? say.added(chosen) : say.saved(say.parts) };
      },
    });
  }

  /** Finds who is not on the deal yet; before anything is typed, the people of its company. */
  #search({ companyId, contactIds = [] }: Deal): SearchChoices | undefined {
    const { activeStore: store } = this.#host;
    if (!store) return undefined;
    const find = searchRows(store, 'contact');
    const ofCompany = async (of: Id<'company'>): Promise<readonly Choice[]> =>
      (await readOnce(store, contacts.ofCompany(of))).map(({ id, name, jobTitle }) => ({
        value: id,
        label: name,
        note: jobTitle,
      }));
    return async (text, signal) => {
      const colleagues = companyId && !text.trim() ? await ofCompany(companyId) : [];
      const free = (found: readonly Choice[]): readonly Choice[] =>
        found.filter(({ value }) => !contactIds.includes(value as Id<'contact'>));
      const near = free(colleagues);
      return near.length > 0 ? near : free(await find(text, signal));
    };
  }

  get #say(): DealPartSentences {
    return sentencesIn(dealPartMessages, this.#host.locale);
  }
}

const ADD = 'add-person';
const keyOf = ({ contactId }: DealContact): string => `person-${contactId}`;
