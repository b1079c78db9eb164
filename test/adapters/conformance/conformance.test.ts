import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { allCases, conformance, type ScoreCard } from '@kith/adapters/conformance';
import { describe, expect, it } from 'vitest';
import { brokenAdapters } from './broken-adapters.js';

/** Runs the cases of one promise with a runner of a few lines, and answers the score card. */
async function score(factory: () => StorageAdapter, promise: string): Promise<ScoreCard> {
  const bodies: (() => Promise<void>)[] = [];
  let card: ScoreCard | undefined;
  conformance({
    describe: (_, body) => body(),
    it: (title, body) => {
      if (title.startsWith(`${promise} `) || title.startsWith('and ')) bodies.push(body);
    },
    factory,
    seed: 1,
    onScore: (finished) => {
      card = finished;
    },
  });
  for (const body of bodies) await body().catch(() => undefined);
  if (card === undefined) throw new Error('The suite has written no score card.');
  return card;
}

describe('the conformance suite', () => {
  it('has a case for each promise, each titled by one', () => {
    expect(allCases.length).toBeGreaterThanOrEqual(120);
    const promises = new Set(allCases.map(({ title }) => title.split(' ')[0]));
    expect([...promises].sort()).toEqual(
      expect.arrayContaining(Array.from({ length: 14 }, (_, index) => `P${index + 1}`)),
    );
    expect(new Set(allCases.map(({ title }) => title)).size).toBe(allCases.length);
  });

  it('writes a score card', async () => {
    const card = await score(() => memoryAdapter(), 'P2');
    expect(card.failures).toEqual([]);
    expect(card.passed).toBe(card.byPromise.P2?.passed);
    expect(card.passed).toBeGreaterThan(15);
    expect(card.byPromise.P8).toEqual({ passed: 0, failed: 0, 'not applicable': 3 });
    expect(String(card)).toMatch(/^Conformance of memory, seed 1\n/);
  });

  for (const { promise, fault, make } of brokenAdapters) {
    it(`rejects by ${promise} an adapter that ${fault}`, async () => {
      const card = await score(make, promise);
      expect(card.failed).toBeGreaterThan(0);
    });
  }
});
