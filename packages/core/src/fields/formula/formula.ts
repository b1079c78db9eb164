import type { FilterMoment } from '../../filters/filter.js';
import type { CustomValue } from '../../kernel/entity.js';
import { ok, type Problem, type Result, refuse } from '../../kernel/result.js';
import { compile, type FormulaScope, type Reads } from './compile.js';
import { type Decimal, numberOf } from './decimals.js';
import { problemAt } from './formula-problem.js';
import { isMoney } from './functions.js';
import { parseFormula } from './parse-formula.js';
import type { FormulaType, FormulaValue, Reckoning } from './value.js';

/** A formula that was read and checked. */
export interface Formula {
  readonly source: string;
  readonly type: Exclude<FormulaType, 'blank' | 'moneys' | 'texts'>;
  /** Names of the fields that it reads, sorted. */
  readonly fields: readonly string[];
  /** Whether it reads what day or moment it is: its value changes without anybody's doing. */
  readonly readsClock: boolean;
  /** What it comes to for a row, at a moment and in a zone. */
  evaluate(row: unknown, moment: FilterMoment): FormulaResult;
}

/** What a formula came to; no value when it is blank, and then perhaps the reason. */
export interface FormulaResult {
  readonly value?: Exclude<CustomValue, readonly unknown[]>;
  /** `fields/formula-no-result`: divided by zero, two currencies, a day that does not exist. */
  readonly because?: Problem;
}

/**
 * Reads a formula and checks it against the fields it may name. Problems, each with the character it points at in
 * `params.at` (from 1): `fields/formula-syntax`, `fields/formula-too-deep`, `fields/formula-too-long`,
 * `fields/formula-unknown-field`, `fields/formula-unknown-function`, `fields/formula-type`, `fields/formula-arguments`.
 */
export function makeFormula(source: string, scope: FormulaScope): Result<Formula> {
  const parsed = parseFormula(source);
  if (!parsed.ok) return parsed;
  const reads: Reads = { fields: new Set(), clock: false };
  const compiled = compile(parsed.value, scope, reads);
  if (!compiled.ok) return compiled;
  const { type, run } = compiled.value;
  if (type === 'blank' || type === 'moneys' || type === 'texts')
    return refuse(
      problemAt(
        'formula-type',
        0,
        'the whole comes to no single value. Take one of them, as with amountIn or contains',
      ),
    );
  return ok({
    source,
    type,
    fields: [...reads.fields].sort(),
    readsClock: reads.clock,
    evaluate(row, moment) {
      const reckoning: Reckoning = { row, moment };
      const value = outside(run(reckoning));
      if (value !== undefined) return { value };
      return reckoning.because ? { because: reckoning.because } : {};
    },
  });
}

function outside(value: FormulaValue): FormulaResult['value'] {
  if (value === null || Array.isArray(value)) return undefined;
  if (typeof value !== 'object' || isMoney(value)) return value as FormulaResult['value'];
  return numberOf(value as Decimal);
}
