import { type Problem, type Result, refuse } from '../../kernel/result.js';

/** A refusal that points at a character of a formula; `params.at` counts from 1. */
export function problemAt(code: string, at: number, message: string, params: Problem['params'] = {}): Problem {
  return {
    code: `fields/${code}`,
    message: `Character ${at + 1}: ${message}.`,
    path: 'formula',
    params: { ...params, at: at + 1 },
  };
}

/** A formula that cannot be read from here on. */
export const syntaxError = (source: string, at: number, message: string): Result<never> =>
  refuse(problemAt('formula-syntax', at, message, { near: cut(source.slice(at)) }));

/** The beginning of a text, for messages. */
export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
