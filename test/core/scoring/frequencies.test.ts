import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type BayesCase,
  bayesPercent,
  type Frequencies,
  makeFrequencies,
  stickyPercent,
  sumFrequencies,
} from '@kith/core/scoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';
import { fuzz } from '../../support/fuzz.js';

const times = (count: number, run: () => void): void => {
  for (let index = 0; index < count; index++) run();
};

describe('The golden vector of naive Bayes', () => {
  const setup = { stages: ['new', 'proposal', 'won'] };
  const frequencies = makeFrequencies(setup);
  // The counts of the published tooltip: prior 2.1 : 3.1, source 0.1/1.2 against 2.1/2.2, and so on.
  const wins: BayesCase[] = [
    {
      values: [
        ['source', 'other'],
        ['country', 'here'],
        ['email', 'right'],
        ['state', 'north'],
        ['phone', 'right'],
      ],
    },
    {
      values: [
        ['country', 'other'],
        ['state', 'north'],
        ['phone', 'right'],
      ],
    },
  ];
  const losses: BayesCase[] = [
    {
      stage: 'proposal',
      values: [
        ['source', 'fair'],
        ['country', 'here'],
        ['state', 'other'],
        ['phone', 'right'],
        ['email', 'right'],
      ],
    },
    {
      stage: 'new',
      values: [
        ['source', 'fair'],
        ['phone', 'other'],
      ],
    },
    { stage: 'new', values: [['phone', 'other']] },
  ];
  for (const each of wins) frequencies.count(each, 'won');
  for (const each of losses) frequencies.count(each, 'lost');
  const lead: BayesCase = {
    stage: 'proposal',
    values: [
      ['source', 'fair'],
      ['country', 'here'],
      ['email', 'right'],
      ['state', 'north'],
      ['phone', 'right'],
    ],
  };

  it('SC20 gives 74.30 for the counts of the published tooltip', () => {
    expect(bayesPercent(frequencies, lead, setup)).toBe(74.3);
  });

  it('SC21 explains it value by value: .080, .353, .500, .920, .735 and .645 for the stage', () => {
    const shares = Object.fromEntries(frequencies.factors(lead).map(({ field, share }) => [field, share]));
    expect(shares['source']).toBeCloseTo(0.08, 3);
    expect(shares['country']).toBeCloseTo(0.353, 3);
    expect(shares['email']).toBeCloseTo(0.5, 3);
    expect(shares['state']).toBeCloseTo(0.92, 3);
    expect(shares['phone']).toBeCloseTo(0.735, 3);
    expect(shares['stage']).toBeCloseTo(1 - 1.1 / 3.1, 12);
  });

  it('SC22 is 100 in the won stage, 0 without a stage, and nothing before anything has been closed', () => {
    expect(bayesPercent(frequencies, { stage: 'won', values: [] }, setup)).toBe(100);
    expect(bayesPercent(frequencies, { values: [] }, setup)).toBe(0);
    expect(bayesPercent(makeFrequencies(setup), { stage: 'new', values: [] }, setup)).toBeUndefined();
  });
});

interface Vectors {
  readonly leads: readonly (Readonly<Record<string, string | number>> & { readonly team: number })[];
  readonly outcomes: Readonly<Record<string, 'won' | 'lost'>>;
  readonly fields: readonly string[];
  readonly expected: { readonly lead3: number; readonly lead8: number };
}

const folder = dataFolder('odoo_pls');

describe.skipIf(!folder)('The published test of predictive lead scoring', () => {
  const vectors: Vectors = folder && JSON.parse(readFileSync(path.join(folder, 'odoo_pls_vectors.json'), 'utf8'));
  const setup = { stages: ['0', '1', '2', '3'] };
  const caseOf = (index: number): BayesCase => {
    const lead = vectors.leads[index];
    return { stage: String(lead?.['stage']), values: vectors.fields.map((field) => [field, String(lead?.[field])]) };
  };
  const byTeam = (): Map<number, Frequencies> => {
    const tables = new Map<number, Frequencies>();
    for (const [index, outcome] of Object.entries(vectors.outcomes)) {
      const team = vectors.leads[Number(index)]?.team ?? 0;
      if (!tables.has(team)) tables.set(team, makeFrequencies(setup));
      tables.get(team)?.count(caseOf(Number(index)), outcome);
    }
    return tables;
  };
  const percent = (tables: ReadonlyMap<number, Frequencies>, index: number): number | undefined => {
    const table = tables.get(vectors.leads[index]?.team ?? 0);
    return table && bayesPercent(table, caseOf(index), setup);
  };

  it('SC20 gives 33.49 and 7.74 for the leads that were asserted', () => {
    expect(percent(byTeam(), 3)).toBe(33.49);
    expect(percent(byTeam(), 8)).toBe(7.74);
  });

  it('SC23 counts live as it would anew: a lead lost and opened again leaves no trace', () => {
    const tables = byTeam();
    const table = tables.get(1);
    const before = table?.kept();
    expect(before?.stages[0]).toEqual(['0', 1, 2]);
    table?.count(caseOf(4), 'lost');
    expect(table?.kept().stages).toEqual([
      ['0', 1, 3],
      ['1', 1, 1],
      ['2', 1, 0],
      ['3', 1, 0],
    ]);
    table?.discount(caseOf(4), 'lost');
    expect(table?.kept()).toEqual(before);
    expect(percent(tables, 3)).toBe(33.49);
  });

  it('SC24 scores a team without outcomes by the sum over the teams', () => {
    const tables = [...byTeam().values()].map((table) => table.kept());
    const all = sumFrequencies(tables);
    expect([all.won, all.lost, all.tables]).toEqual([3, 6, 3]);
    const percentOfAll = bayesPercent(makeFrequencies(setup, all), caseOf(3), setup);
    expect(percentOfAll).toBeGreaterThan(0.01);
    expect(percentOfAll).toBeLessThan(99.99);
    expect(makeFrequencies(setup, all).kept().fields).toEqual(
      all.fields.map(({ field, values }) => ({ field, values: [...values].sort() })),
    );
  });
});

