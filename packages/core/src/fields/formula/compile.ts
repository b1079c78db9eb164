import { suggest } from '../../filters/suggest.js';
import { ok, type Problem, type Result, refuse } from '../../kernel/result.js';
import { decimalOf, isTooLarge, readDecimal } from './decimals.js';
import type { Expression } from './expression.js';
import { problemAt } from './formula-problem.js';
import { type FormulaFunction, FUNCTION_NAMES, FUNCTIONS } from './functions.js';
import { binary, negation } from './operators.js';
import { fits, type Typed, wrongType } from './typed.js';
import { type FormulaType, type FormulaValue, nothing } from './value.js';

/** What a name in a formula stands for. */
export interface FormulaField {
  readonly type: FormulaType;
  /** Reads it from a row; what does not fit its type is blank. */
  readonly read: (row: unknown) => unknown;
}

/** The fields that a formula may name. */
export interface FormulaScope {
  field(name: string): FormulaField | undefined;
  /** For suggestions. */
  readonly names: readonly string[];
}

/** What a formula turned out to read while it was compiled. */
export interface Reads {
  readonly fields: Set<string>;
  clock: boolean;
}

/**
 * Checks the types of a formula and makes it ready to run: closures, and no code is generated. Problems, each with its
 * character: `fields/formula-syntax` (a number that is too large), `fields/formula-unknown-field`,
 * `fields/formula-unknown-function`, `fields/formula-type`, `fields/formula-arguments`.
 */
export function compile(part: Expression, scope: FormulaScope, reads: Reads): Result<Typed> {
  switch (part.is) {
    case 'number': {
      const number = readDecimal(part.written);
      return isTooLarge(number)
        ? refuse(problemAt('formula-syntax', part.at, 'this number is too large to reckon with'))
        : constant('number', number);
    }
    case 'text':
      return constant('text', part.value);
    case 'boolean':
      return constant('boolean', part.value);
    case 'blank':
      return constant('blank', null);
    case 'field': {
      const field = scope.field(part.name);
      if (!field)
        return refuse(
          problemAt(
            'formula-unknown-field',
            part.at,
            `there is no field "${part.name.slice(0, 80)}" here${didYouMean(part.name, scope.names)}`,
            { name: part.name.slice(0, 80) },
          ),
        );
      reads.fields.add(part.name);
      const { type, read } = field;
      return ok({ type, run: ({ row }) => fitted(read(row), type) });
    }
    case 'unary': {
      const of = compile(part.of, scope, reads);
      return of.ok ? negation(part, of.value) : of;
    }
    case 'binary': {
      const left = compile(part.left, scope, reads);
      if (!left.ok) return left;
      const right = compile(part.right, scope, reads);
      return right.ok ? binary(part, left.value, right.value) : right;
    }
    case 'call':
      return call(part, scope, reads);
  }
}

const constant = (type: FormulaType, value: FormulaValue): Result<Typed> => ok({ type, run: () => value });

const didYouMean = (name: string, names: readonly string[]): string => {
  const hint = suggest(name, names);
  return hint === '' ? '' : `.${hint.replace(/\?$/, '')}`;
};

/** What a row holds, if it is of the type that the field says. */
function fitted(value: unknown, type: FormulaType): FormulaValue {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? decimalOf(value) : null;
    case 'money':
      return isAmount(value) ? value : null;
    case 'moneys':
      return Array.isArray(value) ? value.filter(isAmount) : [];
    case 'texts':
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'text':
    case 'day':
    case 'instant':
      return typeof value === 'string' ? value : null;
    case 'blank':
      return null;
  }
}

const isAmount = (value: unknown): value is { readonly minor: number; readonly currency: string } =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger(Reflect.get(value, 'minor')) &&
  typeof Reflect.get(value, 'currency') === 'string';

type Call = Extract<Expression, { is: 'call' }>;

