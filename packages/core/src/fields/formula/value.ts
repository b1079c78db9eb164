import type { FilterMoment } from '../../filters/filter.js';
import type { Money } from '../../kernel/money.js';
import type { Problem } from '../../kernel/result.js';
import type { Decimal } from './decimals.js';

/** What a part of a formula comes to. `moneys` are amounts in several currencies, `texts` several choices. */
export type FormulaType = 'number' | 'money' | 'moneys' | 'text' | 'texts' | 'boolean' | 'day' | 'instant' | 'blank';

/** A value inside a formula; null is blank. Days and moments are texts that sort. */
export type FormulaValue = null | Decimal | Money | readonly Money[] | string | readonly string[] | boolean;

/** What a formula is reckoned for: one row at one moment. */
export interface Reckoning {
  readonly row: unknown;
  readonly moment: FilterMoment;
  /** Why a part came to nothing; the first reason counts. */
  because?: Problem;
}

/** One part of a formula made ready. */
export type Run = (reckoning: Reckoning) => FormulaValue;

/** Says why a part came to nothing. */
export function nothing(reckoning: Reckoning, problem: Problem): null {
  reckoning.because ??= problem;
  return null;
}
