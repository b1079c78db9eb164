import type { Problem } from '../kernel/result.js';
import { checkDefinition } from './check-definition.js';
import type { EntityDefinition, FieldDefinition } from './definition.js';
import { customEntity, entityProblem } from './entity-definition.js';
import type { BuiltInEntity, Field } from './field.js';
import { circleIn, circleProblem, fieldKey, inOrder, readsOfDefinition } from './field-order.js';
import type { FieldRegistry } from './registry.js';

/** What a registry is made of. */
export interface RegistryParts {
  readonly builtIn: readonly BuiltInEntity[];
  /** Kinds of entities that the house adds. */
  readonly entities?: readonly EntityDefinition[];
  /** Fields that the host declares in code. */
  readonly host?: readonly FieldDefinition[];
  /** Fields that were made while the application runs. */
  readonly stored?: readonly FieldDefinition[];
}

/**
 * Puts a registry together. A definition that does not fit those before it is left out, and said in `problems`; nothing
 * throws, because what is stored was perhaps written by a newer version.
 */
export function makeRegistry({ builtIn, entities = [], host = [], stored = [] }: RegistryParts): FieldRegistry {
  const known: BuiltInEntity[] = [...builtIn];
  const problems: Problem[] = [];
  for (const entity of entities) {
    const problem = entityProblem(entity, known);
    if (problem) problems.push(problem);
    else known.push(customEntity(entity));
  }
  let fields: readonly Field[] = known.flatMap(builtInFields);
  const declared = [
    ...host.map((definition) => ({ definition, origin: 'host' as const })),
    ...stored.map((definition) => ({ definition, origin: 'stored' as const })),
  ];
  let registry = registryOf(known, fields, problems);
  // A formula may name a field that was declared behind it: those that fit nothing yet are tried again.
  for (let left = declared; left.length > 0; ) {
    const waiting: (typeof left)[number][] = [];
    const reasons: Problem[] = [];
    for (const { definition, origin } of left) {
      const checked = checkDefinition(registry, definition, origin);
      if (checked.ok) {
        fields = [...fields, checked.value];
        registry = registryOf(known, fields, problems);
      } else {
        waiting.push({ definition, origin });
        reasons.push(checked.problem);
      }
    }
    if (waiting.length === left.length) {
      const circles = circlesAmong(left.map(({ definition }) => definition));
      problems.push(
        ...left.map(
          ({ definition }, index) => circles.get(fieldKey(definition)) ?? named(definition, reasons[index] as Problem),
        ),
      );
      break;
    }
    left = waiting;
  }
  return registryOf(known, fields, problems);
}

function registryOf(
  entities: readonly EntityDefinition[],
  fields: readonly Field[],
  problems: readonly Problem[],
): FieldRegistry {
  const byKind = new Map<string, Field[]>();
  const byName = new Map<string, Field>();
  for (const field of fields) {
    const others = byKind.get(field.on) ?? [];
    byKind.set(field.on, others);
    others.push(field);
    byName.set(`${field.on} ${field.path}`, field);
    byName.set(`${field.on} ${field.name}`, field);
  }
  for (const others of byKind.values()) if (others.some(({ rank }) => rank !== undefined)) others.sort(byRank);
  let ordered: readonly Field[] | undefined;
  const computed = (): readonly Field[] => {
    ordered ??= inOrder(fields.filter(({ type }) => type === 'formula' || type === 'rollUp'));
    return ordered;
  };
  return {
    entities,
    problems,
    entity: (kind) => entities.find((each) => each.kind === kind),
    fieldsOf: (kind) => byKind.get(kind) ?? [],
    field: (kind, pathOrName) => byName.get(`${kind} ${pathOrName}`),
    computedOf: (kind) => computed().filter(({ on }) => on === kind),
    rollUpsOver: (kind) => computed().filter(({ rollUp }) => rollUp?.of === kind),
    get rollUps() {
      return computed().filter(({ type }) => type === 'rollUp');
    },
  };
}

/** Those without a rank stay in front, in the order in which they were declared. */
const byRank = ({ rank: left = '' }: Field, { rank: right = '' }: Field): number =>
  left < right ? -1 : left > right ? 1 : 0;

const builtInFields = ({ kind, fields }: BuiltInEntity): readonly Field[] =>
  fields.map(({ isMany = false, isReadOnly = false, ...field }) => ({
    ...field,
    on: kind,
    path: field.name,
    origin: 'built-in',
    valueType: field.type,
    isMany,
    isReadOnly,
  }));

/** Definitions that can never fit because each waits for the other, with the refusal that says so. */
function circlesAmong(definitions: readonly FieldDefinition[]): ReadonlyMap<string, Problem> {
  const byKey = new Map(definitions.map((definition) => [fieldKey(definition), definition]));
  const problems = new Map<string, Problem>();
  for (const [key, definition] of byKey) {
    const circle = circleIn(key, (at) => {
      const other = byKey.get(at);
      return other ? readsOfDefinition(other) : [];
    });
    if (circle) problems.set(key, circleProblem(definition, circle));
  }
  return problems;
}

/** The problem of a formula says which field it is of. */
const named = ({ on, name }: FieldDefinition, problem: Problem): Problem =>
  problem.params?.['name'] === name
    ? problem
    : {
        ...problem,
        message: `"${name.slice(0, 80)}" of a ${on.slice(0, 60)}: ${problem.message}`,
        params: { ...problem.params, on: on.slice(0, 60), name: name.slice(0, 80) },
      };
