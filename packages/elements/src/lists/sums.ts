import type { Filter, Money } from '@kith/core';
import type { TallyGroup, TallyQuery } from '@kith/store';
import { html, nothing } from 'lit';
import { Live } from '../base/live.js';
import { sentencesIn } from '../base/locale.js';
import { columnMessages } from './column-tools.messages.js';
import type { Column } from './columns.js';
import { isSummable } from './groups.js';
import type { ListHost } from './list-host.js';
import type { Section } from './list-rows.js';

/** Columns that are added up at most: each is a question of its own to the storage. */
const MOST = 4;

/**
 * What the rows come to, for each group and for all of them: money is added up, one sum for each currency; other figures
 * are averaged, since a sum of ratings or of years means nothing.
 */
export class Sums {
  readonly #host: ListHost;
  /** A question for each column; it outlives the column, asking nothing. */
  readonly #tallies: Live<TallyQuery>[];

  constructor(host: ListHost) {
    this.#host = host;
    this.#tallies = Array.from({ length: MOST }, (_, index) => new Live(host, () => this.#ask(index)));
  }

  /** What a group adds up to in a column. */
  ofSection(section: Section, column: Column): unknown {
    const groups = this.#groupsOf(column);
    if (!groups) return nothing;
    const own = groups.filter(({ key }) => JSON.stringify(key[0]) === section.name);
    return this.#text(column, own, 1);
  }

  /** What all rows add up to, column by column. */
  totals(): unknown {
    const { isGrouped } = this.#host.rows;
    const say = sentencesIn(columnMessages, this.#host.locale);
    return this.#columns.map((column) => {
      const groups = this.#groupsOf(column);
      if (!groups) return this.#tallyOf(column)?.status === 'loading' ? html`<span aria-busy="true"></span>` : nothing;
      const text = this.#text(column, groups, isGrouped ? 1 : 0);
      return text === ''
        ? nothing
        : html`<span>${column.field.valueType === 'money' ? column.label : say.average(column.label)} <b>${text}</b></span>`;
    });
  }

  #text({ field }: Column, groups: readonly TallyGroup[], currencyAt: number): string {
    const { format } = this.#host.locale;
    if (field.valueType !== 'money') {
      const sum = groups.reduce((total, { sums }) => total + (sums[0] ?? 0), 0);
      const count = groups.reduce((total, group) => total + group.count, 0);
      return count === 0 ? '' : format.number(Math.round(sum / count));
    }
    const sums = new Map<string, number>();
    for (const {
      key,
      sums: [minor = 0],
    } of groups) {
      const currency = key[currencyAt];
      if (typeof currency === 'string') sums.set(currency, (sums.get(currency) ?? 0) + minor);
    }
    return [...sums].map(([currency, minor]) => format.roundMoney({ minor, currency } as Money)).join(' · ');
  }

  get #columns(): readonly Column[] {
    return this.#host.shownColumns.filter(({ field }) => isSummable(field)).slice(0, MOST);
  }

  #groupsOf(column: Column): readonly TallyGroup[] | undefined {
    return this.#tallyOf(column)?.value;
  }

  #tallyOf(column: Column): Live<TallyQuery> | undefined {
    return this.#tallies[this.#columns.indexOf(column)];
  }

  #ask(index: number): TallyQuery | undefined {
    const column = this.#columns[index];
    const { asked } = this.#host.rows;
    if (!column || !asked) return undefined;
    const isMoney = column.field.valueType === 'money';
    // An average is that of the rows that have a value.
    const filled: Filter | undefined = isMoney ? undefined : { field: column.path, is: 'exists', value: true };
    const where = asked.where && filled ? { and: [asked.where, filled] } : (filled ?? asked.where);
    return {
      ask: 'tally',
      collection: asked.collection,
      by: [...(asked.group === undefined ? [] : [asked.group]), ...(isMoney ? [`${column.path}.currency`] : [])],
      sum: [isMoney ? `${column.path}.minor` : column.path],
      ...(where && { where }),
    };
  }
}
