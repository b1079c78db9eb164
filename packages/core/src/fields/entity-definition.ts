import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import type { Id } from '../kernel/id.js';
import type { Problem } from '../kernel/result.js';
import { type Infer, id, name } from '../kernel/schema.js';
import type { EntityDefinition } from './definition.js';
import type { BuiltInEntity, BuiltInField } from './field.js';
import { label } from './labels.js';

const KIND = /^[a-z][a-zA-Z]{0,40}$/;
const COLLECTION = /^[a-z][a-zA-Z]{0,60}$/;

/** Kinds of ids that Kith uses besides its entities, and collections that are its own. */
const TAKEN = ['batch', 'client', 'entity', 'field', 'import', 'stage', 'system'];
const INTERNAL = /^(history|audit|import|field|entit|segment|batch)/;

/** The fields that every entity has. */
export const ENTITY_FIELDS: readonly BuiltInField[] = [
  { name: 'ownerId', type: 'user', labels: label('Owner', '负责人') },
  { name: 'tags', type: 'text', labels: label('Tags', '标签'), isMany: true, searched: true },
  { name: 'createdAt', type: 'instant', labels: label('Created', '创建时间'), isReadOnly: true },
  { name: 'createdBy', type: 'user', labels: label('Created by', '创建人'), isReadOnly: true },
  { name: 'modifiedAt', type: 'instant', labels: label('Changed', '修改时间'), isReadOnly: true },
  { name: 'modifiedBy', type: 'user', labels: label('Changed by', '修改人'), isReadOnly: true },
];

/** Where a person or company stands in its life as a customer: `LifecycleStage` of the kernel, in words. */
export const LIFECYCLE_FIELD: BuiltInField = {
  name: 'lifecycleStage',
  type: 'choice',
  labels: label('Lifecycle stage', '生命周期阶段'),
  options: [
    { value: 'subscriber', labels: label('Subscriber', '订阅者') },
    { value: 'lead', labels: label('Lead', '线索') },
    { value: 'qualified', labels: label('Qualified', '合格') },
    { value: 'customer', labels: label('Customer', '客户') },
    { value: 'advocate', labels: label('Advocate', '推荐者') },
    { value: 'former', labels: label('Former', '前客户') },
  ],
};

/** A kind that a house adds, with the fields it has from the start. */
export const customEntity = (definition: EntityDefinition): BuiltInEntity => ({
  ...definition,
  fields: [
    { name: 'name', type: 'text', labels: label('Name', '名称'), required: true, searched: true },
    ...ENTITY_FIELDS,
  ],
});

/** Why a kind cannot be added: `fields/bad-kind`, `fields/duplicate-kind`; undefined when it can. */
export function entityProblem(
  { kind, collection, labels }: EntityDefinition,
  known: readonly EntityDefinition[],
): Problem | undefined {
  const shown = kind.slice(0, 60);
  const params = { kind: shown, collection: collection.slice(0, 60) };
  if (!KIND.test(kind) || kind in {} || TAKEN.includes(kind))
    return {
      code: 'fields/bad-kind',
      message: `"${shown}" is no name for a kind of entity. Use one camel-case word that is not taken, such as vehicle.`,
      path: 'kind',
      params,
    };
  if (!COLLECTION.test(collection) || collection in {} || INTERNAL.test(collection))
    return {
      code: 'fields/bad-kind',
      message: `"${params.collection}" is no name for a collection. Use the plural of the kind, one camel-case word such as vehicles.`,
      path: 'collection',
      params,
    };
  if (Object.values(labels).every((text) => text.trim() === ''))
    return {
      code: 'fields/no-label',
      message: `"${shown}" has no label. Say what people call it.`,
      path: 'labels',
      params,
    };
  const other = known.find((each) => each.kind.toLowerCase() === kind.toLowerCase() || each.collection === collection);
  return (
    other && {
      code: 'fields/duplicate-kind',
      message: `There is a kind "${other.kind}" already, in "${other.collection}". Choose another name.`,
      path: other.collection === collection ? 'collection' : 'kind',
      params,
    }
  );
}

/** A row of a kind that a house added. */
export interface CustomEntity extends Stamps {
  readonly id: Id;
  readonly name: string;
}

const STAMPS = z.object(entityFields);
type Stamps = Infer<typeof STAMPS>;

/** The schema of the rows of a kind that a house added. */
export const customEntitySchema = (kind: string): z.ZodMiniType<CustomEntity> =>
  z.object({ id: id(kind), name, ...entityFields }) as unknown as z.ZodMiniType<CustomEntity>;
