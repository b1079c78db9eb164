import type { Problem } from '../kernel/result.js';
import { fieldProblem } from './field-problem.js';
import { RESERVED } from './formula/parse-formula.js';

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;
/** What every object has, and what opens the way to it: such a name reads something that nobody wrote. */
const INHERITED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Why a name is none for a field: `fields/bad-name`; undefined when it is one. */
export function nameProblem(field: { readonly on: string; readonly name: string }): Problem | undefined {
  const shown = field.name.slice(0, 80);
  const named = { on: field.on, name: shown };
  if (INHERITED.has(field.name) || field.name.startsWith('__'))
    return fieldProblem(
      'bad-name',
      named,
      `"${shown}" is a name that JavaScript keeps for itself. Choose another one.`,
    );
  if (RESERVED.includes(field.name))
    return fieldProblem('bad-name', named, `"${shown}" means something in formulas. Choose another name.`);
  if (!NAME.test(field.name))
    return fieldProblem(
      'bad-name',
      named,
      `"${shown}" is no name for a field. Use 1 to 63 letters from a to z, digits and _, a letter first; what people read stands in its labels.`,
    );
  return undefined;
}
