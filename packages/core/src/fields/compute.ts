import type { FilterMoment } from '../filters/filter.js';
import type { CustomValue } from '../kernel/entity.js';
import type { Problem } from '../kernel/result.js';
import { isSame } from '../kernel/same.js';
import { own } from '../kernel/value-at.js';
import { customValues } from './check-row.js';
import type { FieldRegistry } from './registry.js';

/** Values for custom fields by name; undefined takes one away. */
export type NewValues = ReadonlyMap<string, CustomValue | undefined>;

/** A row with other custom values; the same row when all of them stood so. */
export function withValues<Row extends object>(row: Row, values: NewValues): Row {
  const old = customValues(row);
  let isOther = false;
  for (const [name, value] of values) isOther ||= !isSame(own(old, name), value);
  if (!isOther) return row;
  // Field by field: an object that something is deleted from is slow for good, and this one is stored.
  const next: Record<string, unknown> = {};
  const put = (name: string, value: unknown): void => {
    if (name in next)
      Object.defineProperty(next, name, { value, configurable: true, enumerable: true, writable: true });
    else next[name] = value;
  };
  for (const name of Object.keys(old)) {
    const value = values.has(name) ? values.get(name) : own(old, name);
    if (value !== undefined) put(name, value);
  }
  for (const [name, value] of values) if (value !== undefined && !Object.hasOwn(old, name)) put(name, value);
  if (Object.keys(next).length > 0) return { ...row, customFields: next };
  const { customFields: _, ...rest } = row as Row & { readonly customFields?: unknown };
  return rest as Row;
}

/**
 * A row with its formulas reckoned at a moment, each behind those it reads. Roll-ups are taken as they stand. The same row
 * when nothing changed.
 */
export function withFormulas<Row extends object>(
  registry: FieldRegistry,
  kind: string,
  row: Row,
  moment: FilterMoment,
): Row {
  let next = row;
  for (const { name, compiled } of registry.computedOf(kind))
    if (compiled) next = withValues(next, new Map([[name, compiled.evaluate(next, moment).value]]));
  return next;
}

/** Why the formulas of a row that came to nothing did so, by the name of the field. */
export function formulaProblems(
  registry: FieldRegistry,
  kind: string,
  row: object,
  moment: FilterMoment,
): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  for (const { name, compiled } of registry.computedOf(kind)) {
    const because = compiled?.evaluate(row, moment).because;
    if (because) problems.set(name, because);
  }
  return problems;
}

/** A row without what is computed: what people and imports wrote. The same row when there is nothing of it. */
export const withoutComputed = <Row extends object>(registry: FieldRegistry, kind: string, row: Row): Row =>
  withValues(row, new Map(registry.computedOf(kind).map(({ name }) => [name, undefined])));
