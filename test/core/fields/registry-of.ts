import { type FieldDefinition, type FieldRegistry, fieldRegistry } from '@kith/core/fields';

/** A definition with a label, so that a test says only what it is about. */
export const field = (changes: Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type'>): FieldDefinition => ({
  on: 'deal',
  labels: { en: changes.name },
  ...changes,
});

/** A registry of these fields; all of them have to fit. */
export function registryOf(...host: readonly FieldDefinition[]): FieldRegistry {
  const registry = fieldRegistry({ host });
  if (registry.problems[0]) throw new Error(`${registry.problems[0].code}: ${registry.problems[0].message}`);
  return registry;
}
