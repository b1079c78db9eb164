import { below } from './depth.js';
import type { Filter, FilterValue } from './filter.js';
import { isScalar } from './resolve.js';

/** What the answer of a filter depends on. */
export interface FilterDependencies {
  /** Paths of the fields it reads, sorted, each once. A change elsewhere cannot change its answer. */
  readonly fields: readonly string[];
  /** Whether its answer can change by time passing alone. */
  readonly readsClock: boolean;
  /** Whether that can be at any moment, and not only when a day ends. */
  readonly readsNow: boolean;
}

/** Finds what the answer of a filter depends on, so that a live list knows which changes, and which clock, matter to it. */
export function dependenciesOf(filter: Filter): FilterDependencies {
  const fields = new Set<string>();
  const relatives = new Set<string>();
  const visit = (part: Filter, depth: number): void => {
    if ('field' in part) {
      fields.add(part.field);
      for (const value of [part.value].flat() as FilterValue[])
        if (!isScalar(value)) for (const kind of Object.keys(value)) relatives.add(kind);
    } else for (const each of Object.values(part).flat() as Filter[]) visit(each, below(depth));
  };
  visit(filter, 0);
  return { fields: [...fields].sort(), readsClock: relatives.size > 0, readsNow: relatives.has('instant') };
}
