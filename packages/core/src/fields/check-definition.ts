import { suggest } from '../filters/suggest.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { FieldDefinition, type FieldType, type ValueType } from './definition.js';
import type { Field } from './field.js';
import { nameProblem } from './field-name.js';
import { circleIn, circleProblem, fieldKey, readsOfDefinition } from './field-order.js';
import { fieldProblem } from './field-problem.js';
import { makeFormula } from './formula/formula.js';
import { formulaScope, typeOfFormula } from './formula-scope.js';
import { unknownField, unknownIn } from './known-path.js';
import type { FieldRegistry } from './registry.js';
import { rollUpField } from './roll-up-definition.js';
import { valueProblem } from './value-problem.js';

/** What can be told apart by its value alone. */
const UNIQUE: readonly FieldType[] = ['text', 'number', 'email', 'phone', 'url', 'reference', 'day'];
const SEARCHABLE: readonly FieldType[] = ['text', 'longText', 'email', 'phone', 'url', 'choice', 'choices'];
const BOUNDED: readonly FieldType[] = ['text', 'longText', 'number', 'money', 'percent', 'choices'];
const MOST_OPTIONS = 1_000;

/**
 * Checks a definition against the fields there are and makes the field of it; a definition of the same kind and name is
 * the one that it replaces. Problems: `fields/invalid-definition`, `fields/bad-name`, `fields/duplicate`,
 * `fields/no-label`, `fields/unknown-kind`, `fields/unknown-field`, `fields/options`, `fields/not-unique-type`,
 * `fields/default`, `fields/circle`, `fields/roll-up`, and those of `makeFormula`.
 */
export function checkDefinition(
  registry: FieldRegistry,
  definition: FieldDefinition,
  origin: 'host' | 'stored' = 'stored',
): Result<Field> {
  const parsed = FieldDefinition.safeParse(definition);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    return refuse({
      code: 'fields/invalid-definition',
      message: `The definition of a field does not fit${path ? ` at "${path}"` : ''}: ${issue?.message ?? 'unknown'}`,
      path,
    });
  }
  const simple = simpleProblem(registry, definition);
  if (simple) return refuse(simple);
  const made = fieldOf(registry, definition, origin);
  if (!made.ok) return made;
  const field = made.value;
  const circle = circleIn(fieldKey(field), (key) => {
    const [on = '', name = ''] = partsOf(key);
    const at = on === field.on && name === field.name ? field : registry.field(on, name);
    return at && at.origin !== 'built-in' ? readsOfDefinition(at) : [];
  });
  if (circle) return refuse(circleProblem(definition, circle));
  const condition = typeof definition.required === 'object' ? definition.required : undefined;
  const unknown = condition && unknownIn(registry, definition.on, condition);
  if (unknown !== undefined) return refuse(unknownField(registry, definition, definition.on, unknown, 'required'));
  if (definition.default !== undefined) {
    const wrong = valueProblem(field, definition.default);
    if (wrong)
      return refuse(fieldProblem('default', field, `The default does not fit: ${wrong.message}`, {}, 'default'));
  }
  return ok(field);
}

/** The kind and the name of a key; a built-in name may have dots. */
const partsOf = (key: string): readonly string[] => [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];

