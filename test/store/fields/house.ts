import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Company, type Deal, type Id, type Pipeline } from '@kith/core';
import { countsFor, customValues, type FieldDefinition, isRollUp, rollUpOf, withFormulas } from '@kith/core/fields';
import { companies, deals, type Store, type StoreOptions } from '@kith/store';
import { type CustomFields, customFields } from '@kith/store/fields';
import { ask, NOW, openBook, valueOf, withPipeline } from '../../support/book.js';

/** A definition with a label, so that a test says only what it is about. */
export const field = (changes: Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type'>): FieldDefinition => ({
  on: 'deal',
  labels: { en: changes.name },
  ...changes,
});

export const MOMENT = { now: new Date(NOW).toISOString() as never, timeZone: 'Europe/Vienna' };

const rollUp = (name: string, changes: object): FieldDefinition =>
  field({ on: 'company', name, type: 'rollUp', rollUp: { of: 'deal', by: 'companyId', ...changes } as never });

/** Fields of every kind that is computed, over two kinds of entities. */
export const COMPUTED: readonly FieldDefinition[] = [
  field({ name: 'size', type: 'number', decimals: 2 }),
  field({ name: 'half', type: 'formula', formula: 'amount / 2' }),
  field({ name: 'big', type: 'formula', formula: 'coalesce(size, 0) > 5' }),
  rollUp('count', { take: 'count' }),
  rollUp('openCount', { take: 'count', where: { field: 'status', is: 'eq', value: 'open' } }),
  rollUp('bigCount', { take: 'count', where: { field: 'customFields.big', is: 'eq', value: true } }),
  rollUp('total', { take: 'sum', field: 'amount' }),
  rollUp('halves', { take: 'sum', field: 'half' }),
  rollUp('sizes', { take: 'sum', field: 'size' }),
  rollUp('least', { take: 'min', field: 'size' }),
  rollUp('most', { take: 'max', field: 'amount' }),
  rollUp('firstDay', { take: 'min', field: 'expectedCloseDay' }),
  rollUp('lastName', { take: 'last', field: 'name', order: 'expectedCloseDay' }),
  rollUp('soon', { take: 'count', where: { field: 'expectedCloseDay', is: 'lte', value: { day: 3 } } }),
  field({ on: 'company', name: 'average', type: 'formula', formula: 'if(count > 0, sizes / count, blank)' }),
  field({
    on: 'company',
    name: 'groupCount',
    type: 'rollUp',
    rollUp: { of: 'company', by: 'parentId', take: 'sum', field: 'count' },
  }),
];

/** A store with custom fields, and a pipeline to open deals in. */
export async function openHouse(
  fields: readonly FieldDefinition[] = COMPUTED,
  options: Partial<StoreOptions> = {},
): Promise<{
  readonly store: Store;
  readonly house: CustomFields;
  readonly adapter: StorageAdapter;
  readonly pipeline: Pipeline;
}> {
  const adapter = options.adapter ?? memoryAdapter();
  const house = customFields({ fields, timeZone: 'Europe/Vienna' });
  const store = await openBook({ adapter, fields: house, ...options });
  return { store, house, adapter, pipeline: await withPipeline(store) };
}

/** The custom values of a company. */
export const valuesOf = async (store: Store, id: Id<'company'>): Promise<Record<string, unknown>> =>
  ({ ...customValues(await ask(store, companies.byId(id))) }) as Record<string, unknown>;

/** What every computed value should be, worked out from all the rows. */
export async function expectedOf(
  store: Store,
  house: CustomFields,
): Promise<{ readonly expected: readonly object[]; readonly actual: readonly object[] }> {
  const registry = house.registry();
  const read = async (): Promise<readonly (readonly [string, readonly object[]])[]> => [
    ['company', await ask(store, companies.all())],
    ['deal', await ask(store, { ask: 'rows', collection: deals.collection })],
  ];
  const kinds = new Map(await read());
  const actual = [...kinds.values()].flat();
  // Twice, for a company counts what its subsidiaries count.
  for (let pass = 0; pass < 3; pass++)
    for (const kind of ['deal', 'company'])
      kinds.set(
        kind,
        (kinds.get(kind) ?? []).map((row) => {
          let values: Record<string, unknown> = { ...customValues(row) };
          for (const each of registry.computedOf(kind)) {
            delete values[each.name];
            if (isRollUp(each)) {
              const children = (kinds.get(each.rollUp.of) ?? []).filter((child) =>
                countsFor(each, child, MOMENT).includes((row as Company).id),
              );
              const value = rollUpOf(each, children);
              if (value !== undefined) values[each.name] = value;
            } else {
              const reckoned = withFormulas(registry, kind, { ...row, customFields: values }, MOMENT);
              values = { ...customValues(reckoned) } as Record<string, unknown>;
            }
          }
          const { customFields: _, ...rest } = row as Deal;
          return Object.keys(values).length > 0 ? { ...rest, customFields: values } : rest;
        }),
      );
  return { expected: [...kinds.values()].flat(), actual };
}

/** A company of this name. */
export const company = async (store: Store, name: string, changes: object = {}): Promise<Id<'company'>> =>
  valueOf(await store.run(companies.create({ name, ...changes }))).id;
