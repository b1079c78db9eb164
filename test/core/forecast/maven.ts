import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type Day } from '@kith/core';
import { type DealLife, fitAgeModel, incidenceOf, winChance, winChances } from '@kith/core/forecast';

/** One opportunity of the Maven pipeline that somebody has engaged in. Amounts in dollars. */
export interface Opportunity extends DealLife {
  readonly listPrice: number;
  readonly value: number;
}

/** Reads the pipeline as it is, with its dirt: "GTXPro" is the product "GTX Pro"; without a day of engagement there is no age. */
export function readOpportunities(folder: string): readonly Opportunity[] {
  const prices = new Map(readTable(folder, 'products.csv').map((row) => [row['product'], Number(row['sales_price'])]));
  return readTable(folder, 'sales_pipeline.csv')
    .filter((row) => row['engage_date'] !== '')
    .map((row) => {
      const isWon = row['deal_stage'] === 'Won';
      const isClosed = isWon || row['deal_stage'] === 'Lost';
      const product = row['product'] === 'GTXPro' ? 'GTX Pro' : row['product'];
      return {
        openedDay: row['engage_date'] as Day,
        ...(isClosed && { closed: { day: row['close_date'] as Day, outcome: isWon ? 'won' : 'lost' } as const }),
        listPrice: prices.get(product) ?? Number.NaN,
        value: Number(row['close_value']),
      };
    });
}

function readTable(folder: string, file: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(path.join(folder, file), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

/** Those that are open at the end of a day, as far as they had begun. */
export const openOn = (opportunities: readonly Opportunity[], asOf: Day): readonly Opportunity[] =>
  opportunities.filter(({ openedDay, closed }) => openedDay <= asOf && (!closed || closed.day > asOf));

/** Whether one is won within so many days. */
export const isWonWithin = ({ closed }: Opportunity, asOf: Day, days: number): boolean =>
  closed?.outcome === 'won' && closed.day <= addDays(asOf, days);

const ageOn = (openedDay: Day, asOf: Day): number => (Date.parse(asOf) - Date.parse(openedDay)) / 86_400_000;

/** The chances by plain Aalen–Johansen, from what was known on the day: the peer. */
export function chancesByAge(
  opportunities: readonly Opportunity[],
  asOf: Day,
  days: number,
): (openedDay: Day) => number {
  const incidence = incidenceOf(
    opportunities
      .filter(({ openedDay }) => openedDay <= asOf)
      .map(({ openedDay, closed }) =>
        closed && closed.day <= asOf
          ? { days: ageOn(openedDay, closed.day), outcome: closed.outcome }
          : { days: ageOn(openedDay, asOf) },
      ),
  );
  return (openedDay) => winChance(incidence, ageOn(openedDay, asOf), days);
}

/** The chances by the age model with its close-month effect. */
export function chancesByModel(
  opportunities: readonly Opportunity[],
  asOf: Day,
  days: number,
): (openedDay: Day) => number {
  const model = fitAgeModel(opportunities, asOf);
  const chances = winChances(model, [{ first: addDays(asOf, 1), last: addDays(asOf, days) }]);
  return (openedDay) => chances(openedDay)[0] ?? 0;
}
