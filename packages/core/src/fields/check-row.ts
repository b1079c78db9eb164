import type { FilterMoment } from '../filters/filter.js';
import { matches } from '../filters/matches.js';
import type { Problem } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { own, valueAt } from '../kernel/value-at.js';
import type { Field } from './field.js';
import { nameProblem } from './field-name.js';
import { fieldProblem } from './field-problem.js';
import type { FieldRegistry } from './registry.js';
import { valueProblem } from './value-problem.js';

/** What a row is held against: the registry, the kind, how it was before (undefined for a new one), and when. */
export interface RowCheck {
  readonly registry: FieldRegistry;
  readonly kind: string;
  readonly before: object | undefined;
  readonly moment: FilterMoment;
}

/**
 * Holds the custom fields of a row against their definitions. Only what has changed is checked, so that a row whose old
 * values fit no longer can still be edited, and one that lacks what has become required later. Values that no definition
 * names are let be. Problems: those of `valueProblem`, `fields/required`, `fields/retired-option`, `fields/read-only`,
 * `fields/bad-name`.
 */
export function checkRow(row: object, { registry, kind, before, moment }: RowCheck): readonly Problem[] {
  const values = customValues(row);
  const old = customValues(before);
  const problems: Problem[] = [];
  for (const name of Object.keys(values)) {
    const bad = registry.field(kind, name) ? undefined : nameProblem({ on: kind, name });
    if (bad && !isSame(own(values, name), own(old, name)) && isDangerous(name)) problems.push(bad);
  }
  for (const field of registry.fieldsOf(kind)) {
    if (field.origin === 'built-in') continue;
    const value = own(values, field.name);
    const was = own(old, field.name);
    if (isEmpty(value)) {
      if (field.required && isRequiredNow(field, row, before, was, moment)) problems.push(missing(field));
    } else if (!isSame(value, was)) {
      const wrong = field.isReadOnly
        ? readOnly(field)
        : (valueProblem(field, value) ?? retiredProblem(field, value, was));
      if (wrong) problems.push(wrong);
    }
  }
  return problems;
}

/** The custom values of a row; none of a row that is not there. */
export const customValues = (row: unknown): object => {
  const values = valueAt(row, 'customFields');
  return typeof values === 'object' && values !== null ? values : {};
};

/** Whether there is nothing in a field. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A required value may not be taken away, nor may a row become one that needs it; one that always lacked it may stay so. */
function isRequiredNow(
  field: Field,
  row: object,
  before: object | undefined,
  was: unknown,
  moment: FilterMoment,
): boolean {
  const holds = (entity: object): boolean =>
    typeof field.required === 'object' ? matches(field.required, entity, moment) : field.required === true;
  if (!holds(row)) return false;
  return before === undefined || !isEmpty(was) || !holds(before);
}

function retiredProblem(field: Field, value: unknown, was: unknown): Problem | undefined {
  const chosen = Array.isArray(value) ? value : [value];
  const before = Array.isArray(was) ? was : [was];
  const retired = field.options?.find(
    (option) => option.retired && chosen.includes(option.value) && !before.includes(option.value),
  );
  return (
    retired &&
    fieldProblem(
      'retired-option',
      field,
      `"${retired.value}" of "${field.name}" is no longer chosen. Take another option.`,
      { value: retired.value },
      field.path,
    )
  );
}

const missing = (field: Field): Problem => ({
  ...fieldProblem('required', field, `"${field.name}" of a ${field.on} must be filled in.`, {}, field.path),
  fix: { kind: 'fields', fields: [field.path] },
});

const readOnly = (field: Field): Problem =>
  fieldProblem('read-only', field, `"${field.name}" of a ${field.on} is computed. Leave it out.`, {}, field.path);

/** A free value may have any name but one that could be taken for something else. */
const isDangerous = (name: string): boolean => name.startsWith('__') || name in {} || name === 'prototype';
