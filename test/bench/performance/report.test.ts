import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exponentOf, judge, ratioOf } from './figures.mjs';
import { PARTS } from './parts.mjs';
import { plotOf } from './plot.mjs';
import { REASONS } from './reasons.mjs';
import { reportOf, unexplained } from './report.mjs';
import { readResults, reportFiles } from './report-files.mjs';

const root = path.join(import.meta.dirname, '../../..');

const parts = {
  hats: {
    title: 'Hats',
    in: 'browser',
    rows: 10,
    seats: [
      { key: 'kith', label: 'Kith', entry: 'hats/kith' },
      { key: 'other', label: 'Other hats', entry: 'hats/other' },
    ],
    lines: [
      { key: 'put', name: 'put on', targets: [{ than: 'other', most: 0.5 }, { wall: 2 }, { cpu: 1 }] },
      {
        key: 'take',
        name: 'take off',
        targets: [
          { than: 'other', most: 1 },
          { thanLine: 'put', most: 2 },
        ],
      },
      { key: 'keep', name: 'keep', targets: [{ than: 'other', most: 1 }] },
    ],
  },
  growth: {
    title: 'Growth',
    in: 'node',
    growth: true,
    seats: [10, 1_000].map((rows) => ({ key: String(rows), label: String(rows), entry: 'hats/kith', rows })),
    lines: [{ key: 'put', name: 'put on', targets: [{ exponent: 0.4 }] }],
  },
};
const circumstances = {
  at: '2026-11-22 06:00',
  machine: '2 × made up',
  runtime: 'Chromium 1',
  load: [1, 2],
  versions: { other: '7.0.0', another: '8.0.0' },
  agreed: 1,
};
const costs = (cpu: number[], wall = cpu) => ({ turns: 1, cpu, wall });
const results = {
  hats: {
    ...circumstances,
    lines: [
      { key: 'put', costs: { kith: costs([1, 2, 9], [1, 1, 5]), other: costs([4, 4, 10]) } },
      { key: 'take', costs: { kith: costs([3, 6, 27]), other: costs([0.5, 2, 9]) } },
    ],
  },
  growth: { ...circumstances, lines: [{ key: 'put', costs: { 10: costs([1, 1]), 1000: costs([10, 100]) } }] },
};
const about = { head: 'How.', foot: 'Again.', hats: 'About hats.' };

describe('figures', () => {
  it('are the medians of what each round came to', () => {
    expect(ratioOf(costs([1, 2, 9]), costs([4, 4, 10]))).toEqual({ median: 0.5, least: 0.25, most: 0.9 });
    expect(exponentOf(results.growth.lines[0], parts.growth.seats)).toEqual({ median: 0.5, least: 0.5, most: 1 });
  });

  it('tell which targets are met, and which were not measured', () => {
    const all = Object.entries(parts).flatMap(([name, part]) => judge(name, part, Reflect.get(results, name)));
    expect(all.map(({ line, kind, met }) => [line.key, kind, met])).toEqual([
      ['put', 'other', true],
      ['put', 'wall', true],
      ['put', 'cpu', false],
      ['take', 'other', false],
      ['take', 'put', false],
      ['keep', 'other', undefined],
      ['put', 'exponent', false],
    ]);
  });
});

describe('the report', () => {
  const page = reportOf({ parts, results, reasons: { 'hats/take/other': 'Hats stick. Next: wax.' }, about });

  it('says what is met, what is missed and why', () => {
    expect(page).toContain('**2 of 6 targets are met.** 1 more are not measured yet.');
    expect(page).toContain('| take off (hats) | ≤ 1 × other | **3** (3 – 6) | Hats stick. Next: wax. |');
    expect(page).toContain(
      '| put on | 2 ms | 4 ms | **0.5** (0.25 – 0.9) ≤ 0.5 ✓ | by the clock 1 ms in the quietest round, 1 in the middle one ≤ 2 ✓; ≤ 1 ms ✗ |',
    );
    expect(page).toContain('| put on | 1 ms | 10 ms | **0.5** (0.5 – 1) | ≤ 0.4 ✗ |');
    expect(page).toContain('2026-11-22 06:00 UTC · 2 × made up · Chromium 1 · other 7.0.0 · 3 rounds · load 1 to 2.');
  });

  it('wants a reason for each miss', () => {
    expect(unexplained({ parts, results, reasons: { 'hats/take/other': 'Hats stick.' } })).toEqual([
      'hats/put/cpu',
      'hats/take/put',
      'growth/put/exponent',
    ]);
  });

  it('says so when a part was not measured', () => {
    expect(reportOf({ parts, results: {}, reasons: {}, about })).toContain(
      '## Hats\n\nAbout hats.\n\nNot measured yet.',
    );
  });

  it('draws growth, and nothing when there is none', () => {
    const plot = plotOf(parts, results);
    expect(plot?.match(/<polyline/g)).toHaveLength(1);
    expect(plot?.match(/<circle/g)).toHaveLength(2);
    expect(plot).toContain('>1,000</text>');
    expect(plotOf(parts, { hats: results.hats })).toBeUndefined();
  });
});

describe('docs/performance.md', () => {
  it('is what the kept figures come to; `node test/bench/run.mjs performance report` writes it', () => {
    for (const [file, content] of Object.entries(reportFiles(root)))
      expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(content);
  });

  it('explains each miss', () => {
    expect(unexplained({ parts: PARTS, results: readResults(root), reasons: REASONS })).toEqual([]);
  });

  it('names no machine', () => {
    for (const content of Object.values(reportFiles(root))) {
      expect(content).not.toContain(hostname());
      expect(content).not.toMatch(/\/(root|home|tmp|work|Users)\//);
    }
  });
});
