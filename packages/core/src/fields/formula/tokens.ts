import { ok, type Result } from '../../kernel/result.js';
import { cut, syntaxError } from './formula-problem.js';

/** One word of a formula and where it stands: offsets in characters from the start of the source. */
export interface Token {
  readonly is: 'number' | 'text' | 'name' | 'sign' | 'end';
  /** The word itself; of a text what stands between its quotes. */
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

const SPACE = /\s+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
const SIGN = /<=|>=|!=|[-+*/&=<>(),]/y;

/** Takes a formula apart into its words. Problem: `fields/formula-syntax`. */
export function tokensOf(source: string): Result<readonly Token[]> {
  const tokens: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const space = match(SPACE, source, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    if (source[at] === '"') {
      const text = textAt(source, at);
      if (!text) return syntaxError(source, at, 'this text has no closing quotation mark');
      tokens.push(text);
      at = text.end;
      continue;
    }
    const found = KINDS.map(([is, pattern]) => ({ is, word: match(pattern, source, at) })).find(
      ({ word }) => word !== undefined,
    );
    if (found?.word === undefined)
      return syntaxError(
        source,
        at,
        `"${cut(String.fromCodePoint(source.codePointAt(at) ?? 0))}" means nothing in a formula`,
      );
    tokens.push({ is: found.is, word: found.word, at, end: at + found.word.length });
    at += found.word.length;
  }
  tokens.push({ is: 'end', word: '', at: source.length, end: source.length });
  return ok(tokens);
}

const KINDS = [
  ['number', NUMBER],
  ['name', NAME],
  ['sign', SIGN],
] as const;

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** A text between quotation marks; two of them inside stand for one. */
function textAt(source: string, at: number): Token | undefined {
  let word = '';
  for (let index = at + 1; index < source.length; index++) {
    const character = source[index] ?? '';
    if (character !== '"') word += character;
    else if (source[index + 1] === '"') word += source[++index] ?? '';
    else return { is: 'text', word, at, end: index + 1 };
  }
  return undefined;
}
