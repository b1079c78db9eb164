import { dependenciesOf } from '../filters/dependencies.js';
import type { Problem } from '../kernel/result.js';
import type { FieldDefinition } from './definition.js';
import type { Field } from './field.js';
import { fieldProblem } from './field-problem.js';
import { namesIn } from './formula/names-in.js';

/** A field by its kind and name: `deal.margin`. */
export const fieldKey = ({ on, name }: { readonly on: string; readonly name: string }): string => `${on}.${name}`;

/** The name of the field at a path, whatever part of its value is meant: `customFields.budget.minor` is budget. */
export const nameAt = (path: string): string => (path.startsWith('customFields.') ? (path.split('.')[1] ?? '') : path);

/** What a computed field reads, as keys of fields, whether or not there are such fields. */
export function readsOfDefinition({ on, formula, rollUp }: FieldDefinition): readonly string[] {
  if (formula !== undefined) return namesIn(formula).map((name) => fieldKey({ on, name }));
  if (!rollUp) return [];
  const paths = [
    rollUp.by,
    ...(rollUp.field ? [rollUp.field] : []),
    ...(rollUp.order ? [rollUp.order] : []),
    ...(rollUp.where ? dependenciesOf(rollUp.where).fields : []),
  ];
  return paths.map((path) => fieldKey({ on: rollUp.of, name: nameAt(path) }));
}

/** Computed fields, each behind those it reads. */
export function inOrder(fields: readonly Field[]): readonly Field[] {
  const byKey = new Map(fields.map((field) => [fieldKey(field), field]));
  const placed = new Set<string>();
  const order: Field[] = [];
  const place = (field: Field): void => {
    const key = fieldKey(field);
    if (placed.has(key)) return;
    placed.add(key);
    for (const read of readsOfDefinition(field)) {
      const other = byKey.get(read);
      if (other) place(other);
    }
    order.push(field);
  };
  fields.forEach(place);
  return order;
}

/** The way from a key through what is read there back to itself, or undefined when there is none. */
export function circleIn(start: string, readsAt: (key: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string): readonly string[] | undefined => {
    for (const read of readsAt(at)) {
      if (read === start) return [start];
      if (seen.has(read)) continue;
      seen.add(read);
      const rest = search(read);
      if (rest) return [read, ...rest];
    }
    return undefined;
  };
  const way = search(start);
  return way && [start, ...way];
}

/** The refusal of a field that would be computed from itself. */
export const circleProblem = (definition: FieldDefinition, circle: readonly string[]): Problem =>
  fieldProblem(
    'circle',
    definition,
    `"${definition.name}" would be computed from itself: ${circle.join(' → ')}. Take one of them out of what it reads.`,
    { circle: circle.join(' → ') },
    definition.type === 'formula' ? 'formula' : 'rollUp',
  );
