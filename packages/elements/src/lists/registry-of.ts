import { type FieldRegistry, fieldRegistry } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';

let builtIn: FieldRegistry | undefined;

/** The fields that a store knows: Kith's own, and what its house has added. */
export const registryOf = (store: Store | undefined): FieldRegistry => {
  builtIn ??= fieldRegistry();
  return store?.storage.rules?.registry?.() ?? builtIn;
};

/** What one row of a kind is called, and what several are. */
export interface KindWords {
  readonly thing: string;
  readonly things: string;
}

/** The words for a kind in a language. */
export function wordsOf(registry: FieldRegistry, kind: string, locale: Locale): KindWords {
  const entity = registry.entity(kind);
  return {
    thing: labelOf({ name: kind, labels: entity?.labels }, locale),
    things: labelOf({ name: kind, labels: entity?.plural }, locale),
  };
}
