import { type Deal, type Env, type Id, ok, type Pipeline, type Rank, type Result, type Stage } from '@kith/core';
import { type Fields, importedDeal, newEntity, revisedDeal, revisedEntity } from '@kith/core/imports';
import type { Collection, Identified } from '../collection.js';
import { deals } from '../deals/collection.js';
import { detailedDeals } from '../deals/details/collection.js';

/** What the rows of an import need besides their fields. */
export interface TargetContext {
  readonly env: Env;
  /** Where the mapping declares a pipeline. */
  readonly pipeline?: { readonly pipeline: Pipeline; readonly openedIn: Stage; nextRank(): Rank } | undefined;
}

/** What rows become. */
export interface Target {
  readonly collection: Collection;
  create(id: Id, fields: Fields, context: TargetContext): Result<object>;
  /** The same entity when the row says nothing new. */
  revise(entity: Identified, fields: Fields, context: TargetContext): Result<object>;
}

/** The target for a collection: most take their fields as they are, deals follow from their stage, leads begin new. */
export function targetFor(collection: Collection): Target {
  switch (collection.name) {
    case deals.name:
      return dealTarget;
    case 'leads':
      return leadTarget(collection);
    default:
      return entityTarget(collection);
  }
}

const entityTarget = (collection: Collection): Target => ({
  collection,
  create: (id, fields, { env }) => ok(newEntity(id, fields, env)),
  revise: (entity, fields, { env }) => ok(revisedEntity(entity, fields, env)),
});

/** A lead begins new, today, in the hands of whom the row names. */
const leadTarget = (collection: Collection): Target => ({
  ...entityTarget(collection),
  create: (id, fields, { env }) => {
    const since = fields.get('ownerId') === undefined ? [] : (['ownedAt', 'idleSince'] as const);
    const begun = new Map<string, unknown>([
      ['status', 'new'],
      ['statusEnteredAt', env.now],
      ...since.map((field) => [field, env.now] as const),
    ]);
    return ok(newEntity(id, new Map([...begun, ...fields]), env));
  },
});

const dealTarget: Target = {
  collection: detailedDeals,
  create: (id, fields, { env, pipeline }) => importedDeal(id as Id<'deal'>, fields, { env, ...needed(pipeline) }),
  revise: (entity, fields, { env, pipeline }) => revisedDeal(entity as Deal, fields, { env, ...needed(pipeline) }),
};

function needed(pipeline: TargetContext['pipeline']): NonNullable<TargetContext['pipeline']> {
  if (pipeline) return pipeline;
  throw new TypeError(
    'importCsv: a mapping into "deals" needs a pipeline. Declare it under "pipeline" in the mapping.',
  );
}
