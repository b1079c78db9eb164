import type { Problem } from '../kernel/result.js';

/** A refusal about one field, by its kind and name. */
export const fieldProblem = (
  code: string,
  { on, name }: { readonly on: string; readonly name: string },
  message: string,
  params: Problem['params'] = {},
  path = 'name',
): Problem => ({ code: `fields/${code}`, message, path, params: { on, name, ...params } });
