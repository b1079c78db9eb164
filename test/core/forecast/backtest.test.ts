import { addDays, type Day } from '@kith/core';
import { brierScore, fitAgeModel, forecastSpread, simulate, trackRecord } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';
import { chancesByAge, chancesByModel, isWonWithin, openOn, readOpportunities } from './maven.js';

const folder = dataFolder('pipeline_maven');

/** Month ends and horizons, and the figures that R and scikit-learn gave for them (reference: Aalen–Johansen by age). */
const SNAPSHOTS = [
  { asOf: '2017-06-30', days: 60, open: 1686, actual: 890_526, peer: 1_308_442, wins: 366, peerWins: 530 },
  { asOf: '2017-07-31', days: 30, open: 2257, actual: 905_395, peer: 899_687, wins: 369, peerWins: 367 },
  { asOf: '2017-07-31', days: 60, open: 2257, actual: 1_684_916, peer: 1_611_706, wins: 698, peerWins: 657 },
  { asOf: '2017-08-31', days: 60, open: 2265, actual: 985_502, peer: 1_357_158, wins: 411, peerWins: 579 },
  { asOf: '2017-09-30', days: 60, open: 2409, actual: 718_757, peer: 1_488_224, wins: 303, peerWins: 653 },
  { asOf: '2017-10-31', days: 60, open: 2604, actual: 1_496_979, peer: 1_507_711, wins: 668, peerWins: 663 },
  { asOf: '2017-11-30', days: 30, open: 2119, actual: 936_971, peer: 480_123, wins: 415, peerWins: 210 },
] as const;

describe.skipIf(!folder)('The age model on a real-looking pipeline', () => {
  const opportunities = folder ? readOpportunities(folder) : [];
  const valued = opportunities.map(({ listPrice, ...life }) => ({ ...life, minor: 100 * listPrice }));
  const results = SNAPSHOTS.map((snapshot) => {
    const asOf = snapshot.asOf as Day;
    const open = openOn(opportunities, asOf);
    const wins = open.filter((each) => isWonWithin(each, asOf, snapshot.days));
    const byAge = chancesByAge(opportunities, asOf, snapshot.days);
    const byModel = chancesByModel(opportunities, asOf, snapshot.days);
    const range = simulate({
      prospects: open.map(({ openedDay, listPrice }) => ({ minor: 100 * listPrice, chances: [byModel(openedDay)] })),
      windows: 1,
      seed: 4,
      spread: forecastSpread(valued, asOf, snapshot.days),
    }).total;
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    return {
      ...snapshot,
      found: open.length,
      won: wins.length,
      revenue: sum(wins.map(({ value }) => value)),
      aalenJohansen: sum(open.map(({ openedDay, listPrice }) => byAge(openedDay) * listPrice)),
      aalenJohansenWins: sum(open.map(({ openedDay }) => byAge(openedDay))),
      forecast: range.expected / 100,
      p10: range.p10 / 100,
      p90: range.p90 / 100,
      brier: brierScore(
        open.map((each) => ({ chance: byModel(each.openedDay), came: isWonWithin(each, asOf, snapshot.days) })),
      ),
    };
  });

  it('FC60 reproduces the published Aalen–Johansen figures: wins to the deal, revenue within 0.6 %', () => {
    for (const result of results) {
      expect(result.found).toBe(result.open);
      expect(result.won).toBe(result.wins);
      expect(result.revenue).toBe(result.actual);
      expect(Math.round(result.aalenJohansenWins)).toBe(result.peerWins);
      expect(Math.abs(result.aalenJohansen / result.peer - 1)).toBeLessThan(0.006);
    }
  });

  it('FC61 is nearer to what came than Aalen–Johansen, and its chances have a Brier score of .234 at most', () => {
    const peer = trackRecord(results.map(({ peer: forecast, actual }) => ({ forecast, actual })));
    const own = trackRecord(results.map(({ forecast, actual }) => ({ forecast, actual })));
    console.info(
      `mean error ${own?.meanError.toFixed(3)}, Aalen–Johansen ${peer?.meanError.toFixed(3)}\n${results
        .map(
          ({ asOf, days, actual, aalenJohansen, forecast, p10, p90, brier }) =>
            `${asOf} ${days} ${[actual, aalenJohansen, forecast, p10, p90].map(Math.round).join(' ')} ${brier?.toFixed(4)}`,
        )
        .join('\n')}`,
    );
    expect(own?.meanError).toBeLessThan(peer?.meanError ?? 0);
    for (const { brier } of results) expect(brier).toBeLessThanOrEqual(0.234);
  });

  it('FC62 has 70 to 90 percent of what came between P10 and P90', () => {
    const covered = results.filter(({ actual, p10, p90 }) => p10 <= actual && actual <= p90).length / results.length;
    expect(covered).toBeGreaterThanOrEqual(0.7);
    expect(covered).toBeLessThanOrEqual(0.9);
  });

  it('FC55 looks at nothing that happened after its day', () => {
    const asOf = '2017-07-31' as Day;
    const known = opportunities
      .filter(({ openedDay }) => openedDay <= asOf)
      .map(({ openedDay, closed }) => (closed && closed.day <= asOf ? { openedDay, closed } : { openedDay }));
    expect(fitAgeModel(known, asOf)).toEqual(fitAgeModel(opportunities, asOf));
    expect(forecastSpread(known, asOf, 30)).toEqual(forecastSpread(opportunities, asOf, 30));
    expect(addDays(asOf, 1)).toBe('2017-08-01');
  });
});
