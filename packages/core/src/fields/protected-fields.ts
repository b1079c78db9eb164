import type { ProtectedField } from '../permissions/policy.js';
import type { Field } from './field.js';
import { nameAt, readsOfDefinition } from './field-order.js';
import type { FieldRegistry } from './registry.js';

type Protection = Omit<ProtectedField, 'collection' | 'field'>;

/**
 * What fields say of themselves about who sees them, as `rolesPolicy({ fields: () => protectedFields(registry()) })` takes
 * it: of one kind, or of all of them. What is computed is at least as protected as all that it reads, by way of other
 * computed fields and of other kinds: it has an entry for each protection on the way, and a right must go as far as every
 * one of them. What a grant leaves out by itself has no definition to follow; leave out there what is computed from it.
 */
export function protectedFields(registry: FieldRegistry, kind?: string): readonly ProtectedField[] {
  const reads = new Map<Field, readonly Field[]>();
  const readsAt = (field: Field): readonly Field[] => {
    const known = reads.get(field) ?? readsOf(registry, field);
    reads.set(field, known);
    return known;
  };
  const protectionsOf = (field: Field): readonly Protection[] => {
    const onTheWay = new Set(readsAt(field));
    for (const each of onTheWay) for (const next of readsAt(each)) onTheWay.add(next);
    return distinct([...ownProtection(field), ...[...onTheWay].flatMap(ownProtection).flatMap(ofView)]);
  };
  return registry.entities
    .filter((entity) => kind === undefined || entity.kind === kind)
    .flatMap((entity) =>
      registry.fieldsOf(entity.kind).flatMap((field) =>
        protectionsOf(field).map((protection) => ({
          collection: entity.collection,
          field: field.path,
          ...protection,
        })),
      ),
    );
}

function ownProtection({ sensitivity, access }: Field): readonly Protection[] {
  const kept = sensitivity === 'none' ? undefined : sensitivity;
  if (kept === undefined && !access?.view && !access?.edit) return [];
  return [
    {
      ...(kept !== undefined && { sensitivity: kept }),
      ...(access?.view && { read: access.view }),
      ...(access?.edit && { update: access.edit }),
    },
  ];
}

/** Nobody writes what is computed: of what it reads only counts who may see it. */
const ofView = ({ sensitivity, read }: Protection): readonly Protection[] =>
  sensitivity === undefined && !read ? [] : [{ ...(sensitivity && { sensitivity }), ...(read && { read }) }];

/** The fields that a computed one reads, whatever part of their value it names. */
function readsOf(registry: FieldRegistry, field: Field): readonly Field[] {
  const on = field.rollUp?.of ?? field.on;
  const names = readsOfDefinition(field).map((key) => nameAt(key.slice(on.length + 1)));
  return registry
    .fieldsOf(on)
    .filter(({ name, path }) =>
      names.some((read) => read === name || path.startsWith(`${read}.`) || read.startsWith(`${path}.`)),
    );
}

const distinct = (protections: readonly Protection[]): readonly Protection[] => [
  ...new Map(protections.map((protection) => [JSON.stringify(protection), protection])).values(),
];
