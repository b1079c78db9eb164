import { type Calibration, calibrationOf } from './calibration.js';
import { encodingSteps, type FieldEncoding, type UnusedField } from './encoding.js';
import type { Example } from './example.js';
import { type BayesCase, type KeptFrequencies, makeFrequencies } from './frequencies.js';
import type { Said } from './said.js';
import { type FieldReader, fieldReader, numberOf } from './values.js';

/** Naive Bayes over fields, with its calibration: plain JSON. */
export interface BayesModel {
  readonly kind: 'bayes';
  readonly version: 1;
  readonly fields: readonly FieldEncoding[];
  readonly blanks: readonly string[];
  readonly unused: readonly UnusedField[];
  readonly frequencies: KeptFrequencies;
  readonly tagFields: readonly string[];
  readonly calibration: Calibration;
  readonly learnedFrom: { readonly won: number; readonly lost: number };
}

/** What naive Bayes is trained with. */
export interface BayesSetup {
  readonly examples: readonly Example[];
  readonly fields: readonly string[];
  readonly blanks?: readonly string[] | undefined;
  /** Isotonic from 1,000 outcomes on and Platt below when left out. `none` is for comparison: raw naive Bayes is often worse than the base rate. */
  readonly calibration?: Calibration['by'] | undefined;
}

const SLICE = 256;

/** Cases are judged by a table without a tenth of them, as is usual (Kohavi 1995). */
const FOLDS = 10;

/**
 * Counts every value by outcome, and calibrates with what the table says of each tenth of the cases while that tenth is left
 * out: no case vouches for itself. Leaving out one at a time would not do, for what is then said of each leans away from its
 * own outcome. It pauses every few hundred rows.
 */
export function* bayesSteps(setup: BayesSetup, learnedFrom: BayesModel['learnedFrom']): Generator<void, BayesModel> {
  const { examples, blanks = [] } = setup;
  const { fields, unused } = yield* encodingSteps(examples, { fields: setup.fields, blanks, rareBelow: 2 });
  const caseOf = bayesReader(fields, blanks);
  const cases: BayesCase[] = [];
  const many = new Set<string>();
  for (let index = 0; index < examples.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const bayesCase = caseOf(examples[index]?.row);
    bayesCase.values.forEach(([field], at) => {
      if (at > 0 && bayesCase.values[at - 1]?.[0] === field) many.add(field);
    });
    cases.push(bayesCase);
  }
  const tagFields = [...many].sort();
  const frequencies = makeFrequencies({ tagFields });
  const folds = Array.from({ length: FOLDS }, (): number[] => []);
  const dealt = { won: 0, lost: 0 };
  for (let index = 0; index < cases.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const outcome = outcomeOf(examples[index]);
    frequencies.count(cases[index] ?? NO_VALUES, outcome);
    // Each tenth has its share of the won and of the lost ones.
    folds[dealt[outcome]++ % FOLDS]?.push(index);
  }
  const said: Said[] = [];
  const prior = frequencies.prior() ?? 0;
  for (const fold of folds) {
    for (const [at, index] of fold.entries()) {
      if (at % SLICE === SLICE - 1) yield;
      frequencies.discount(cases[index] ?? NO_VALUES, outcomeOf(examples[index]));
    }
    for (const [at, index] of fold.entries()) {
      if (at % SLICE === SLICE - 1) yield;
      let logOdds = prior;
      for (const factor of frequencies.factors(cases[index] ?? NO_VALUES)) logOdds += factor.logOdds;
      said.push({ logOdds, won: examples[index]?.won === true });
    }
    for (const [at, index] of fold.entries()) {
      if (at % SLICE === SLICE - 1) yield;
      frequencies.count(cases[index] ?? NO_VALUES, outcomeOf(examples[index]));
    }
  }
  yield;
  const calibration = calibrationOf(said, setup.calibration);
  const kept = frequencies.kept();
  return { kind: 'bayes', version: 1, fields, blanks, unused, frequencies: kept, tagFields, calibration, learnedFrom };
}

const NO_VALUES: BayesCase = { values: [] };

const outcomeOf = (example: Example | undefined): 'won' | 'lost' => (example?.won ? 'won' : 'lost');

/** Makes a reader of rows as naive Bayes sees them: a number is the band it lies in, a level that was rare says nothing. */
export function bayesReader(fields: readonly FieldEncoding[], blanks: readonly string[]): (row: unknown) => BayesCase {
  const blankWords = new Set(blanks);
  const readers = fields.map((encoding) => {
    const read = fieldReader(encoding.field, blankWords);
    return encoding.as === 'number' ? numberReader(encoding, read) : categoryReader(encoding, read);
  });
  return (row) => {
    const values: FieldValue[] = [];
    for (const read of readers) read(row, values);
    return { values };
  };
}

/** One object for each value that occurs, however many cases have it. */
type FieldValue = BayesCase['values'][number];
type ValueReader = (row: unknown, into: FieldValue[]) => void;

function numberReader(
  { field, knots, mean }: Extract<FieldEncoding, { as: 'number' }>,
  read: FieldReader,
): ValueReader {
  const cuts = knots.length > 0 ? knots : [mean];
  const bands = [...cuts, Number.POSITIVE_INFINITY].map((upTo, index): FieldValue => {
    const above = cuts[index - 1];
    return [
      field,
      above === undefined ? `≤ ${upTo}` : upTo === Number.POSITIVE_INFINITY ? `> ${above}` : `${above} … ${upTo}`,
    ];
  });
  return (row, into) => {
    const number = read(row)
      .map(numberOf)
      .find((each) => !Number.isNaN(each));
    if (number === undefined) return;
    const at = cuts.findIndex((cut) => number <= cut);
    const band = bands.at(at);
    if (band) into.push(band);
  };
}

function categoryReader({ field, levels }: Extract<FieldEncoding, { as: 'category' }>, read: FieldReader): ValueReader {
  const valueByLevel = new Map(levels.map((level): [string, FieldValue] => [level, [field, level]]));
  return (row, into) => {
    const found = read(row);
    const start = into.length;
    for (const reading of found) {
      const value = valueByLevel.get(String(reading));
      // What stands twice in a list is there once.
      if (value && into.indexOf(value, start) < 0) into.push(value);
    }
  };
}