/** What can be said of a definition by itself. */
function simpleProblem(registry: FieldRegistry, definition: FieldDefinition): Problem | undefined {
  const { on, name, type, labels, options, least, most } = definition;
  const problem = (code: string, message: string, path: string): Problem =>
    fieldProblem(code, definition, message, {}, path);
  const kinds = registry.entities.map(({ kind }) => kind);
  if (!kinds.includes(on))
    return problem('unknown-kind', `There is no kind of entity "${on.slice(0, 60)}".${suggest(on, kinds)}`, 'on');
  const named = nameProblem(definition);
  if (named) return named;
  const taken = registry
    .fieldsOf(on)
    .find(
      (other) =>
        !other.isDetail &&
        firstStep(other.name).toLowerCase() === name.toLowerCase() &&
        !isSameField(other, definition),
    );
  if (taken || name.toLowerCase() === 'id' || RESERVED_PARTS.includes(name))
    return problem(
      'duplicate',
      `A ${on} has a field "${taken ? firstStep(taken.name) : name}" already. Choose another name.`,
      'name',
    );
  if (Object.values(labels).every((text) => text.trim() === ''))
    return problem('no-label', `"${name}" has no label. Say what people call it.`, 'labels');
  const optionsWrong = optionsProblem(type, options);
  if (optionsWrong) return problem('options', optionsWrong, 'options');
  if ((least !== undefined || most !== undefined) && !BOUNDED.includes(type))
    return problem(
      'invalid-definition',
      `A field of type "${type}" has no least and no most. Leave them out.`,
      'least',
    );
  if (least !== undefined && most !== undefined && least > most)
    return problem('invalid-definition', `Nothing is at least ${least} and at most ${most}.`, 'most');
  if (definition.unique && !UNIQUE.includes(type))
    return problem('not-unique-type', `Fields that are unique are of type ${UNIQUE.join(', ')}.`, 'unique');
  if (definition.searched && !SEARCHABLE.includes(type))
    return problem('invalid-definition', `Fields that are searched are of type ${SEARCHABLE.join(', ')}.`, 'searched');
  const isComputed = type === 'formula' || type === 'rollUp';
  if (isComputed && (definition.default !== undefined || definition.required || definition.unique))
    return problem(
      'invalid-definition',
      'A computed field has no default, and is neither required nor unique.',
      'type',
    );
  if ((type === 'formula') !== (definition.formula !== undefined))
    return problem('invalid-definition', 'A field of type "formula" has a formula, and no other one.', 'formula');
  if ((type === 'rollUp') !== (definition.rollUp !== undefined))
    return problem('invalid-definition', 'A field of type "rollUp" has a rollUp, and no other one.', 'rollUp');
  if ((type === 'reference') !== (definition.to !== undefined))
    return problem('invalid-definition', 'A reference says in `to` which kind it points at; no other type does.', 'to');
  if (definition.to !== undefined && !kinds.includes(definition.to))
    return problem('unknown-kind', `There is no kind of entity "${definition.to.slice(0, 60)}" to refer to.`, 'to');
  return undefined;
}

/** Parts of rows that are no fields of their own. */
const RESERVED_PARTS = ['customFields', 'externalIds', 'rev', 'seq'];

const firstStep = (path: string): string => path.split('.')[0] ?? '';
const isSameField = (field: Field, { name }: FieldDefinition): boolean =>
  field.origin !== 'built-in' && field.name === name;

function optionsProblem(type: FieldType, options: FieldDefinition['options']): string | undefined {
  const isChoice = type === 'choice' || type === 'choices';
  if (!isChoice) return options ? 'Only a choice has options. Leave them out.' : undefined;
  if (!options || options.length === 0) return 'A choice has at least one option.';
  if (options.length > MOST_OPTIONS) return `A choice has at most ${MOST_OPTIONS} options. Make a reference of it.`;
  const seen = new Set<string>();
  for (const { value } of options) {
    if (seen.has(value)) return `"${value}" is among the options twice.`;
    seen.add(value);
  }
  return undefined;
}

function fieldOf(registry: FieldRegistry, definition: FieldDefinition, origin: 'host' | 'stored'): Result<Field> {
  const base = {
    ...definition,
    path: `customFields.${definition.name}`,
    origin,
    isReadOnly: definition.formula !== undefined || definition.rollUp !== undefined,
  };
  if (definition.formula !== undefined) {
    const compiled = makeFormula(definition.formula, formulaScope(registry, definition));
    return compiled.ok
      ? ok({ ...base, isMany: false, valueType: typeOfFormula(compiled.value.type), compiled: compiled.value })
      : compiled;
  }
  if (definition.rollUp) return rollUpField(registry, definition, definition.rollUp, base);
  return ok({ ...base, isMany: definition.type === 'choices', valueType: definition.type as ValueType });
}
