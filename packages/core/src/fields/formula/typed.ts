import type { Problem } from '../../kernel/result.js';
import type { Expression } from './expression.js';
import { problemAt } from './formula-problem.js';
import type { FormulaType, Run } from './value.js';

/** A part of a formula whose type is known. */
export interface Typed {
  readonly type: FormulaType;
  readonly run: Run;
}

const WORDS: Readonly<Record<FormulaType, string>> = {
  number: 'a number',
  money: 'an amount of money',
  moneys: 'amounts in several currencies',
  text: 'a text',
  texts: 'several texts',
  boolean: 'true or false',
  day: 'a day',
  instant: 'a moment',
  blank: 'blank',
};

/** Whether a value of one type can stand where another is expected; a blank can stand anywhere. */
export const fits = (type: FormulaType, expected: FormulaType): boolean => type === expected || type === 'blank';

/** The refusal of a part whose type does not do; it points at the beginning of the part. */
export const wrongType = (part: Expression, expected: readonly FormulaType[], type: FormulaType): Problem =>
  problemAt('formula-type', startOf(part), `expected ${inWords(expected)}, got ${WORDS[type]}`, {
    expected: expected.join(' '),
    got: type,
  });

/** Types in words: "a number or an amount of money". */
export const inWords = (types: readonly FormulaType[]): string => types.map((type) => WORDS[type]).join(' or ');

/** Where a part begins: an operator stands behind its left side. */
const startOf = (part: Expression): number => {
  let first = part;
  while (first.is === 'binary') first = first.left;
  return first.at;
};
