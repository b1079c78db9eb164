import type { Store } from '@kith/store';

/**
 * Whether the book holds a row of a collection with these fields: `holding('deals', { name: 'Dolna' })`. An object is
 * compared as far as it is given, and of a list there have to be these among others.
 */
export const holding =
  (collection: string, fields: Readonly<Record<string, unknown>>) =>
  async ({ storage }: Store): Promise<boolean> => {
    for await (const { c, row } of storage.adapter.dump())
      if (c === collection && !row.deleted && isAs(row.data, fields)) return true;
    return false;
  };

function isAs(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(value, wanted);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(wanted)) return wanted.every((each) => Object.values(value).some((its) => isAs(its, each)));
  return Object.entries(wanted).every(([name, each]) => isAs(Reflect.get(value, name), each));
}
