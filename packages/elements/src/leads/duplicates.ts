import type { Id } from '@kith/core';
import type { Lead } from '@kith/core/leads';
import { companies, contacts } from '@kith/store';
import { type Match, watchDuplicates } from '@kith/store/duplicates';
import { byId } from '@kith/store/leads';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { NavigateEvent } from '../base/command-event.js';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { readOnce } from '../lists/read-once.js';
import { badge } from '../parts/badge.js';
import { panel } from '../parts/panel.js';
import { deskMessages } from './desk.messages.js';
import { type DetailSentences, detailMessages } from './detail.messages.js';
import { fieldText } from './field-text.js';
import type { InboxHost } from './inbox-host.js';

const KINDS = { leads: 'lead', contacts: 'contact', companies: 'company' } as const;

/** Whom the open lead may be already: looked for as it is opened, and after each commit that could change the answer. */
export class Duplicates implements ReactiveController {
  readonly #host: InboxHost;
  #matches: readonly Match[] = [];
  #of: string | undefined;
  #store: unknown;
  #end: (() => void) | undefined;

  constructor(host: InboxHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
    this.#of = undefined;
  }

  /** Those that are worth a look; nothing where nobody is like it. */
  render(lead: Lead): TemplateResult | typeof nothing {
    this.#watch(lead.id);
    if (this.#matches.length === 0) return nothing;
    const say = sentencesIn(detailMessages, this.#host.locale);
    return panel({
      title: say.duplicates,
      count: this.#host.locale.format.number(this.#matches.length),
      body: html`<ul class="matches">${this.#matches.map((match) => this.#renderMatch(lead, match, say))}</ul>`,
    });
  }

  /** Contacts or companies that it likely is, the likeliest first: what a conversion offers. */
  likely(collection: 'contacts' | 'companies'): readonly Match[] {
    return this.#matches.filter((match) => match.collection === collection && match.verdict !== 'possible');
  }

  #renderMatch(lead: Lead, match: Match, say: DetailSentences): TemplateResult {
    const evidence = match.reasons.filter(({ weight }) => weight > 0).map((each) => say.evidence[each.evidence]);
    return html`
      <li>
        <span class="truncate"><bdi>${match.name}</bdi> <span class="subtle">${say.kinds[match.collection]}</span></span>
        <button type="button" class="button small" data-compare=${match.id} aria-label=${say.compareWith(match.name)} @click=${() => void this.#compare(lead, match)}>${say.compare}</button>
        <span class="small muted">${badge(say.verdicts[match.verdict], match.verdict === 'possible' ? 'neutral' : 'warning')} ${this.#host.locale.format.list(evidence)}</span>
      </li>
    `;
  }

  /** Side by side, with what can be made of it: into what it is (by a conversion), or out of work (a second lead). */
  async #compare(lead: Lead, match: Match): Promise<void> {
    const store = this.#host.activeStore;
    const desk = await this.#host.desk();
    if (!store || !desk) return;
    const query =
      match.collection === 'leads'
        ? byId(match.id as Id<'lead'>)
        : match.collection === 'contacts'
          ? contacts.byId(match.id as Id<'contact'>)
          : companies.byId(match.id as Id<'company'>);
    const other: unknown = await readOnce(store, query as ReturnType<typeof byId>).catch(() => undefined);
    const { locale } = this.#host;
    const say = sentencesIn(detailMessages, locale);
    const kind = KINDS[match.collection];
    const open = (): void => {
      desk.close();
      if (kind === 'lead') this.#host.show(match.id);
      else this.#host.dispatchEvent(new NavigateEvent(kind, match.id));
    };
    const merge = (): void => {
      desk.close();
      if (kind === 'lead') desk.disqualify(lead, say.duplicateOf(match.name));
      else void desk.convert(lead, { [kind]: { value: match.id, label: match.name } });
    };
    const canMerge = kind === 'lead' || lead.status === 'qualified';
    desk.ask({
      title: say.compareWith(match.name),
      content: () => (other ? this.#renderTable(lead, other as Lead, match, say) : html`<p>${say.gone}</p>`),
      buttons: () => html`
        <button type="button" class="button" data-action="open-match" @click=${open}>${say.openRow}</button>
        ${canMerge ? html`<button type="button" class="button primary" data-action="merge" @click=${merge}>${kind === 'lead' ? say.disqualifyAs : say.convertInto}</button>` : nothing}
      `,
    });
  }

  #renderTable(lead: Lead, other: object, match: Match, say: DetailSentences): TemplateResult {
    const { locale } = this.#host;
    const words = sentencesIn(deskMessages, locale);
    const kind = KINDS[match.collection];
    const known = [...this.#host.fieldsOf(kind), ...this.#host.fieldsOf('lead')];
    const rows = COMPARED.flatMap((name) => {
      const mine = kind === 'company' && name === 'name' ? (lead.companyName ?? lead.name) : Reflect.get(lead, name);
      const field = known.find(({ path }) => path === name || path === `${name}.value` || path === `${name}.street`);
      const [left, right] = [mine, Reflect.get(other, name)].map((value) => fieldText(value, field, locale, words));
      return left || right ? [{ label: field ? labelOf(field, locale) : name, left, right }] : [];
    });
    return html`
      <table class="compare">
        <caption class="unseen">${say.compareWith(match.name)}</caption>
        <thead><tr><th scope="col"><span class="unseen">${say.field}</span></th><th scope="col">${say.thisLead}</th><th scope="col">${say.kinds[match.collection]}</th></tr></thead>
        <tbody>${rows.map(({ label, left, right }) => html`<tr class=${left !== '' && left === right ? 'same' : ''}><th scope="row">${label}</th><td><bdi>${left}</bdi></td><td><bdi>${right}</bdi></td></tr>`)}</tbody>
      </table>
    `;
  }

  #watch(id: Lead['id']): void {
    const store = this.#host.activeStore;
    if (id === this.#of && store === this.#store) return;
    this.#end?.();
    this.#of = id;
    this.#store = store;
    this.#matches = [];
    if (!store) return;
    const heard = watchDuplicates(store, { in: 'leads', id }).subscribe({
      next: ({ matches }) => {
        this.#matches = matches;
        this.#host.requestUpdate();
      },
      // Without identities nobody is found; the lead can be worked on all the same.
      error: () => undefined,
    });
    this.#end = () => heard.unsubscribe();
  }
}

const COMPARED = [
  'name',
  'jobTitle',
  'companyName',
  'emails',
  'phones',
  'website',
  'addresses',
  'source',
  'status',
  'lifecycleStage',
  'tags',
  'createdAt',
] as const;
