import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { allCases, conformance, type Means, type ScoreCard } from '@kith/adapters/conformance';
import { describe, expect, it } from 'vitest';
import type { BrokenAdapter } from './broken-adapter.js';
import { brokenFinders } from './broken-finders.js';
import { brokenKeepers, keeper } from './broken-keepers.js';
import { brokenRules } from './broken-rules.js';
import { brokenVerbs } from './broken-verbs.js';
import { naiveSearch } from './naive-search.js';

const brokenAdapters: readonly BrokenAdapter[] = [...brokenVerbs, ...brokenRules, ...brokenKeepers, ...brokenFinders];

interface Trial {
  readonly factory: (place: string) => StorageAdapter;
  readonly means?: Means;
  /** The cases of this promise only. */
  readonly promise: string;
  /** The first failure is enough. */
  readonly untilFailure?: boolean;
}

/** Runs the cases of one promise with a runner of a few lines, and answers the score card. */
async function score({ factory, means = {}, promise, untilFailure = false }: Trial): Promise<ScoreCard> {
  const bodies: (() => Promise<void>)[] = [];
  let finish: (() => Promise<void>) | undefined;
  let card: ScoreCard | undefined;
  conformance({
    describe: (_, body) => body(),
    it: (title, body) => {
      if (title.startsWith(`${promise} `)) bodies.push(body);
      if (title.startsWith('and ')) finish = body;
    },
    factory,
    means,
    seed: 1,
    onScore: (finished) => {
      card = finished;
    },
  });
  for (const body of bodies) {
    const hasFailed = await body().then(
      () => false,
      () => true,
    );
    if (hasFailed && untilFailure) break;
  }
  await finish?.();
  if (card === undefined) throw new Error('The suite has written no score card.');
  return card;
}

const promises = [...new Set(allCases.map(({ title }) => title.split(' ')[0] ?? ''))];

describe('the conformance suite', () => {
  it('has more than 300 cases, each with a name of its own that begins with a promise', () => {
    expect(allCases.length).toBeGreaterThanOrEqual(300);
    expect([...promises].sort()).toEqual(Array.from({ length: 16 }, (_, index) => `P${index + 1}`).sort());
    expect(new Set(allCases.map(({ title }) => title)).size).toBe(allCases.length);
  });

  it('has a case for each bug of others that docs/spec/storage.md tells of', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/spec/storage.md'), 'utf8');
    const named = [...text.matchAll(/^\| .+ \| (P\d+ .+) \|$/gm)].map(([, title]) => title ?? '');
    expect(named.length).toBeGreaterThan(10);
    const titles = new Set(allCases.map(({ title }) => title));
    expect(named.filter((title) => !titles.has(title))).toEqual([]);
  });

  it('writes a score card: as data, as a table to print, as Markdown', async () => {
    const card = await score({ factory: () => memoryAdapter(), promise: 'P3' });
    expect(card.failures).toEqual([]);
    expect(card.passed).toBe(card.byPromise.P3?.passed);
    expect(card.passed).toBeGreaterThan(10);
    expect(card.byPromise.P8?.['not applicable']).toBeGreaterThan(3);
    expect(card.byChapter['5 Idempotency']?.passed).toBeGreaterThan(8);
    expect(card.reasons['it keeps nothing']).toBeGreaterThan(20);
    expect(card.scores.find(({ title }) => title === 'P3 refuses a key that is none')).toEqual({
      chapter: '5 Idempotency',
      title: 'P3 refuses a key that is none',
      outcome: 'passed',
    });
    expect(String(card)).toMatch(/^Conformance of memory, seed 1\n/);
    expect(card.toMarkdown()).toContain(`| P3 | ${card.passed} | 0 | ${card.byPromise.P3?.['not applicable']} |`);
    expect(card.toMarkdown()).toContain(`- ${card.reasons['it keeps nothing']}: it keeps nothing`);
  });

  it('leaves a case out only for a capability that is not declared, or for means that nobody offers', () => {
    const { capabilities } = memoryAdapter();
    const all = keeper().means;
    const able = { ...capabilities, durable: 'power', shared: 'process', search: true, restore: true } as const;
    const left = allCases.flatMap(({ notFor }) => notFor(able, all) ?? []);
    expect([...new Set(left)].sort()).toEqual(
      [
        'its feed has the latest versions only',
        'its feed is never trimmed',
        'it answers tallies',
        'it restores',
        'it searches',
        'no means for a call that loses the connection',
        'no means for a call that is slow',
        'no means for a call that undoes its transaction',
      ].sort(),
    );
  });

  for (const promise of promises) {
    it(`finds nothing wrong by ${promise} in the sound adapters that the broken ones are made of`, async () => {
      const { factory, means } = keeper();
      const card = await score({ factory: (place) => naiveSearch(factory(place)), means, promise });
      expect(card.failures).toEqual([]);
    });
  }

  it('is put to the test by more than 40 broken adapters, for every promise', () => {
    expect(brokenAdapters.length).toBeGreaterThanOrEqual(40);
    expect(new Set(brokenAdapters.map(({ fault }) => fault)).size).toBe(brokenAdapters.length);
    expect(new Set(brokenAdapters.map(({ promise }) => promise))).toEqual(new Set(promises));
  });

  for (const { promise, fault, factory, means } of brokenAdapters) {
    it(`rejects by ${promise} an adapter that ${fault}`, async () => {
      const card = await score({ factory, promise, untilFailure: true, ...(means && { means }) });
      expect(card.failed).toBeGreaterThan(0);
    });
  }
});
