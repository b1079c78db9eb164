import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter } from '../filters/filter.js';
import { suggest } from '../filters/suggest.js';
import type { Problem } from '../kernel/result.js';
import type { FieldDefinition } from './definition.js';
import { fieldProblem } from './field-problem.js';
import type { FieldRegistry } from './registry.js';

/** The first path of a filter that names no field of the kind. */
export const unknownIn = (registry: FieldRegistry, kind: string, filter: Filter): string | undefined =>
  dependenciesOf(filter).fields.find((path) => !isKnownPath(registry, kind, path));

/** Whether a path of a filter names a field, or a part of one such as `amount.minor`. */
export function isKnownPath(registry: Pick<FieldRegistry, 'fieldsOf'>, kind: string, path: string): boolean {
  if (path === 'id' || path.startsWith('externalIds.')) return true;
  return registry
    .fieldsOf(kind)
    .some((field) => path === field.path || path.startsWith(`${field.path}.`) || field.path.startsWith(`${path}.`));
}

/** The refusal of a path that names nothing. */
export function unknownField(
  registry: FieldRegistry,
  definition: FieldDefinition,
  kind: string,
  path: string,
  at: string,
): Problem {
  const hint = suggest(
    path,
    registry.fieldsOf(kind).map((field) => field.path),
  );
  return fieldProblem('unknown-field', definition, `A ${kind} has no field "${path.slice(0, 80)}".${hint}`, {}, at);
}
