import type { Filter, FilterValue } from './filter.js';

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
  const visit = (part: Filter): void => {
    if ('and' in part) part.and.forEach(visit);
    else if ('or' in part) part.or.forEach(visit);
    else if ('not' in part) visit(part.not);
    else {
      fields.add(part.field);
      for (const value of valuesOf(part.value))
        if (typeof value === 'object' && value !== null) relatives.add(Object.keys(value)[0] ?? '');
    }
  };
  visit(filter);
  return { fields: [...fields].sort(), readsClock: relatives.size > 0, readsNow: relatives.has('instant') };
}

const valuesOf = (value: FilterValue | readonly FilterValue[]): readonly FilterValue[] =>
  (Array.isArray(value) ? value : [value]) as readonly FilterValue[];
