import type { Field } from '../fields/field.js';
import { isKnownPath } from '../fields/known-path.js';
import { labelIn } from '../fields/labels.js';
import type { FieldRegistry } from '../fields/registry.js';
import { suggest } from '../filters/suggest.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';

type Fields = Pick<FieldRegistry, 'fieldsOf'>;

/** `scoring/unknown-field` for the first path that names no field of a kind; nothing where no kind is given. */
export function unknownPath(registry: Fields, kind: string | undefined, paths: readonly string[]): Problem | undefined {
  if (kind === undefined) return undefined;
  const unknown = paths.find((path) => !isKnownPath(registry, kind, path));
  if (unknown === undefined) return undefined;
  const shown = unknown.slice(0, 80);
  const names = registry.fieldsOf(kind).map(({ path }) => path);
  return {
    code: 'scoring/unknown-field',
    message: `A ${kind} has no field "${shown}".${suggest(unknown, names)}`,
    path: unknown,
    params: { kind, field: shown },
  };
}

/** Checks the fields that a model is to learn from. Problem: `scoring/unknown-field`. */
export function checkFields(registry: Fields, kind: string, paths: readonly string[]): Result<readonly string[]> {
  const unknown = unknownPath(registry, kind, paths);
  return unknown ? refuse(unknown) : ok(paths);
}

/**
 * What the field of an explanation is called in a language; the path itself where it names none. A part of a field, such
 * as `amount.minor`, is called as the field is.
 */
export function fieldLabel(registry: Fields, kind: string, path: string, language: string): string {
  const field = fieldAt(registry.fieldsOf(kind), path);
  return field ? labelIn(field, language) : path;
}

const fieldAt = (fields: readonly Field[], path: string): Field | undefined =>
  fields.find((field) => field.path === path) ?? fields.find((field) => path.startsWith(`${field.path}.`));
