import { makeRegistry, type RegistryParts } from '../fields/make-registry.js';
import type { FieldRegistry } from '../fields/registry.js';
import { builtInEntities } from './entities.js';

/**
 * The registry of Kith's own entities and what a house adds to them.
 *
 * ```ts
 * import { fieldRegistry } from '@kith/core/fields';
 *
 * const registry = fieldRegistry({
 *   host: [{ on: 'deal', name: 'budget', type: 'money', labels: { en: 'Budget', 'zh-Hans': '预算' }, currency: 'EUR' }],
 * });
 * expect(registry.problems).toEqual([]);
 * expect(registry.field('deal', 'budget')).toMatchObject({ path: 'customFields.budget', valueType: 'money' });
 * expect(registry.field('deal', 'amount')).toMatchObject({ origin: 'built-in', labels: { 'zh-Hans': '金额' } });
 * ```
 */
export const fieldRegistry = (parts: Omit<RegistryParts, 'builtIn'> = {}): FieldRegistry =>
  makeRegistry({ builtIn: builtInEntities, ...parts });
