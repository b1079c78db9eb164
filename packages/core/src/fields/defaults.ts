import type { CustomValue } from '../kernel/entity.js';
import { customValues } from './check-row.js';
import type { FieldRegistry } from './registry.js';

/** The values that a new row of a kind gets where it brings none: the defaults, and 0 for what nothing was counted in yet. */
export function defaultsOf(registry: FieldRegistry, kind: string, row: object): Readonly<Record<string, CustomValue>> {
  const given = customValues(row);
  const defaults: Record<string, CustomValue> = {};
  for (const field of registry.fieldsOf(kind))
    if (field.default !== undefined && !Object.hasOwn(given, field.name)) defaults[field.name] = field.default;
  return defaults;
}
