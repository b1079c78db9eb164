import type { FieldCondition, Filter, FilterValue } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { suggest } from '../filters/suggest.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/** What a condition may take from whoever acts: what their row among the users says, and `teamIds`: their team and those above it. */
export type PersonField = (typeof FIELDS)[number] | `customFields.${string}`;

/** Stands for a value of whoever acts, found when their rights are worked out: `{ person: 'territories' }`. */
export interface PersonReference {
  readonly person: PersonField;
}

/**
 * A condition of a right: a filter in which `eq`, `ne` and `in` may also compare with whoever acts. A list stands for any of its
 * values. A right whose condition refers to what somebody does not have is no right of theirs.
 */
export type GrantFilter =
  | { readonly and: readonly GrantFilter[] }
  | { readonly or: readonly GrantFilter[] }
  | { readonly not: GrantFilter }
  | { readonly field: string; readonly is: 'eq' | 'ne'; readonly value: PersonReference }
  | {
      readonly field: string;
      readonly is: 'in';
      readonly value: PersonReference | readonly (FilterValue | PersonReference)[];
    }
  | FieldCondition;

const FIELDS = ['id', 'teamId', 'teamIds', 'managerId', 'territories'] as const;
const CUSTOM = 'customFields.';

/** What is known of a person, by the fields that a condition may refer to. */
export type PersonValues = ReadonlyMap<string, readonly FilterValue[]>;

const isReference = (value: unknown): value is PersonReference =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'person');

/**
 * Reads the condition of a right from JSON that somebody else wrote. Problems: those of `parseFilter`, and
 * `permissions/unknown-reference` that names what there is not, or where it cannot stand.
 */
export function parseGrantFilter(value: unknown): Result<GrantFilter> {
  let wrong: unknown;
  // First without references, so that only what is known to be shallow is walked.
  const plain = parseFilter(
    replaced(value, (reference) => {
      if (Object.keys(reference).length !== 1 || !isPersonField(reference.person)) wrong ??= reference.person;
      return [''];
    }),
  );
  if (wrong !== undefined) return refuse(unknownReference(wrong));
  return plain.ok ? ok(value as GrantFilter) : plain;
}

/** A condition as it is for one person; undefined when it refers to what they do not have. */
export function filterFor(filter: GrantFilter, values: PersonValues): Filter | undefined {
  let isMissing = false;
  const resolved = replaced(filter, ({ person }) => {
    const found = values.get(person) ?? [];
    if (found.length === 0) isMissing = true;
    return found;
  });
  return isMissing ? undefined : (resolved as Filter);
}

/** The fields of a person that a condition refers to. */
export function referencesIn(filter: GrantFilter): readonly PersonField[] {
  const found = new Set<PersonField>();
  replaced(filter, ({ person }) => {
    found.add(person);
    return [];
  });
  return [...found];
}

/** What a person has, from their row and the teams they are in. */
export function personValues(row: object | undefined, teamIds: readonly string[]): PersonValues {
  const values = new Map<string, readonly FilterValue[]>();
  const take = (field: string, value: unknown): void => {
    const scalars = (Array.isArray(value) ? value : [value]).filter(
      (each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean',
    );
    if (scalars.length > 0) values.set(field, scalars);
  };
  const fields = new Map(Object.entries(row ?? {}));
  for (const field of FIELDS) take(field, field === 'teamIds' ? teamIds : fields.get(field));
  for (const [name, value] of Object.entries(fields.get('customFields') ?? {})) take(CUSTOM + name, value);
  return values;
}

const isPersonField = (value: unknown): boolean =>
  FIELDS.some((field) => field === value) ||
  (typeof value === 'string' && value.startsWith(CUSTOM) && value.length > CUSTOM.length && value.length <= 200);

/** So deep `parseFilter` looks; what is deeper it refuses. */
const MAX_DEPTH = 40;

/** A condition with each reference replaced by values. One that stands where none can stays, and is no filter then. */
function replaced(filter: unknown, by: (reference: PersonReference) => readonly FilterValue[], depth = 0): unknown {
  if (typeof filter !== 'object' || filter === null || depth > MAX_DEPTH) return filter;
  if ('not' in filter) return { ...filter, not: replaced(filter.not, by, depth + 1) };
  for (const group of ['and', 'or'] as const)
    if (group in filter) {
      const parts = (filter as Readonly<Record<string, unknown>>)[group];
      return Array.isArray(parts) ? { ...filter, [group]: parts.map((part) => replaced(part, by, depth + 1)) } : filter;
    }
  if (!('is' in filter && 'value' in filter)) return filter;
  const { is, value } = filter;
  if (is === 'in' && Array.isArray(value))
    return { ...filter, value: value.flatMap((each) => (isReference(each) ? by(each) : [each])) };
  if (!isReference(value)) return filter;
  if (is === 'in') return { ...filter, value: by(value) };
  if (is === 'eq') return { ...filter, is: 'in', value: by(value) };
  if (is === 'ne') {
    const { field } = filter as { readonly field?: unknown };
    return { not: { field, is: 'in', value: by(value) } };
  }
  return filter;
}

const unknownReference = (name: unknown) => ({
  code: 'permissions/unknown-reference',
  message: `There is no { "person": ${JSON.stringify(name)?.slice(0, 100)} }.${typeof name === 'string' ? suggest(name, FIELDS) : ''} A condition refers to ${FIELDS.join(', ')} or ${CUSTOM}… of whoever acts.`,
  params: { reference: String(name).slice(0, 100) },
});
