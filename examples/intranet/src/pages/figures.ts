import { type Deal, type Money, money, type Pipeline, sumByCurrency } from '@kith/core';
import { deals, pipelines, type RowsQuery, type Store } from '@kith/store';
import { format, parseISO } from 'date-fns';
import { html, type TemplateResult } from 'lit';
import { watching } from '../watching.js';
import { wordsIn } from '../words.js';

const closed: RowsQuery<Deal> = {
  ask: 'rows',
  collection: deals.collection,
  where: { field: 'status', is: 'in', value: ['won', 'lost'] },
};

/** What an intranet would put on its front page: the pipeline's stages, and what was won in each quarter. */
export function figuresPage(store: Store): TemplateResult {
  return html`
    <section class="figures">
      ${watching(store, pipelines.all(), (all) => all.map((pipeline) => stages(store, pipeline)))}
      ${watching(store, closed, (rows) => quarters(rows))}
    </section>
  `;
}

const stages = (store: Store, pipeline: Pipeline): TemplateResult => html`
  <h2><bdi>${pipeline.name}</bdi></h2>
  ${watching(store, deals.totals(pipeline.id), (groups) => {
    const words = wordsIn(document.documentElement.lang).figuresTable;
    return html`<table>
      <thead><tr><th>${words.stage}</th><th class="end">${words.deals}</th><th class="end">${words.amount}</th></tr></thead>
      <tbody>
        ${pipeline.stages.map((stage) => {
          const mine = groups.filter(({ key }) => key[0] === stage.id);
          const sums = mine.flatMap(({ key, sums: [minor = 0] }) =>
            typeof key[1] === 'string' ? [money(minor, key[1])] : [],
          );
          return html`<tr>
            <td><bdi>${stage.name}</bdi></td>
            <td class="end">${count(mine.reduce((total, group) => total + group.count, 0))}</td>
            <td class="end">${amounts(sums)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  })}
`;

function quarters(rows: readonly Deal[]): TemplateResult {
  const words = wordsIn(document.documentElement.lang).figuresTable;
  const won = rows.filter((deal) => deal.status === 'won');
  const quarterNames = [...new Set(won.map((deal) => quarterOf(deal.actualCloseDay ?? '')))].sort();
  const values = (some: readonly Deal[]): readonly Money[] =>
    sumByCurrency(some.flatMap((deal) => deal.actualValue ?? []));
  return html`
    <h2>${words.won}</h2>
    <p class="rate">
      <b>${amounts(values(won))}</b>
      <span class="subtle">${words.winRate} ${percent(rows.length === 0 ? 0 : won.length / rows.length)}</span>
    </p>
    <table>
      <thead><tr><th>${words.quarter}</th><th class="end">${words.deals}</th><th class="end">${words.value}</th></tr></thead>
      <tbody>
        ${quarterNames.map((quarter) => {
          const some = won.filter((deal) => quarterOf(deal.actualCloseDay ?? '') === quarter);
          return html`<tr><td>${quarter}</td><td class="end">${count(some.length)}</td><td class="end">${amounts(values(some))}</td></tr>`;
        })}
      </tbody>
    </table>
  `;
}

const quarterOf = (day: string): string => (day === '' ? '–' : format(parseISO(day), 'yyyy QQQ'));
const language = (): string => document.documentElement.lang;
const count = (value: number): string => value.toLocaleString(language());
const percent = (share: number): string =>
  share.toLocaleString(language(), { style: 'percent', maximumFractionDigits: 2 });
const amounts = (sums: readonly Money[]): string =>
  sums
    .map(({ minor, currency }) => {
      const inCurrency = new Intl.NumberFormat(language(), { style: 'currency', currency });
      return inCurrency.format(minor / 10 ** (inCurrency.resolvedOptions().maximumFractionDigits ?? 2));
    })
    .join(' + ');
