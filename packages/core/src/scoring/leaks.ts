import { kept } from '../kernel/kept.js';
import { aucOf } from './auc.js';
import type { Example } from './example.js';
import { finish } from './finish.js';
import type { JudgedChance } from './judged.js';
import { type FieldReader, fieldReader, isCode, numberOf } from './values.js';

/** A field that probably tells the outcome because it was written after it. */
export interface LeakWarning {
  readonly field: string;
  /**
   * - `predicts-alone`: its value alone ranks the outcomes nearly as they came.
   * - `marks-outcome`: it is filled in on won cases but hardly on lost ones, or the other way round.
   * - `filled-on-closing`: it is filled in on closed cases, but hardly on open ones.
   * - `written-after`: it was written at the moment of closing or later.
   */
  readonly because: 'predicts-alone' | 'marks-outcome' | 'filled-on-closing' | 'written-after';
  /** What was measured: the AUC of the field alone, or the share of cases (0–1). */
  readonly measure: number;
  /** English, for a person who decides whether to leave the field out. */
  readonly message: string;
}

/** What is looked through for leaks. */
export interface LeakSetup {
  readonly examples: readonly Example[];
  readonly fields: readonly string[];
  /** Rows of cases that are still open; without them nobody can see that a field is filled in on closing. */
  readonly open?: readonly unknown[];
  readonly blanks?: readonly string[];
  /** From this AUC on a field alone predicts too well: 0.8 when left out. */
  readonly suspiciousAuc?: number;
}

const SUSPICIOUS_AUC = 0.8;
/** Filled in five times as often on one side as on the other. */
const LOPSIDED = 5;
/** A field that is filled in on fewer cases than this tells too little to matter. */
const LEAST_FILLED = 0.05;
const LATE_SHARE = 0.1;
const BANDS = 20;
const SLICE = 1_024;

/** Looks for fields that were written after the fact. A warning is a reason to look, not a proof. Comes in slices. */
export function* leakSteps(setup: LeakSetup): Generator<void, readonly LeakWarning[]> {
  const warnings: LeakWarning[] = [];
  const blanks = new Set(setup.blanks);
  for (const field of new Set(setup.fields)) {
    const read = fieldReader(field, blanks);
    const levels = yield* levelsOf(setup.examples, read);
    const fill = fillOf(setup.examples, levels);
    const alone = yield* aucAlone(setup.examples, levels);
    const onOpen = yield* filledShare(setup.open ?? [], read);
    warnings.push(...warningsOf(field, { fill, alone, onOpen, late: lateShare(setup.examples, field) }, setup));
    yield;
  }
  return warnings;
}

/** Looks for leaks in one go: see {@link leakSteps}. */
export const findLeaks = (setup: LeakSetup): readonly LeakWarning[] => finish(leakSteps(setup));

interface Findings {
  readonly fill: { readonly won: number; readonly lost: number; readonly all: number };
  readonly alone: number;
  readonly onOpen: number | undefined;
  readonly late: number;
}

