import { type Day, daysBetween } from '../../kernel/day.js';
import { divideHalfEven, tenTo } from '../../kernel/decimal.js';
import { type Money, money } from '../../kernel/money.js';
import { ok, type Problem, type Result, refuse } from '../../kernel/result.js';
import {
  addDecimals,
  type Decimal,
  divideDecimals,
  isTooLarge,
  multiplyDecimals,
  negated,
  numberOf,
} from './decimals.js';
import type { Expression, Operator } from './expression.js';
import { problemAt } from './formula-problem.js';
import { compareValues, later } from './functions.js';
import { fits, inWords, type Typed, wrongType } from './typed.js';
import { type FormulaType, type FormulaValue, nothing } from './value.js';

type Unary = Extract<Expression, { is: 'unary' }>;
type Binary = Extract<Expression, { is: 'binary' }>;

/** What an operator does with two values that are there; undefined where there is no result. */
type Operation = (left: FormulaValue, right: FormulaValue) => FormulaValue | undefined;

/** `-a` and `not a`; a blank stays blank. */
export function negation(part: Unary, of: Typed): Result<Typed> {
  if (part.operator === 'not') {
    if (!fits(of.type, 'boolean')) return refuse(wrongType(part.of, ['boolean'], of.type));
    return ok({
      type: 'boolean',
      run: (reckoning) => {
        const value = of.run(reckoning);
        return value === null ? null : !value;
      },
    });
  }
  if (!fits(of.type, 'number') && !fits(of.type, 'money'))
    return refuse(wrongType(part.of, ['number', 'money'], of.type));
  const negate: (value: FormulaValue) => FormulaValue =
    of.type === 'money'
      ? (value) => money(-(value as Money).minor, (value as Money).currency)
      : (value) => negated(value as Decimal);
  return ok({
    type: of.type,
    run: (reckoning) => {
      const value = of.run(reckoning);
      return value === null ? null : negate(value);
    },
  });
}

/** Two parts with an operator between them. */
export function binary(part: Binary, left: Typed, right: Typed): Result<Typed> {
  switch (part.operator) {
    case 'and':
    case 'or':
      return logical(part, part.operator, left, right);
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(part, part.operator, left, right);
    case '+':
    case '-':
    case '&':
    case '*':
    case '/':
      return arithmetic(part, left, right);
  }
}

/** Three values (Kleene 1938): false and blank is false, true and blank is blank. */
function logical(part: Binary, operator: 'and' | 'or', left: Typed, right: Typed): Result<Typed> {
  if (!fits(left.type, 'boolean')) return refuse(wrongType(part.left, ['boolean'], left.type));
  if (!fits(right.type, 'boolean')) return refuse(wrongType(part.right, ['boolean'], right.type));
  const decisive = operator === 'or';
  return ok({
    type: 'boolean',
    run: (reckoning) => {
      const first = left.run(reckoning);
      if (first === decisive) return decisive;
      const second = right.run(reckoning);
      if (second === decisive) return decisive;
      return first === null || second === null ? null : !decisive;
    },
  });
}

const HOLDS: Readonly<Record<'=' | '!=' | '<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const LISTS: readonly FormulaType[] = ['texts', 'moneys'];

function comparison(part: Binary, operator: keyof typeof HOLDS, left: Typed, right: Typed): Result<Typed> {
  const type = left.type === 'blank' ? right.type : left.type;
  if (LISTS.includes(type)) return refuse(wrongType(part.left, ['number', 'money', 'text', 'day', 'instant'], type));
  if (!fits(right.type, type)) return refuse(wrongType(part.right, [type], right.type));
  const holds = HOLDS[operator];
  const isEquality = operator === '=' || operator === '!=';
  return combined(part, 'boolean', left, right, (a, b) => {
    const order = compareValues(a, b);
    // Amounts in two currencies are different; which is more cannot be said without a rate.
    return order === undefined ? (isEquality ? operator === '!=' : undefined) : holds(order);
  });
}

function arithmetic(part: Binary, left: Typed, right: Typed): Result<Typed> {
  const found = OPERATIONS.find(
    ([operator, first, second]) => operator === part.operator && fits(left.type, first) && fits(right.type, second),
  );
  if (found) return combined(part, found[3], left, right, found[4]);
  const fitting = OPERATIONS.filter(([operator, first]) => operator === part.operator && fits(left.type, first));
  if (fitting.length > 0)
    return refuse(
      wrongType(
        part.right,
        fitting.map(([, , second]) => second),
        right.type,
      ),
    );
  const firsts = OPERATIONS.filter(([operator]) => operator === part.operator).map(([, first]) => first);
  return refuse(wrongType(part.left, [...new Set(firsts)], left.type));
}

