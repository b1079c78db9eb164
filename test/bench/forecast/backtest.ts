import { addDays, type Day } from '@kith/core';
import { trackRecord } from '@kith/core/forecast';
import { coverageOf, type JudgedLife, type Trial, tryOut } from '../../core/forecast/coverage.js';
import { dealsOf, FUNNELS } from '../../core/forecast/funnels.js';
import { readOpportunities } from '../../core/forecast/maven.js';

const MONTH_ENDS = ['05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30'].map((end) => `2017-${end}` as Day);
const PUBLISHED = ['06-30 60', '07-31 30', '07-31 60', '08-31 60', '09-30 60', '10-31 60', '11-30 30'];

/** All month ends and horizons of the Maven pipeline whose outcome is known, and the seven that figures are published for. */
export function mavenTrials(folder: string): { readonly all: readonly Trial[]; readonly published: readonly Trial[] } {
  const lives = readOpportunities(folder).map(
    ({ openedDay, closed, listPrice, value }): JudgedLife => ({
      openedDay,
      ...(closed && { closed }),
      minor: 100 * listPrice,
      value: 100 * value,
    }),
  );
  const all = MONTH_ENDS.flatMap((asOf) =>
    [30, 60, 90].filter((days) => addDays(asOf, days) <= '2017-12-31').map((days) => tryOut(lives, asOf, days)),
  );
  return { all, published: all.filter(({ asOf, days }) => PUBLISHED.includes(`${asOf.slice(5)} ${days}`)) };
}

/** Made-up funnels, early and late in their history. */
export const funnelTrials = (): readonly { readonly name: string; readonly trials: readonly Trial[] }[] =>
  FUNNELS.map((funnel, index) => ({
    name: funnel.name,
    trials: [101, 102].flatMap((seed) => {
      const lives = dealsOf(funnel, seed + 10 * index);
      return (['2024-07-31', '2024-11-30', '2025-04-30', '2025-10-31'] as Day[]).flatMap((asOf) =>
        [30, 90].map((days) => tryOut(lives, asOf, days, 400)),
      );
    }),
  }));

/** One line of the table: mean error of each method, Brier scores, and how much of what came the range held. */
export function lineOf(name: string, trials: readonly Trial[]): string {
  const share = (value: number | undefined): string => (value === undefined ? '–' : `${(100 * value).toFixed(0)} %`);
  const error = (of: (trial: Trial) => number): string =>
    share(trackRecord(trials.map((trial) => ({ forecast: of(trial), actual: trial.actual })))?.meanError);
  const mean = (of: (trial: Trial) => number): string =>
    (trials.reduce((sum, trial) => sum + of(trial), 0) / trials.length).toFixed(4);
  const cells = [
    error(({ flat }) => flat),
    error(({ peer }) => peer),
    error(({ expected }) => expected),
    mean(({ peerBrier }) => peerBrier),
    mean(({ brier }) => brier),
    Math.max(...trials.map(({ brier }) => brier)).toFixed(4),
    share(coverageOf(trials)),
  ];
  return `| ${name} | ${trials.length} | ${cells.join(' | ')} |`;
}
