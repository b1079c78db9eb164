import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED } from '../../support/seed.js';
import { runHistory } from './run-history.js';
import { openTab } from './tabs.js';
import { makeWeather, type Weather } from './weather.js';

/** So many histories are one test. */
const PORTION = 100;

/** Half of the histories: CI asks for 2,000 in all (`KITH_THOROUGH`). */
export const HALF = process.env.KITH_THOROUGH ? 1_000 : 200;

/** Declares tests of so many made-up histories; `part` keeps the seeds of several files apart. */
export function testHistories(count: number, part: number): void {
  const run = withWeather();
  for (let done = 0; done < count; done += PORTION) {
    const from = SEED + part * count + done;
    it(`FT4 ${PORTION} made-up histories of three tabs are what the model says (KITH_SEED=${from})`, async () => {
      for (let seed = from; seed < from + PORTION; seed++) expect(await run(seed)).toBeUndefined();
    }, 300_000);
  }
}

/** Declares a test for each of some seeds that have a name. */
export function testSeeds(seeds: Readonly<Record<string, number>>): void {
  const run = withWeather();
  for (const [name, seed] of Object.entries(seeds))
    it(`FT4 ${name} (seed ${seed})`, async () => {
      expect(await run(seed)).toBeUndefined();
    });
}

function withWeather(): (seed: number) => Promise<string | undefined> {
  let weather: Weather | undefined;
  beforeAll(() => {
    weather = makeWeather();
  });
  afterAll(() => weather?.restore());
  return (seed) => runHistory(seed, { openTab, ...(weather && { weather }) });
}