function call(part: Call, scope: FormulaScope, reads: Reads): Result<Typed> {
  const given: Typed[] = [];
  for (const each of part.parts) {
    const compiled = compile(each, scope, reads);
    if (!compiled.ok) return compiled;
    given.push(compiled.value);
  }
  switch (part.name) {
    case 'if':
      return choice(part, given);
    case 'coalesce':
      return firstOf(part, given);
    case 'isBlank': {
      const wrong = wrongCount(part, given.length === 1, '1 argument');
      const [of] = given;
      if (wrong || !of) return refuse(wrong ?? wrongArguments(part, '1 argument'));
      return ok({ type: 'boolean', run: (reckoning) => isNothing(of.run(reckoning)) });
    }
    default: {
      const found = FUNCTIONS.get(part.name);
      if (!found)
        return refuse(
          problemAt(
            'formula-unknown-function',
            part.at,
            `there is no function "${part.name.slice(0, 80)}"${didYouMean(part.name, FUNCTION_NAMES)}`,
            { name: part.name.slice(0, 80) },
          ),
        );
      if (found.readsClock) reads.clock = true;
      return plainCall(part, found, given);
    }
  }
}

function plainCall(
  part: Call,
  { takes, optional = 0, isRepeated, gives, run }: FormulaFunction,
  given: readonly Typed[],
): Result<Typed> {
  const least = takes.length - optional;
  const fitting = given.length >= least && (isRepeated || given.length <= takes.length);
  const wrong = wrongCount(part, fitting, countInWords(least, isRepeated ? undefined : takes.length));
  if (wrong) return refuse(wrong);
  const first = given.find(({ type }) => type !== 'blank')?.type;
  for (const [index, { type }] of given.entries()) {
    const expected = isRepeated && first && index > 0 ? [first] : (takes[Math.min(index, takes.length - 1)] ?? []);
    if (!expected.some((each) => fits(type, each))) return refuse(wrongType(part.parts[index] ?? part, expected, type));
  }
  return ok({
    type: gives === 'same' ? (first ?? 'blank') : gives,
    run(reckoning) {
      const values: FormulaValue[] = [];
      for (const each of given) {
        const value = each.run(reckoning);
        if (value === null) return null;
        values.push(value);
      }
      return (
        run(values, reckoning) ??
        nothing(reckoning, problemAt('formula-no-result', part.at, `${part.name} has no result for these values`))
      );
    },
  });
}

/** `if(condition, then, else)`: a blank condition counts as false, and without an else the result is blank. */
function choice(part: Call, given: readonly Typed[]): Result<Typed> {
  const wrong = wrongCount(part, given.length === 2 || given.length === 3, '2 or 3 arguments');
  const [condition, then, otherwise = BLANK] = given;
  if (wrong || !condition || !then) return refuse(wrong ?? wrongArguments(part, '2 or 3 arguments'));
  if (!fits(condition.type, 'boolean')) return refuse(wrongType(part.parts[0] ?? part, ['boolean'], condition.type));
  const type = then.type === 'blank' ? otherwise.type : then.type;
  if (!fits(otherwise.type, type)) return refuse(wrongType(part.parts[2] ?? part, [type], otherwise.type));
  return ok({
    type,
    run: (reckoning) => (condition.run(reckoning) === true ? then : otherwise).run(reckoning),
  });
}

const BLANK: Typed = { type: 'blank', run: () => null };

/** The first argument that is not blank. */
function firstOf(part: Call, given: readonly Typed[]): Result<Typed> {
  const wrong = wrongCount(part, given.length > 0, 'at least 1 argument');
  if (wrong) return refuse(wrong);
  const type = given.find((each) => each.type !== 'blank')?.type ?? 'blank';
  const other = given.findIndex((each) => !fits(each.type, type));
  if (other >= 0) return refuse(wrongType(part.parts[other] ?? part, [type], given[other]?.type ?? 'blank'));
  return ok({
    type,
    run(reckoning) {
      for (const each of given) {
        const value = each.run(reckoning);
        if (!isNothing(value)) return value;
      }
      return null;
    },
  });
}

/** An empty list is blank, too. */
const isNothing = (value: FormulaValue): boolean => value === null || (Array.isArray(value) && value.length === 0);

const wrongCount = (part: Call, isRight: boolean, expected: string): Problem | undefined =>
  isRight ? undefined : wrongArguments(part, expected);

const wrongArguments = (part: Call, expected: string): Problem =>
  problemAt('formula-arguments', part.at, `${part.name} takes ${expected}, not ${part.parts.length}`, {
    name: part.name,
  });

function countInWords(least: number, most: number | undefined): string {
  const counts = most === undefined ? `at least ${least}` : least === most ? `${least}` : `${least} to ${most}`;
  return `${counts} argument${counts.endsWith(' 1') || counts === '1' ? '' : 's'}`;
}
