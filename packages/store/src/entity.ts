import { type Env, type Id, type Instant, ok, type Result, refuse } from '@kith/core';
import type { Collection, Identified } from './collection.js';
import type { Work } from './work.js';

/** The fields that the store fills in by itself. */
interface Stamped extends Identified {
  readonly createdAt: Instant;
  readonly createdBy?: Id<'user'> | undefined;
  readonly modifiedAt: Instant;
  readonly modifiedBy?: Id<'user'> | undefined;
}

/** What is given to make a new entity: everything but its id and stamps. */
export type Draft<Entity> = Omit<Entity, keyof Stamped>;

/** New values for some fields; undefined (or null) empties one. */
export type Changes<Entity, Fixed extends PropertyKey = never> = {
  readonly [Field in Exclude<keyof Entity, keyof Stamped | Fixed>]?: Entity[Field] | null | undefined;
};

/** Stages a new entity, stamped with who and when. */
export function create<Entity extends Stamped>(
  work: Work,
  collection: Collection<Entity>,
  draft: Draft<Entity>,
): Result<Entity> {
  return work.put(collection, {
    ...present(draft),
    id: work.env.newId(collection.kind),
    ...created(work.env),
  } as unknown as Entity);
}

/**
 * Stages new values for some fields of an entity. Fields named `fixed` have commands of their own; changing one here is
 * the problem `store/not-editable`.
 */
export async function edit<Entity extends Stamped>(
  work: Work,
  collection: Collection<Entity>,
  { id, changes }: { readonly id: string; readonly changes: object },
  fixed: readonly (keyof Entity & string)[] = [],
): Promise<Result<Entity>> {
  const found = await work.require(collection, id);
  if (!found.ok) return found;
  const refused = Object.keys(changes).find((field) =>
    ['id', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy', ...fixed].includes(field),
  );
  if (refused !== undefined)
    return refuse({
      code: 'store/not-editable',
      message: `"${refused}" of a ${collection.kind} is not edited directly. Use the command that is made for it.`,
      path: `changes.${refused}`,
      params: { kind: collection.kind, field: refused },
    });
  const edited = present({ ...found.value, ...changes });
  if (JSON.stringify(edited) === JSON.stringify(found.value)) return ok(found.value);
  return work.put(collection, { ...edited, ...modified(work.env) } as unknown as Entity);
}

const created = (env: Env): object => present({ createdAt: env.now, createdBy: env.actor, ...modified(env) });
const modified = (env: Env): object => present({ modifiedAt: env.now, modifiedBy: env.actor });

/** Without the fields that hold nothing. */
const present = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
