import { type FieldRegistry, fieldRegistry, labelIn } from '@kith/core/fields';
import type { Store } from '@kith/store';

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
export function wordsOf(registry: FieldRegistry, kind: string, lang: string): KindWords {
  const entity = registry.entity(kind);
  return {
    thing: labelIn({ name: kind, labels: entity?.labels }, lang),
    things: labelIn({ name: kind, labels: entity?.plural }, lang),
  };
}
