import { fieldRegistry, type ValueType } from '@kith/core/fields';
import type { Store } from '@kith/store';

const WRITTEN: readonly ValueType[] = ['text', 'longText', 'url', 'email', 'phone'];
const registry = fieldRegistry();

/** Writes payloads, one after the other, into every field that people write, of every row of a book. Answers those it wrote. */
export async function plantPayloads(store: Store, next: () => string): Promise<readonly string[]> {
  const { adapter } = store.storage;
  const planted: string[] = [];
  const take = (): string => {
    const payload = next();
    planted.push(payload);
    return payload;
  };
  const { changes } = await adapter.changes('', 1_000);
  for (const { kind, collection } of registry.entities) {
    const ids = changes.flatMap(({ c, id }) => (c === collection ? [id] : []));
    const fields = registry.fieldsOf(kind).filter(({ type, valueType }) => WRITTEN.includes(valueType ?? type));
    for (const row of await adapter.get(collection, ids)) {
      if (row === null) continue;
      const data = structuredClone(row.data) as Record<string, unknown>;
      for (const { path, isMany } of fields) {
        // A list of texts that is not there yet is begun.
        if (isMany && !path.includes('.')) data[path] ??= [''];
        write(data, path.split('.'), take);
      }
      // Past every rule, as from a server that has none.
      await adapter.write({
        ops: [{ op: 'put', c: collection, id: row.id, expect: 'any', data: data as typeof row.data }],
      });
    }
  }
  return planted;
}

/** Sets the value at a path, in each item where a list stands on the way; what is above it has to be there. */
function write(target: Record<string, unknown>, [name = '', ...rest]: readonly string[], take: () => string): void {
  const value = target[name];
  if (rest.length === 0) target[name] = Array.isArray(value) ? value.map(take) : take();
  else if (Array.isArray(value)) for (const item of value) write(item, rest, take);
  else if (typeof value === 'object' && value !== null) write(value as Record<string, unknown>, rest, take);
}
