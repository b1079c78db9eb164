import { denseMatrix, finish, logisticSteps } from '@kith/core/scoring';
import { describe, expect, it } from 'vitest';
import { drawsFrom } from './cases.js';

const fitted = (rows: readonly (readonly number[])[], won: readonly boolean[], strength = 0) =>
  finish(logisticSteps(denseMatrix(rows, won), { strength }));

/** Spector & Mazzeo 1980, as printed in Greene, Econometric Analysis, table 21.1: 32 students. */
const GPA = [
  2.66, 2.89, 3.28, 2.92, 4.0, 2.86, 2.76, 2.87, 3.03, 3.92, 2.63, 3.32, 3.57, 3.26, 3.53, 2.74, 2.75, 2.83, 3.12, 3.16,
  2.06, 3.62, 2.89, 3.51, 3.54, 2.83, 3.39, 2.67, 3.65, 4.0, 3.1, 2.39,
];
const TUCE = [
  20, 22, 24, 12, 21, 17, 17, 21, 25, 29, 20, 23, 23, 25, 26, 19, 25, 19, 23, 25, 22, 28, 14, 26, 24, 27, 17, 24, 21,
  23, 21, 19,
];
const IMPROVED = [5, 10, 14, 20, 22, 25, 26, 27, 29, 30, 32];

describe('Logistic regression', () => {
  it('SC30 gives the coefficients that Greene prints for Spector & Mazzeo: −13.0213, 2.8261, 0.0952, 2.3787', () => {
    const rows = GPA.map((gpa, index) => [gpa, TUCE[index] ?? 0, index >= 18 ? 1 : 0]);
    const { intercept, weights } = fitted(
      rows,
      rows.map((_, index) => IMPROVED.includes(index + 1)),
    );
    expect(intercept).toBeCloseTo(-13.0213, 3);
    expect(weights[0]).toBeCloseTo(2.8261, 3);
    expect(weights[1]).toBeCloseTo(0.0952, 3);
    expect(weights[2]).toBeCloseTo(2.3787, 3);
  });

  it('SC30 gives what R gives for the O-rings of Challenger: 15.0429 − 0.2322 · degrees Fahrenheit, deviance 20.315', () => {
    const degrees = [66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58];
    const won = degrees.map((_, index) => [1, 8, 9, 10, 13, 20, 22].includes(index));
    const { intercept, weights, deviance } = fitted(
      degrees.map((each) => [each]),
      won,
    );
    expect(intercept).toBeCloseTo(15.0429, 3);
    expect(weights[0]).toBeCloseTo(-0.2322, 3);
    expect(deviance).toBeCloseTo(20.315, 2);
  });

  it('SC31 ends with finite weights where the classes are separable, and the penalty keeps them small', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [index - 19.5]);
    const won = rows.map(([x]) => (x ?? 0) > 0);
    const free = fitted(rows, won, 0);
    expect(free.weights.every(Number.isFinite)).toBe(true);
    const held = fitted(rows, won, 1);
    expect(held.weights[0]).toBeGreaterThan(0.1);
    expect(held.weights[0]).toBeLessThan(2);
  });

  it('SC31 shares an effect out where one column repeats another', () => {
    const next = drawsFrom(5);
    const rows = Array.from({ length: 300 }, () => next() * 4 - 2).map((x) => [x, x]);
    const won = rows.map(([x]) => next() < 1 / (1 + Math.exp(-(x ?? 0))));
    const { weights } = fitted(rows, won, 1);
    expect(weights[0]).toBeCloseTo(weights[1] ?? 0, 8);
    expect((weights[0] ?? 0) + (weights[1] ?? 0)).toBeGreaterThan(0.7);
  });

  it('SC32 is the same to the bit each time, and pauses every thousand rows', () => {
    const next = drawsFrom(9);
    const rows = Array.from({ length: 5_000 }, () => [next(), next()]);
    const won = rows.map(([x]) => next() < (x ?? 0));
    expect(fitted(rows, won, 1)).toEqual(fitted(rows, won, 1));
    const steps = logisticSteps(denseMatrix(rows, won), { strength: 1 });
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).toBeGreaterThan(10);
  });
});