const sums =
  (sign: 1 | -1): Operation =>
  (left, right) => {
    const [a, b] = [left as Money, right as Money];
    return a.currency === b.currency ? amount(BigInt(a.minor) + BigInt(sign * b.minor), a.currency) : undefined;
  };

const OPERATIONS: ReadonlyArray<
  readonly [operator: Operator, left: FormulaType, right: FormulaType, gives: FormulaType, run: Operation]
> = [
  ['+', 'number', 'number', 'number', (a, b) => addDecimals(a as Decimal, b as Decimal)],
  ['+', 'money', 'money', 'money', sums(1)],
  ['+', 'day', 'number', 'day', (a, b) => later(a as Day, numberOf(b as Decimal))],
  ['-', 'number', 'number', 'number', (a, b) => addDecimals(a as Decimal, negated(b as Decimal))],
  ['-', 'money', 'money', 'money', sums(-1)],
  ['-', 'day', 'day', 'number', (a, b) => ({ digits: BigInt(daysBetween(b as Day, a as Day)), decimals: 0 })],
  ['-', 'day', 'number', 'day', (a, b) => later(a as Day, -numberOf(b as Decimal))],
  ['*', 'number', 'number', 'number', (a, b) => multiplyDecimals(a as Decimal, b as Decimal)],
  ['*', 'money', 'number', 'money', (a, b) => times(a as Money, b as Decimal)],
  ['*', 'number', 'money', 'money', (a, b) => times(b as Money, a as Decimal)],
  ['/', 'number', 'number', 'number', (a, b) => divideDecimals(a as Decimal, b as Decimal)],
  ['/', 'money', 'number', 'money', (a, b) => per(a as Money, b as Decimal)],
  ['/', 'money', 'money', 'number', (a, b) => ratio(a as Money, b as Money)],
  ['&', 'text', 'text', 'text', (a, b) => joined(a as string, b as string)],
];

/** A text grows no longer than a row may hold. */
const LONGEST_TEXT = 10_000;
const joined = (left: string, right: string): string | undefined =>
  left.length + right.length > LONGEST_TEXT ? undefined : `${left}${right}`;

/** Rounded half to even at the minor unit, as every product of money is. */
const times = ({ minor, currency }: Money, { digits, decimals }: Decimal): Money | undefined =>
  amount(divideHalfEven(BigInt(minor) * digits, tenTo(decimals)), currency);

const per = ({ minor, currency }: Money, { digits, decimals }: Decimal): Money | undefined =>
  digits === 0n ? undefined : amount(divideHalfEven(BigInt(minor) * tenTo(decimals), digits), currency);

const ratio = (left: Money, right: Money): Decimal | undefined =>
  left.currency === right.currency
    ? divideDecimals({ digits: BigInt(left.minor), decimals: 0 }, { digits: BigInt(right.minor), decimals: 0 })
    : undefined;

function amount(minor: bigint, currency: string): Money | undefined {
  const whole = Number(minor);
  return Number.isSafeInteger(whole) ? money(whole, currency) : undefined;
}

/** Runs both sides; a blank one makes the whole blank, and so does an operation without a result. */
function combined(part: Binary, type: FormulaType, left: Typed, right: Typed, operation: Operation): Result<Typed> {
  const failed: Problem = problemAt(
    'formula-no-result',
    part.at,
    `"${part.operator}" has no result for these values (${reasonOf(part.operator, left.type)})`,
  );
  return ok({
    type,
    run: (reckoning) => {
      const first = left.run(reckoning);
      if (first === null) return null;
      const second = right.run(reckoning);
      if (second === null) return null;
      const value = operation(first, second);
      if (value === undefined || (isDecimal(value) && isTooLarge(value))) return nothing(reckoning, failed);
      return value;
    },
  });
}

const isDecimal = (value: FormulaValue): value is Decimal =>
  typeof value === 'object' && value !== null && 'digits' in value;

const reasonOf = (operator: Operator, type: FormulaType): string => {
  if (operator === '/') return type === 'money' ? 'division by zero, or two currencies' : 'division by zero';
  if (type === 'money') return 'two currencies, or too large';
  return `${inWords([type])} that is out of bounds`;
};
