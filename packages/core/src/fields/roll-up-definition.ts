import { ok, type Result, refuse } from '../kernel/result.js';
import type { FieldDefinition, ValueType } from './definition.js';
import type { Field } from './field.js';
import { nameAt } from './field-order.js';
import { fieldProblem } from './field-problem.js';
import { unknownField, unknownIn } from './known-path.js';
import type { FieldRegistry } from './registry.js';

/** Checks what a roll-up is made of against the fields there are. */
export function rollUpField(
  registry: FieldRegistry,
  definition: FieldDefinition,
  rollUp: NonNullable<FieldDefinition['rollUp']>,
  base: Omit<Field, 'valueType' | 'isMany'>,
): Result<Field> {
  const problem = (message: string, path: string): Result<never> =>
    refuse(fieldProblem('roll-up', definition, message, {}, `rollUp.${path}`));
  if (!registry.entity(rollUp.of))
    return refuse(
      fieldProblem('unknown-kind', definition, `There is no kind of entity "${rollUp.of}".`, {}, 'rollUp.of'),
    );
  const inSource = (path: string): Field | undefined =>
    rollUp.of === definition.on && nameAt(path) === definition.name
      ? ({ ...base, valueType: 'number', isMany: false } as Field)
      : registry.field(rollUp.of, nameAt(path));
  const by = inSource(rollUp.by);
  if (!by) return refuse(unknownField(registry, definition, rollUp.of, rollUp.by, 'rollUp.by'));
  const points =
    by.valueType === 'reference' ? by.to === definition.on : by.valueType === 'user' && definition.on === 'user';
  if (!points) return problem(`"${rollUp.by}" of a ${rollUp.of} does not refer to a ${definition.on}.`, 'by');
  if (by.isReadOnly) return problem(`"${rollUp.by}" is computed. Roll up by a field that is written.`, 'by');
  const unknown = rollUp.where && unknownIn(registry, rollUp.of, rollUp.where);
  if (unknown !== undefined) return refuse(unknownField(registry, definition, rollUp.of, unknown, 'rollUp.where'));
  if (rollUp.take === 'count') {
    if (rollUp.field !== undefined) return problem('What counts rows takes no field of theirs.', 'field');
    return ok({ ...base, rollUp: { ...rollUp, by: by.path }, decimals: 0, valueType: 'number', isMany: false });
  }
  const source = rollUp.field === undefined ? undefined : inSource(rollUp.field);
  if (!source)
    return rollUp.field === undefined
      ? problem(`"${rollUp.take}" needs the field that it takes.`, 'field')
      : refuse(unknownField(registry, definition, rollUp.of, rollUp.field, 'rollUp.field'));
  if (source.isMany && !(source.valueType === 'money' && source.type === 'rollUp' && rollUp.take !== 'last'))
    return problem(`"${rollUp.field}" may have several values. Take a field with one.`, 'field');
  const type = source.valueType;
  if (rollUp.take === 'sum' && !SUMMED.includes(type))
    return problem(`"${rollUp.field}" cannot be added up: it is of type ${type}.`, 'field');
  if ((rollUp.take === 'min' || rollUp.take === 'max') && !ORDERED.includes(type))
    return problem(`"${rollUp.field}" has no least and no most: it is of type ${type}.`, 'field');
  if ((rollUp.take === 'last') !== (rollUp.order !== undefined))
    return problem('"last" says in `order` which row is the last; nothing else does.', 'order');
  const order = rollUp.order === undefined ? undefined : inSource(rollUp.order);
  if (rollUp.order !== undefined) {
    if (!order) return refuse(unknownField(registry, definition, rollUp.of, rollUp.order, 'rollUp.order'));
    if (order.isMany || !['number', 'percent', 'day', 'instant'].includes(order.valueType))
      return problem(`"${rollUp.order}" is no day, moment or number to order by.`, 'order');
  }
  return ok({
    ...base,
    rollUp: { ...rollUp, by: by.path, field: source.path, ...(order && { order: order.path }) },
    valueType: type,
    // Two currencies are never added nor compared: there is one value for each.
    isMany: type === 'money' && rollUp.take !== 'last',
    ...(source.decimals !== undefined && { decimals: source.decimals }),
    ...(source.options && { options: source.options }),
    ...(source.to !== undefined && { to: source.to }),
  });
}

const SUMMED: readonly ValueType[] = ['number', 'percent', 'money'];
const ORDERED: readonly ValueType[] = ['number', 'percent', 'money', 'day', 'instant'];
