import type { Example } from './example.js';
import { type FieldReader, fieldReader, isCode, numberOf } from './values.js';

/**
 * How a field becomes columns of numbers. A number is clipped to the range that was learned, standardised, and bent at
 * the knots; a category has one column for each level that is frequent enough.
 */
export type FieldEncoding =
  | {
      readonly field: string;
      readonly as: 'number';
      readonly low: number;
      readonly high: number;
      readonly mean: number;
      /** What one step of the standardised column is, in the field's own unit. */
      readonly scale: number;
      readonly knots: readonly number[];
      readonly hasMissing: boolean;
    }
  | {
      readonly field: string;
      readonly as: 'category';
      readonly levels: readonly string[];
      /** Whether rare levels, and ones that were never seen, have a column together. */
      readonly hasOther: boolean;
      readonly hasMissing: boolean;
    };

/** Why a field is not used. */
export interface UnusedField {
  readonly field: string;
  /** `empty`: never filled in; `constant`: always the same; `rare`: no level is frequent enough, as with names and ids. */
  readonly because: 'empty' | 'constant' | 'rare';
}

/** What a model may learn from. */
export interface Encodings {
  readonly fields: readonly FieldEncoding[];
  readonly unused: readonly UnusedField[];
}

/** How encodings are learned. */
export interface EncodingSetup {
  readonly fields: readonly string[];
  readonly blanks?: readonly string[];
  /** A level with fewer rows is pooled with the other rare ones: 10 when left out. */
  readonly rareBelow?: number;
}

/** At most so many levels of one field have columns of their own; the rarest are pooled. */
const MOST_LEVELS = 60;
/** About so many columns in all: solving for their weights takes time with the third power. */
const MOST_COLUMNS = 600;
const MOST_KNOTS = 4;
/** A knot is worth its column only with so many outcomes of the rarer kind. */
const OUTCOMES_PER_KNOT = 25;
/** This share of the filled readings must be numbers for a field to be one. */
const NUMERIC_SHARE = 0.95;
const SLICE = 1_024;

/** Learns how each field becomes columns. It pauses every few thousand readings. */
export function* encodingSteps(examples: readonly Example[], setup: EncodingSetup): Generator<void, Encodings> {
  const fields: FieldEncoding[] = [];
  const unused: UnusedField[] = [];
  const won = examples.reduce((count, example) => count + (example.won ? 1 : 0), 0);
  const mostKnots = Math.min(MOST_KNOTS, Math.floor(Math.min(won, examples.length - won) / OUTCOMES_PER_KNOT));
  const mostLevels = Math.min(MOST_LEVELS, Math.max(4, Math.floor(MOST_COLUMNS / setup.fields.length)));
  const blanks = new Set(setup.blanks);
  for (const field of new Set(setup.fields)) {
    const profile = yield* profileOf(examples, fieldReader(field, blanks));
    yield;
    const encoding =
      profile.filledRows === 0
        ? 'empty'
        : profile.numeric >= NUMERIC_SHARE * profile.readings
          ? numberEncoding(field, profile, mostKnots)
          : categoryEncoding(field, profile, setup.rareBelow ?? 10, mostLevels);
    if (typeof encoding === 'string') unused.push({ field, because: encoding });
    else fields.push(encoding);
    yield;
  }
  return { fields, unused };
}

interface Profile {
  readonly rows: number;
  readonly filledRows: number;
  readonly readings: number;
  readonly numeric: number;
  readonly numbers: Float64Array;
  readonly countByLevel: ReadonlyMap<string, number>;
}

function* profileOf(examples: readonly Example[], read: FieldReader): Generator<void, Profile> {
  const numbers = new Float64Array(examples.length);
  const countByLevel = new Map<string, number>();
  let [filledRows, readings, numeric, counted] = [0, 0, 0, 0];
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const found = read(examples[index]?.row);
    if (found.length === 0) continue;
    filledRows++;
    readings += found.length;
    let [sum, numbersHere] = [0, 0];
    for (const reading of found) {
      const number = isCode(reading) ? Number.NaN : numberOf(reading);
      if (!Number.isNaN(number)) {
        sum += number;
        numbersHere++;
      }
      const level = String(reading);
      countByLevel.set(level, (countByLevel.get(level) ?? 0) + 1);
    }
    numeric += numbersHere;
    if (numbersHere > 0) numbers[counted++] = sum / numbersHere;
  }
  return { rows: examples.length, filledRows, readings, numeric, numbers: numbers.subarray(0, counted), countByLevel };
}

function numberEncoding(field: string, profile: Profile, mostKnots: number): FieldEncoding | 'constant' {
  const sorted = profile.numbers.sort();
  const hasMissing = sorted.length < profile.rows;
  const distinct = distinctOf(sorted);
  if (distinct.length < 2) {
    if (!hasMissing) return 'constant';
    return { field, as: 'category', levels: [], hasOther: true, hasMissing: true };
  }
  const quantile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [quantile(0.001), quantile(0.999)];
  const mean = sorted.reduce((sum, number) => sum + clip(number, low, high), 0) / sorted.length;
  const variance = sorted.reduce((sum, number) => sum + (clip(number, low, high) - mean) ** 2, 0) / sorted.length;
  // All but a few in a thousand are the same.
  if (!(variance > 0 && Number.isFinite(variance)))
    return hasMissing ? { field, as: 'category', levels: [], hasOther: true, hasMissing } : 'constant';
  const knots: number[] = [];
  for (const knot of distinct.length <= mostKnots + 2 ? distinct.slice(1, -1) : knotsAt(quantile, mostKnots))
    if (knot > low && knot < high && !knots.includes(knot)) knots.push(knot);
  return { field, as: 'number', low, high, mean, scale: Math.sqrt(variance), knots, hasMissing };
}

const knotsAt = (quantile: (share: number) => number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => quantile((index + 1) / (count + 1)));

/** The distinct numbers of a sorted list, as long as they are few. */
function distinctOf(sorted: Float64Array): readonly number[] {
  const distinct: number[] = [];
  for (const number of sorted) {
    if (number !== distinct.at(-1)) distinct.push(number);
    if (distinct.length > MOST_KNOTS + 2) break;
  }
  return distinct;
}

function categoryEncoding(
  field: string,
  { rows, filledRows, countByLevel }: Profile,
  rareBelow: number,
  mostLevels: number,
): FieldEncoding | 'constant' | 'rare' {
  const hasMissing = filledRows < rows;
  const levels = [...countByLevel]
    .filter(([, count]) => count >= rareBelow)
    .sort(([left, more], [right, fewer]) => fewer - more || (left < right ? -1 : 1))
    .slice(0, mostLevels)
    .map(([level]) => level);
  const hasOther = levels.length < countByLevel.size;
  if (levels.length === 0 && !hasMissing) return 'rare';
  if (levels.length === 1 && !hasOther && !hasMissing) return 'constant';
  return { field, as: 'category', levels, hasOther, hasMissing };
}

/** A number within the range that was learned: nothing is foreseen from beyond it. */
export const clip = (number: number, low: number, high: number): number => Math.min(high, Math.max(low, number));