function warningsOf(
  field: string,
  { fill, alone, onOpen, late }: Findings,
  { suspiciousAuc = SUSPICIOUS_AUC }: LeakSetup,
): readonly LeakWarning[] {
  const warnings: LeakWarning[] = [];
  if (alone >= suspiciousAuc)
    warnings.push({
      field,
      because: 'predicts-alone',
      measure: alone,
      message: `"${field}" alone ranks the outcomes with an AUC of ${alone.toFixed(2)}. Find out whether it is written after the outcome is known; if so, leave it out.`,
    });
  const [more, fewer] = fill.won > fill.lost ? [fill.won, fill.lost] : [fill.lost, fill.won];
  if (fill.all >= LEAST_FILLED && more > LOPSIDED * fewer)
    warnings.push({
      field,
      because: 'marks-outcome',
      measure: more,
      message: `"${field}" is filled in on ${percent(fill.won)} of the won and ${percent(fill.lost)} of the lost cases: that it is there tells the outcome. Leave it out unless it is filled in from the start.`,
    });
  if (onOpen !== undefined && fill.all >= LEAST_FILLED && fill.all > LOPSIDED * onOpen)
    warnings.push({
      field,
      because: 'filled-on-closing',
      measure: fill.all,
      message: `"${field}" is filled in on ${percent(fill.all)} of the closed and ${percent(onOpen)} of the open cases, so it is written when a case closes. Leave it out.`,
    });
  if (late >= LATE_SHARE)
    warnings.push({
      field,
      because: 'written-after',
      measure: late,
      message: `"${field}" was written at the moment of closing or later on ${percent(late)} of the cases where that is known. Leave it out.`,
    });
  return warnings;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** The level of each case, with numbers in twenty equally full bands; '' where there is nothing. */
function* levelsOf(examples: readonly Example[], read: FieldReader): Generator<void, readonly string[]> {
  const levels: string[] = [];
  const numbers = new Float64Array(examples.length).fill(Number.NaN);
  let [filled, numeric] = [0, 0];
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const found = read(examples[index]?.row);
    levels.push(found.join('\u001f'));
    const [first] = found;
    if (first === undefined) continue;
    filled++;
    const number = found.length === 1 && !isCode(first) ? numberOf(first) : Number.NaN;
    if (Number.isNaN(number)) continue;
    numeric++;
    numbers[index] = number;
  }
  if (numeric < 0.95 * filled) return levels;
  yield;
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort();
  const cuts: number[] = [];
  for (let band = 1; band < BANDS; band++) cuts.push(sorted[Math.floor((band * sorted.length) / BANDS)] ?? 0);
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const number = numbers[index] ?? Number.NaN;
    if (!Number.isNaN(number)) levels[index] = BAND_NAMES[cuts.filter((cut) => number > cut).length] ?? '';
  }
  return levels;
}

const BAND_NAMES = Array.from({ length: BANDS }, (_, band) => `band ${band}`);

function fillOf(examples: readonly Example[], levels: readonly string[]): Findings['fill'] {
  const counts = { won: 0, lost: 0, filledWon: 0, filledLost: 0 };
  examples.forEach(({ won }, index) => {
    counts[won ? 'won' : 'lost']++;
    if (levels[index] !== '') counts[won ? 'filledWon' : 'filledLost']++;
  });
  return {
    won: counts.filledWon / Math.max(1, counts.won),
    lost: counts.filledLost / Math.max(1, counts.lost),
    all: (counts.filledWon + counts.filledLost) / Math.max(1, examples.length),
  };
}

/** The AUC of ranking each half of the cases by the rates that their levels have in the other half: a level of one case tells nothing. */
function* aucAlone(examples: readonly Example[], levels: readonly string[]): Generator<void, number> {
  const halves = [new Map<string, Tally>(), new Map<string, Tally>()];
  let won = 0;
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const half = halves[halfOf(index)];
    if (!half) continue;
    const tally = kept(half, levels[index] ?? '', () => ({ won: 0, count: 0 }));
    tally.count++;
    if (!examples[index]?.won) continue;
    tally.won++;
    won++;
  }
  const base = won / Math.max(1, examples.length);
  const cases: readonly JudgedChance[][] = [[], []];
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const half = halfOf(index);
    const other = halves[1 - half]?.get(levels[index] ?? '');
    const chance = ((other?.won ?? 0) + base) / ((other?.count ?? 0) + 1);
    cases[half]?.push({ chance, won: examples[index]?.won ?? false });
  }
  let sum = 0;
  for (const half of cases) {
    yield;
    sum += aucOf(half)?.value ?? 0.5;
  }
  return sum / cases.length;
}

interface Tally {
  won: number;
  count: number;
}

/** Halves that no order of the rows can match. */
const halfOf = (index: number): number => (Math.imul(index + 1, 0x9e3779b1) >>> 16) % 2;

function* filledShare(rows: readonly unknown[], read: FieldReader): Generator<void, number | undefined> {
  let filled = 0;
  for (let index = 0; index < rows.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    if (read(rows[index]).length > 0) filled++;
  }
  return rows.length === 0 ? undefined : filled / rows.length;
}

/** On which share of the cases, of those where it is known, a field was written at the moment of closing or later. */
function lateShare(examples: readonly Example[], field: string): number {
  let [known, late] = [0, 0];
  for (const { closedAt, writtenAt } of examples) {
    const written = writtenAt && Object.hasOwn(writtenAt, field) ? writtenAt[field] : undefined;
    if (closedAt === undefined || written === undefined) continue;
    known++;
    if (written >= closedAt) late++;
  }
  return known === 0 ? 0 : late / known;
}
