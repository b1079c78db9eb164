import { currencyExponent, isDay } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { readNumber } from '../base/read-number.js';
import { checkStyles } from '../parts/check.styles.js';
import { checkbox } from '../parts/checkbox.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { down } from '../parts/icons/heads.js';
import { optionLabel } from './cell.js';
import { minorOf } from './editable.js';
import { filterMessages } from './filter-tools.messages.js';
import type { ListFilter } from './list-filter.js';
import type { ListSentences } from './messages.js';
import type { References } from './references.js';

type Way = ListFilter['is'];

/** The element that a form stands in. */
export interface FilterFormHost {
  readonly locale: Locale;
  readonly say: Pick<ListSentences, 'yes' | 'no'>;
  readonly references: Pick<References, 'users' | 'stages'>;
  requestUpdate(): void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** More options than that get a field to find one in. */
const FEW = 8;

/** The form behind a chip: how a field is filtered, by the kind of its values. */
export class FilterForm {
  readonly #host: FilterFormHost;
  readonly #field: Field;
  readonly #done: (filter: ListFilter | undefined) => void;
  readonly #options: readonly Option[] | undefined;
  #way: Way;
  #values: ReadonlySet<string>;
  #texts: Readonly<Record<string, string>>;
  #sought = '';

  /** `tags` are those that rows have; `done` gets the filter, or nothing where somebody gives up. */
  constructor(
    host: FilterFormHost,
    field: Field,
    filter: ListFilter | undefined,
    known: readonly Option[] | undefined,
    done: (filter: ListFilter | undefined) => void,
  ) {
    this.#host = host;
    this.#field = field;
    this.#done = done;
    this.#options = known ?? optionsOf(field, host);
    this.#way = filter?.is ?? this.#ways[0] ?? 'filled';
    this.#values = new Set(filter && 'values' in filter ? filter.values : []);
    this.#texts = filter ? textsOf(filter) : {};
  }

  /** What every row has is never empty. */
  get #ways(): readonly Way[] {
    const ways = this.#waysOfKind;
    return this.#field.required === true ? ways.filter((way) => way !== 'empty' && way !== 'filled') : ways;
  }

  get #waysOfKind(): readonly Way[] {
    if (this.#options) return ['any', 'none', 'empty', 'filled'];
    switch (this.#field.valueType) {
      case 'number':
      case 'percent':
      case 'money':
        return ['between', 'empty', 'filled'];
      case 'day':
      case 'instant':
        return ['last', 'next', 'days', 'empty', 'filled'];
      default:
        return ['contains', 'startsWith', 'equals', 'empty', 'filled'];
    }
  }

