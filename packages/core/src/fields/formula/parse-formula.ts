import { ok, type Result, refuse } from '../../kernel/result.js';
import type { Expression, Operator } from './expression.js';
import { cut, problemAt, syntaxError } from './formula-problem.js';
import { type Token, tokensOf } from './tokens.js';

/** Characters of a formula. */
const LONGEST = 5_000;
/** Brackets within brackets, and signs before signs. */
const DEEPEST = 50;
/** All its parts; a long sum is as deep as it has parts. */
const MOST_PARTS = 500;

/** What binds how strongly, the weakest first; all of them from the left. */
const LEVELS: ReadonlyArray<readonly Operator[]> = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-', '&'],
  ['*', '/'],
];

const CONSTANTS: ReadonlyMap<string, (at: number) => Expression> = new Map([
  ['true', (at: number): Expression => ({ is: 'boolean', value: true, at })],
  ['false', (at: number): Expression => ({ is: 'boolean', value: false, at })],
  ['blank', (at: number): Expression => ({ is: 'blank', at })],
]);

/** Words that mean something in a formula, so that no field is called so. */
export const RESERVED: readonly string[] = ['and', 'or', 'not', ...CONSTANTS.keys()];

/**
 * Reads a formula, without asking what its names mean. Never throws, and never takes long, whatever is written. Problems,
 * each with the character it points at: `fields/formula-syntax`, `fields/formula-too-deep`, `fields/formula-too-long`.
 */
export function parseFormula(source: string): Result<Expression> {
  if (source.length > LONGEST)
    return refuse(problemAt('formula-too-long', LONGEST, `a formula has at most ${LONGEST} characters`));
  const tokens = tokensOf(source);
  if (!tokens.ok) return tokens;
  const parser = newParser(source, tokens.value);
  const parsed = parser.level(0, 0);
  if (!parsed.ok) return parsed;
  const rest = parser.next();
  return rest.is === 'end'
    ? parsed
    : syntaxError(source, rest.at, `expected an operator such as + or "and", got "${cut(rest.word)}"`);
}

interface Parser {
  level(level: number, depth: number): Result<Expression>;
  next(): Token;
}

function newParser(source: string, tokens: readonly Token[]): Parser {
  let place = 0;
  let parts = 0;
  const end = tokens[tokens.length - 1] as Token;
  const next = (): Token => tokens[place] ?? end;
  const isNext = (word: string): boolean => next().word === word && next().is !== 'text';
  const counted = (part: Expression): Result<Expression> =>
    ++parts > MOST_PARTS
      ? refuse(
          problemAt('formula-too-long', part.at, `a formula has at most ${MOST_PARTS} parts. Split it in two fields`),
        )
      : ok(part);

  function level(at: number, depth: number): Result<Expression> {
    const operators = LEVELS[at];
    if (!operators) return unary(depth);
    let left = level(at + 1, depth);
    while (left.ok) {
      const sign = next();
      const operator = sign.is === 'text' ? undefined : operators.find((each) => each === sign.word);
      if (!operator) return left;
      place++;
      const right = level(at + 1, depth);
      if (!right.ok) return right;
      left = counted({ is: 'binary', operator, left: left.value, right: right.value, at: sign.at });
    }
    return left;
  }

  function unary(depth: number): Result<Expression> {
    const sign = next();
    if (depth > DEEPEST)
      return refuse(problemAt('formula-too-deep', sign.at, `a formula is nested at most ${DEEPEST} levels deep`));
    if (!isNext('-') && !isNext('not')) return primary(depth);
    place++;
    // `not a = b` denies the comparison, `-a * b` negates only a.
    const of = isNext('not') || sign.word === '-' ? unary(depth + 1) : level(2, depth + 1);
    return of.ok ? counted({ is: 'unary', operator: sign.word === '-' ? '-' : 'not', of: of.value, at: sign.at }) : of;
  }

  function primary(depth: number): Result<Expression> {
    const token = next();
    const { at, word } = token;
    place++;
    switch (token.is) {
      case 'number':
        return counted({ is: 'number', written: word, at });
      case 'text':
        return counted({ is: 'text', value: word, at });
      case 'name': {
        if (isNext('(')) return call(word, at, depth);
        const constant = CONSTANTS.get(word);
        if (!constant && RESERVED.includes(word)) return unexpected(token);
        return counted(constant?.(at) ?? { is: 'field', name: word, at });
      }
      case 'sign': {
        if (word !== '(') return unexpected(token);
        const inner = level(0, depth + 1);
        return inner.ok ? closed(at, inner.value) : inner;
      }
      case 'end':
        return unexpected(token);
    }
  }

  function call(name: string, at: number, depth: number): Result<Expression> {
    const bracket = next().at;
    place++;
    const given: Expression[] = [];
    while (!isNext(')')) {
      const part = level(0, depth + 1);
      if (!part.ok) return part;
      given.push(part.value);
      if (!isNext(',')) break;
      place++;
    }
    const made = counted({ is: 'call', name, parts: given, at });
    return made.ok ? closed(bracket, made.value) : made;
  }

  function closed(opened: number, inner: Expression): Result<Expression> {
    if (!isNext(')'))
      return syntaxError(
        source,
        next().at,
        `expected ")" for the "(" at character ${opened + 1}, got ${shown(next())}`,
      );
    place++;
    return ok(inner);
  }

  const unexpected = (token: Token): Result<never> =>
    syntaxError(source, token.at, `expected a value, a field or "(", got ${shown(token)}`);

  return { level, next };
}

const shown = ({ is, word }: Token): string => (is === 'end' ? 'the end' : `"${cut(word)}"`);
