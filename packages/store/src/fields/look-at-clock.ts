import type { Store } from '../store.js';
import type { FieldRules } from './field-rules.js';
import type { SliceOptions } from './field-slices.js';
import { keepDay } from './keep-day.js';

/**
 * Looks whether a day has begun, and brings what formulas say of it up to it; answers whether there was anything to do. A
 * store does so by itself when it is opened and once a minute; call it where a clock was set, or a page comes back to the
 * front. Rejects with a KithError when the storage fails. Throws a TypeError for a store that was opened without `fields`.
 */
export async function lookAtClock(store: Store, options: SliceOptions = {}): Promise<boolean> {
  const rules = store.storage.rules as FieldRules | undefined;
  if (!rules)
    throw new TypeError('lookAtClock: the store has no custom fields. Open it with `fields: customFields()`.');
  return keepDay({ run: store.run, can: store.can, env: store.storage.env }, rules, options);
}