  render(): TemplateResult {
    const say = sentencesIn(filterMessages, this.#host.locale);
    const names: Readonly<Partial<Record<Way, string>>> = {
      days: say.range,
      last: say.lastDays,
      next: say.nextDays,
      empty: say.isEmpty,
      filled: say.isFilled,
    };
    const onWay = (event: Event): void => {
      this.#way = (event.target as HTMLSelectElement).value as Way;
      this.#host.requestUpdate();
    };
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      this.#done(this.#filter());
    };
    return html`
      <form class="filter-form" @submit=${onSubmit}>
        <b class="truncate">${labelOf(this.#field, this.#host.locale)}</b>
        <span class="select icon-small">
          <select class="input" aria-label=${say.how} @change=${onWay}>
            ${this.#ways.map((way) => html`<option value=${way} ?selected=${way === this.#way}>${names[way] ?? say.ways[way]}</option>`)}
          </select>
          ${icon(down)}
        </span>
        ${this.#renderValue()}
        <div class="filter-buttons">
          <button type="button" class="button small" @click=${() => this.#done(undefined)}>${say.cancel}</button>
          <button class="button small primary" ?disabled=${this.#filter() === undefined}>${say.apply}</button>
        </div>
      </form>
    `;
  }

  #renderValue(): unknown {
    const say = sentencesIn(filterMessages, this.#host.locale);
    switch (this.#way) {
      case 'any':
      case 'none':
        return this.#renderOptions();
      case 'contains':
      case 'equals':
      case 'startsWith':
        return this.#input('text', say.text);
      case 'between':
        return html`<div class="filter-pair">${this.#input('least', say.least, 'decimal')}${this.#input('most', say.most, 'decimal')}${this.#field.valueType === 'money' && !this.#field.currency ? this.#input('currency', say.currency) : nothing}</div>`;
      case 'days':
        return html`<div class="filter-pair">${this.#input('from', say.from, 'none', 'date')}${this.#input('to', say.to, 'none', 'date')}</div>`;
      case 'last':
      case 'next':
        return this.#input('days', say.days, 'numeric');
      case 'empty':
      case 'filled':
        return nothing;
    }
  }

  #renderOptions(): TemplateResult {
    const say = sentencesIn(filterMessages, this.#host.locale);
    const options = this.#options ?? [];
    const found = options.filter(({ label }) => label.toLocaleLowerCase().includes(this.#sought.toLocaleLowerCase()));
    const seek = (event: Event): void => {
      this.#sought = (event.target as HTMLInputElement).value.trim();
      this.#host.requestUpdate();
    };
    const turn = (value: string, isOn: boolean): void => {
      const next = new Set(this.#values);
      if (isOn) next.add(value);
      else next.delete(value);
      this.#values = next;
      this.#host.requestUpdate();
    };
    return html`
      ${options.length > FEW ? html`<input type="search" class="input" aria-label=${say.find} placeholder=${say.find} autocomplete="off" @input=${seek} />` : nothing}
      <ul class="filter-options">
        ${found.slice(0, 100).map(({ value, label }) => html`<li>${checkbox({ label, isOn: this.#values.has(value), onChange: (isOn) => turn(value, isOn) })}</li>`)}
      </ul>
    `;
  }

  #input(name: string, label: string, mode = 'text', type: 'text' | 'date' = 'text'): TemplateResult {
    const onInput = (event: Event): void => {
      this.#texts = { ...this.#texts, [name]: (event.target as HTMLInputElement).value };
      this.#host.requestUpdate();
    };
    return html`<label class="field"><span class="label">${label}</span><input class="input" name=${name} type=${type} inputmode=${mode} dir=${type === 'text' && mode === 'text' ? 'auto' : 'ltr'} autocomplete="off" .value=${this.#texts[name] ?? this.#default(name)} @input=${onInput} /></label>`;
  }

  #default(name: string): string {
    if (name === 'days') return '30';
    return name === 'currency' ? this.#host.locale.currency : '';
  }

  /** What the form says; undefined while it says nothing. */
  #filter(): ListFilter | undefined {
    const { path, valueType } = this.#field;
    const text = (name: string): string => (this.#texts[name] ?? this.#default(name)).trim();
    const number = (name: string): number | undefined => {
      const plain = text(name) === '' ? undefined : readNumber(text(name), this.#host.locale.lang);
      return plain === undefined ? undefined : Number(plain);
    };
    switch (this.#way) {
      case 'any':
      case 'none':
        return this.#values.size > 0 ? { path, is: this.#way, values: [...this.#values] } : undefined;
      case 'contains':
      case 'equals':
      case 'startsWith':
        return text('text') ? { path, is: this.#way, text: text('text') } : undefined;
      case 'between': {
        const currency = valueType === 'money' ? (this.#field.currency ?? text('currency').toUpperCase()) : undefined;
        const scaled = (value: number | undefined): number | undefined =>
          value === undefined || !currency ? value : minorOf(value, currency);
        const [least, most] = [scaled(number('least')), scaled(number('most'))];
        if (least === undefined && most === undefined) return undefined;
        return {
          path,
          is: 'between',
          ...(least !== undefined && { least }),
          ...(most !== undefined && { most }),
          ...(currency && { currency }),
        };
      }
      case 'days': {
        const [from, to] = [text('from'), text('to')];
        if (!isDay(from) && !isDay(to)) return undefined;
        return { path, is: 'days', ...(isDay(from) && { from }), ...(isDay(to) && { to }) };
      }
      case 'last':
      case 'next': {
        const days = number('days');
        return days !== undefined && Number.isInteger(days) && days > 0 ? { path, is: this.#way, days } : undefined;
      }
      case 'empty':
      case 'filled':
        return { path, is: this.#way };
    }
  }
}

/** What can be ticked for a field; undefined where something is typed. */
function optionsOf(field: Field, { references, say, locale }: FilterFormHost): readonly Option[] | undefined {
  switch (field.valueType) {
    case 'choice':
    case 'choices':
      return (field.options ?? []).map(({ value }) => ({ value, label: optionLabel(field, value, locale) }));
    case 'user':
      return references.users.map(({ id, name }) => ({ value: id, label: name }));
    case 'boolean':
      return [
        { value: 'true', label: say.yes },
        { value: 'false', label: say.no },
      ];
    case 'reference':
      return field.to === 'stage'
        ? [...references.stages.values()].map(({ id, name }) => ({ value: id, label: name }))
        : [];
    default:
      return undefined;
  }
}

/** What was typed for a filter that is there already. */
function textsOf(filter: ListFilter): Readonly<Record<string, string>> {
  switch (filter.is) {
    case 'between': {
      const scale = filter.currency ? 10 ** currencyExponent(filter.currency) : 1;
      const show = (value: number | undefined): string => (value === undefined ? '' : String(value / scale));
      return {
        least: show(filter.least),
        most: show(filter.most),
        ...(filter.currency && { currency: filter.currency }),
      };
    }
    case 'days':
      return { from: filter.from ?? '', to: filter.to ?? '' };
    case 'last':
    case 'next':
      return { days: String(filter.days) };
    case 'contains':
    case 'equals':
    case 'startsWith':
      return { text: filter.text };
    default:
      return {};
  }
}

/** The looks of {@link FilterForm}. */
export const filterFormStyles: readonly CSSResult[] = [
  fieldStyles,
  checkStyles,
  css`
    .filter-form { display: grid; gap: 10px; inline-size: 260px; }
    .filter-form select.input { padding-inline: 10px 30px; }
    .filter-options { display: grid; gap: 2px; max-block-size: min(260px, 40vh); overflow-y: auto; margin-inline: -4px; padding: 2px 4px; }
    .filter-options > li { display: flex; align-items: center; min-block-size: 28px; }
    .filter-pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px; }
    .filter-buttons { display: flex; justify-content: flex-end; gap: 8px; }
  `,
];
