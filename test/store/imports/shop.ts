import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import type { Mapping } from '@kith/core/imports';
import { type Collection, type Identified, openStore, type Store } from '@kith/store';
import { firstValueFrom, type Observable } from 'rxjs';

/** Companies of a shop, with the company they belong to and the team that looks after them. */
export const customers: Mapping = {
  name: 'Customers',
  into: 'companies',
  system: 'shop',
  externalId: ['id'],
  lookups: {
    parent: { column: 'parent', in: 'companies', by: 'name', mayComeLater: true },
    team: { column: 'team', in: 'teams', by: 'name', create: [{ field: 'name', from: [{ column: 'team' }] }] },
  },
  fields: [
    { field: 'name', from: [{ column: 'name' }], required: true },
    { field: 'industry', from: [{ column: 'industry' }] },
    { field: 'employees', from: [{ column: 'employees', read: { as: 'number', whole: true, min: 0 } }] },
    { field: 'parentId', from: [{ lookup: 'parent' }] },
    { field: 'customFields.team', from: [{ lookup: 'team' }] },
  ],
};

/** A file of customers: `id, name, industry, employees, parent, team`. */
export const csv = (...rows: readonly string[]): string =>
  ['id,name,industry,employees,parent,team', ...rows].join('\n');

/** So many customers, all of them right. */
export const many = (count: number, industry = 'retail'): string =>
  csv(...Array.from({ length: count }, (_, index) => `c${index},Customer ${index},${industry},${index},,`));

export async function openShop(
  adapter: StorageAdapter = memoryAdapter(),
): Promise<{ readonly store: Store; readonly adapter: StorageAdapter }> {
  return { store: await openStore({ adapter, timeZone: 'Europe/Vienna' }), adapter };
}

export async function all<Entity extends Identified>(
  store: Store,
  collection: Collection<Entity>,
): Promise<readonly Entity[]> {
  return firstValueFrom(store.watch({ ask: 'rows', collection }) as Observable<readonly Entity[]>);
}

/** Everything that is stored but the records of imports. */
export async function dump(adapter: StorageAdapter): Promise<ReadonlyMap<string, unknown>> {
  const content = new Map<string, unknown>();
  for await (const { c, row } of adapter.dump())
    if (!row.deleted && c !== 'imports') content.set(`${c}/${row.id}`, row.data);
  return content;
}