describe('Naive Bayes', () => {
  it('SC23 has the same table live as anew, whatever was closed, opened again and changed in between', () => {
    const caseArbitrary = fc.record({
      stage: fc.constantFrom('a', 'b', 'c'),
      values: fc.array(fc.tuple(fc.constantFrom('x', 'y', '__proto__'), fc.constantFrom('1', '2', 'constructor')), {
        maxLength: 4,
      }),
    });
    const outcomes = fc.array(
      fc.record({
        bayesCase: caseArbitrary,
        outcome: fc.constantFrom('won' as const, 'lost' as const),
        stays: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(outcomes, (list) => {
        const setup = { stages: ['a', 'b', 'c', 'won'] };
        const live = makeFrequencies(setup);
        for (const { bayesCase, outcome } of list) live.count(bayesCase, outcome);
        for (const { bayesCase, outcome, stays } of list) if (!stays) live.discount(bayesCase, outcome);
        const anew = makeFrequencies(setup);
        for (const { bayesCase, outcome, stays } of [...list].reverse()) if (stays) anew.count(bayesCase, outcome);
        expect(live.kept()).toEqual(anew.kept());
        expect(makeFrequencies(setup, JSON.parse(JSON.stringify(live.kept()))).kept()).toEqual(live.kept());
        for (const { bayesCase } of list) {
          const value = bayesPercent(live, bayesCase, setup);
          expect(value).toBe(bayesPercent(anew, bayesCase, setup));
          if (value !== undefined) expect(value >= 0.01 && value <= 99.99).toBe(true);
        }
      }),
      fuzz(60),
    );
  });

  it('SC25 lets a tag count from fifty outcomes on', () => {
    const frequencies = makeFrequencies({ tagFields: ['tags'] });
    const tagged: BayesCase = { values: [['tags', 'vip']] };
    const plain: BayesCase = { values: [['size', 'big']] };
    times(40, () => frequencies.count(tagged, 'won'));
    times(9, () => frequencies.count(tagged, 'lost'));
    times(9, () => frequencies.count(plain, 'won'));
    times(40, () => frequencies.count(plain, 'lost'));
    expect(frequencies.factors(tagged)).toEqual([]);
    frequencies.count(tagged, 'lost');
    expect(frequencies.factors(tagged)).toHaveLength(1);
    expect(frequencies.factors(plain)).toHaveLength(1);
  });

  it('SC26 keeps a probability that was set by hand, and follows again once it is the automatic one', () => {
    const followed = stickyPercent(undefined, 33.49);
    expect(followed).toEqual({ probability: 33.49, automatic: 33.49 });
    const byHand = stickyPercent({ ...followed, probability: 60 }, 40);
    expect(byHand).toEqual({ probability: 60, automatic: 40 });
    expect(stickyPercent({ ...byHand, probability: 40 }, 12)).toEqual({ probability: 12, automatic: 12 });
  });

  it('SC27 leaves a value that was never seen out of the product', () => {
    const frequencies = makeFrequencies();
    frequencies.count({ values: [['size', 'big']] }, 'won');
    frequencies.count({ values: [['size', 'small']] }, 'lost');
    expect(
      frequencies.factors({
        values: [
          ['size', 'huge'],
          ['__proto__', 'x'],
        ],
      }),
    ).toEqual([]);
    expect(() => frequencies.discount({ values: [['size', 'huge']] }, 'won')).toThrow(/was not counted/);
  });
});
