import type { Company, Contact, Id, Pipeline } from '@kith/core';
import { type Field } from '@kith/core/fields';
import { type Conversion, convertLead, type FieldMapping, type Lead } from '@kith/core/leads';
import { companies, contacts, pipelines } from '@kith/store';
import { checkRow } from '@kith/store/duplicates';
import { type ConvertInput, convert } from '@kith/store/leads';
import { html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { nest } from '../base/nest.js';
import { problemText } from '../base/problem-text.js';
import { readOnce } from '../lists/read-once.js';
import { busyButton } from '../parts/busy-button.js';
import type { Choice } from '../parts/choice.js';
import { KithCombobox } from '../parts/combobox.js';
import { select } from '../parts/controls.js';
import { field } from '../parts/field.js';
import { wired } from '../parts/form-control.js';
import { icon } from '../parts/icon.js';
import { alert } from '../parts/icons/shown.js';
import { radioGroup } from '../parts/radio-group.js';
import { type ConvertSentences, convertMessages } from './convert.messages.js';
import { type DealForm, dealFields, wrongInDeal } from './deal-fields.js';
import { deskMessages } from './desk.messages.js';
import { fieldsFor, gainedBy, type Target, unmappedOf } from './field-map.js';
import { fieldText } from './field-text.js';
import type { Chosen, Desk, InboxHost } from './inbox-host.js';

type How = 'new' | 'existing' | 'none';

/** So many rows are offered while somebody types a name. */
const OFFERED = 8;

/** Asks what a lead becomes, and shows before it happens what goes where and what goes nowhere. */
export class ConvertForm {
  readonly #host: InboxHost;
  readonly #desk: Desk;
  readonly #lead: Lead;
  #how: Record<Target, How>;
  readonly #chosen: { company?: Choice | undefined; contact?: Choice | undefined };
  readonly #rows: { company?: Company | undefined; contact?: Contact | undefined } = {};
  #likely: { company: readonly Offered[]; contact: readonly Offered[] } = { company: [], contact: [] };
  #pipelines: readonly Pipeline[] = [];
  #deal: DealForm;
  readonly #map = new Map<string, string>();
  #refusal: string | undefined;
  #isBusy = false;

  constructor(host: InboxHost, desk: Desk, lead: Lead, chosen: Chosen) {
    this.#host = host;
    this.#desk = desk;
    this.#lead = lead;
    this.#chosen = { ...chosen };
    this.#how = {
      company: chosen.company ? 'existing' : lead.companyName === undefined ? 'none' : 'new',
      contact: chosen.contact ? 'existing' : 'new',
      deal: chosen.company || chosen.contact ? 'none' : 'new',
    };
    this.#deal = {
      name: lead.companyName ?? lead.name,
      pipelineId: undefined,
      stageId: undefined,
      amount: lead.estimatedAmount,
      expectedCloseDay: lead.estimatedCloseDay,
    };
  }

  async open(): Promise<void> {
    const { activeStore: store } = this.#host;
    if (store) {
      this.#pipelines = (await readOnce(store, pipelines.all()).catch(() => [])).filter(
        ({ stages }) => stages.length > 0,
      );
      await this.#findLikely();
      for (const target of ['company', 'contact'] as const) await this.#load(target);
    }
    if (this.#pipelines.length === 0) this.#how.deal = 'none';
    this.#deal = { ...this.#deal, pipelineId: this.#pipelines[0]?.id };
    const say = this.#say;
    this.#desk.ask({
      title: say.title(this.#lead.name),
      shape: 'drawer',
      content: () => this.#render(),
      buttons: () => html`
        <button type="button" class="button" @click=${() => this.#desk.close()}>${say.cancel}</button>
        ${busyButton({ label: say.convert, busyLabel: say.converting, isBusy: this.#isBusy, tone: 'primary', onClick: () => void this.#send() })}
      `,
    });
  }

  get #say(): ConvertSentences {
    return sentencesIn(convertMessages, this.#host.locale);
  }

  /** Whom it may be stands first among what can be chosen; who it likely is, is chosen beforehand. */
  async #findLikely(): Promise<void> {
    const found = await this.#host.activeStore
      ?.can(checkRow({ in: 'leads', id: this.#lead.id }))
      .catch(() => undefined);
    if (!found?.ok) return;
    const of = (collection: string): readonly Offered[] =>
      found.value.matches
        .filter((match) => match.collection === collection)
        .map(({ id, name, verdict }) => ({
          value: id,
          label: name,
          ...(verdict === 'possible' ? { isSure: false } : { isSure: true, note: this.#say.likely }),
        }));
    this.#likely = { company: of('companies'), contact: of('contacts') };
    for (const target of ['company', 'contact'] as const) {
      const [first] = this.#likely[target];
      if (!first?.isSure || this.#chosen[target]) continue;
      this.#chosen[target] = first;
      this.#how[target] = 'existing';
    }
  }

  async #load(target: 'company' | 'contact'): Promise<void> {
    const { activeStore: store } = this.#host;
    const id = this.#chosen[target]?.value;
    if (!store || id === undefined) return void Object.assign(this.#rows, { [target]: undefined });
    const query = target === 'company' ? companies.byId(id as Id<'company'>) : contacts.byId(id as Id<'contact'>);
    const row: unknown = await readOnce(store, query as ReturnType<typeof companies.byId>).catch(() => undefined);
    Object.assign(this.#rows, { [target]: row });
    this.#host.requestUpdate();
  }

  #render(): TemplateResult {
    const say = this.#say;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this.#send();
    };
    const preview = this.#preview();
    return html`
      <form class="lead-form" novalidate @submit=${onSubmit}>
        ${this.#refusal ? html`<p class="form-problem icon-small" role="alert" tabindex="-1">${icon(alert)}<span>${this.#refusal}</span></p>` : nothing}
        ${this.#renderTarget('company', preview)}
        ${this.#renderTarget('contact', preview)}
        ${this.#renderTarget('deal', preview)}
        ${this.#renderUnmapped(say)}
      </form>
    `;
  }

  #renderTarget(target: Target, preview: Preview | undefined): TemplateResult {
    const say = this.#say;
    const how = this.#how[target];
    const ways = (target === 'deal' ? ['new', 'none'] : ['new', 'existing', 'none']) as readonly How[];
    const choices = ways.map((value) => {
      const lacks = value === 'new' && (target === 'company' ? this.#lead.companyName === undefined : false);
      return {
        value,
        label: say.how[value],
        ...(value === 'new' && target === 'deal' && this.#pipelines.length === 0 && { reason: say.noPipeline }),
        ...(lacks && { reason: '–' }),
      };
    });
    const onChange = (value: string): void => {
      this.#how = { ...this.#how, [target]: value as How };
      this.#host.requestUpdate();
    };
    return html`
      <fieldset class="target" data-target=${target}>
        <legend>${say.targets[target]}</legend>
        ${radioGroup({ label: say.targets[target], isLabelUnseen: true, name: `how-${target}`, choices, value: how, isInline: true, onChange })}
        ${how === 'existing' && target !== 'deal' ? this.#renderFind(target, say) : nothing}
        ${how !== 'none' && target === 'deal' ? dealFields(this.#host, this.#deal, this.#pipelines, (changes) => this.#putDeal(changes)) : nothing}
        ${how === 'none' || !preview ? nothing : this.#renderGains(target, preview, say)}
      </fieldset>
    `;
  }

  #renderFind(target: 'company' | 'contact', say: ConvertSentences): TemplateResult {
    const options = { id: `find-${target}`, label: say.find };
    const chosen = this.#chosen[target];
    const onChange = (event: Event): void => {
      this.#chosen[target] = (event.target as KithCombobox).chosen[0];
      void this.#load(target);
    };
    const combobox = nest(
      this.#host,
      KithCombobox,
      wired(options, { name: target, search: this.#searches[target], chosen: chosen ? [chosen] : NONE_CHOSEN }),
    );
    return html`<div @change=${onChange}>${field(options, combobox)}</div>`;
  }

  /** Kept, so that a drawing gives the field nothing new. */
  readonly #searches = {
    company: (text: string) => this.#search('company', text),
    contact: (text: string) => this.#search('contact', text),
  };

  async #search(target: 'company' | 'contact', text: string): Promise<readonly Choice[]> {
    const { activeStore: store } = this.#host;
    const likely = this.#likely[target];
    if (!store || text.trim() === '') return likely;
    const collection = target === 'company' ? companies.collection : contacts.collection;
    const found = await readOnce(store, {
      ask: 'rows',
      collection: collection as typeof companies.collection,
      where: { field: 'name', is: 'contains', value: text.trim() },
      order: [['name', 'asc']],
      limit: OFFERED,
    });
    return found.map(({ id, name }) => likely.find(({ value }) => value === id) ?? { value: id, label: name });
  }

  #putDeal(changes: Partial<DealForm>): void {
    this.#deal = { ...this.#deal, ...changes };
    this.#host.requestUpdate();
  }

  #renderGains(target: Target, preview: Preview, say: ConvertSentences): TemplateResult | typeof nothing {
    const row = preview[target];
    if (!row) return nothing;
    const before = target === 'deal' ? undefined : this.#how[target] === 'existing' ? this.#rows[target] : undefined;
    const { locale } = this.#host;
    const words = sentencesIn(deskMessages, locale);
    const known = this.#host.fieldsOf(target);
    const gained = gainedBy(before, row).flatMap((name) => {
      const value = Reflect.get(row, name) as unknown;
      if (name === 'customFields')
        return Object.entries(value as object).map(([custom, its]) =>
          this.#gain(`customFields.${custom}`, its, known, words),
        );
      return [this.#gain(name, value, known, words)];
    });
    return html`
      ${before ? html`<p class="subtle small">${gained.length > 0 ? say.keeps : say.gainsNothing}</p>` : nothing}
      ${gained.length > 0 ? html`<dl class="gains" aria-label=${say.gains}>${gained.map(([label, text]) => html`<div><dt>${label}</dt><dd><bdi>${text}</bdi></dd></div>`)}</dl>` : nothing}
    `;
  }

  #gain(
    path: string,
    value: unknown,
    known: readonly Field[],
    words: { readonly yes: string; readonly no: string },
  ): readonly [string, string] {
    const { locale } = this.#host;
    const found = known.find((each) => [path, `${path}.value`, `${path}.street`].includes(each.path));
    return [found ? labelOf(found, locale) : path, fieldText(value, found, locale, words)];
  }

  /** What goes nowhere by itself: each stays with the lead, unless somebody says which field takes it. */
  #renderUnmapped(say: ConvertSentences): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const words = sentencesIn(deskMessages, locale);
    const targets = this.#targets;
    const leftOver = unmappedOf(this.#lead, targets);
    if (leftOver.length === 0) return nothing;
    const known = this.#host.fieldsOf('lead');
    return html`
      <fieldset class="target" data-target="unmapped">
        <legend>${say.unmapped}</legend>
        <p class="subtle small">${say.unmappedText}</p>
        <div class="map">
          ${leftOver.map(({ from, value }) => {
            const its = known.find(({ path }) => path === from);
            const label = its ? labelOf(its, locale) : from.replace(/^(answers|customFields)\./, '');
            const choices = targets.flatMap((target) =>
              fieldsFor(value, this.#host.fieldsOf(target)).map((each) => ({
                value: `${target} ${each.path}`,
                label: labelOf(each, locale),
                group: say.targets[target],
              })),
            );
            const onChange = (to: string): void => {
              if (to) this.#map.set(from, to);
              else this.#map.delete(from);
              this.#host.requestUpdate();
            };
            return html`
              <span><span class="subtle small">${label}</span><br /><bdi>${fieldText(value, its, locale, words)}</bdi></span>
              ${select({ id: `map-${from.replace(/[^\w-]/g, '-')}`, label, isBare: true, none: say.stays, value: this.#map.get(from) ?? '', choices, onChange })}
            `;
          })}
        </div>
      </fieldset>
    `;
  }

  get #targets(): readonly Target[] {
    return (['company', 'contact', 'deal'] as const).filter((target) => this.#how[target] !== 'none');
  }

  get #fields(): readonly FieldMapping[] {
    return [...this.#map].flatMap(([from, to]): readonly FieldMapping[] => {
      const [into = '', path = ''] = to.split(' ');
      return this.#targets.some((target) => target === into) ? [{ into: into as Target, field: path, from }] : [];
    });
  }

  /** What would come of it: the rule itself, asked without a commit. */
  #preview(): Preview | undefined {
    const { activeStore: store } = this.#host;
    if (!store) return undefined;
    const rowOf = <Row>(how: How, row: Row | undefined): 'new' | Row | undefined =>
      how === 'none' ? undefined : how === 'new' ? 'new' : row;
    const into: Conversion = {
      company: rowOf(this.#how.company, this.#rows.company),
      contact: rowOf(this.#how.contact, this.#rows.contact),
      deal: this.#how.deal === 'none' ? undefined : this.#dealInput,
      fields: this.#fields,
    };
    // A lead that is not qualified yet is shown all the same; it is refused when it is sent.
    const converted = convertLead({ ...this.#lead, status: 'qualified' }, into, store.storage.env());
    return converted.ok ? converted.value : undefined;
  }

  get #dealInput() {
    const { name, amount, expectedCloseDay, stageId } = this.#deal;
    return {
      ...(name.trim() && { name: name.trim() }),
      ...(amount && { amount }),
      ...(expectedCloseDay && { expectedCloseDay }),
      ...(stageId && { stageId: stageId as Id<'stage'> }),
    };
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return;
    const say = this.#say;
    const { locale } = this.#host;
    const wrong = this.#wrong(say);
    if (wrong !== undefined) return this.#refuse(wrong);
    const idOf = (target: 'company' | 'contact'): string | undefined =>
      this.#how[target] === 'none' ? undefined : this.#how[target] === 'new' ? 'new' : this.#chosen[target]?.value;
    const input: ConvertInput = {
      id: this.#lead.id,
      company: idOf('company') as ConvertInput['company'],
      contact: idOf('contact') as ConvertInput['contact'],
      deal:
        this.#how.deal === 'none'
          ? undefined
          : { ...this.#dealInput, pipelineId: this.#deal.pipelineId as Id<'pipeline'> },
      fields: this.#fields,
    };
    this.#isBusy = true;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    const { name } = this.#lead;
    const result = await this.#host.act(convert(input), {
      done: () => ({ text: say.done(name), name }),
      showsRefusal: () => true,
    });
    this.#isBusy = false;
    if (result.ok) this.#desk.close();
    else this.#refuse(problemText(result.problem, locale));
  }

  #wrong(say: ConvertSentences): string | undefined {
    if (this.#lead.status !== 'qualified') return say.qualifyFirst;
    if (this.#targets.length === 0) return say.nothing;
    const lacks = (['company', 'contact'] as const).some(
      (target) => this.#how[target] === 'existing' && !this.#chosen[target],
    );
    return lacks ? say.chooseOne : wrongInDeal(this.#host);
  }

  #refuse(text: string): void {
    this.#refusal = text;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('.form-problem')?.focus(),
    );
  }
}

/** A row that it may be already. */
interface Offered extends Choice {
  /** Whether it likely is: then it is chosen beforehand. */
  readonly isSure: boolean;
}

type Preview = Partial<Readonly<Record<Target, object>>>;

const NONE_CHOSEN: readonly Choice[] = [];
