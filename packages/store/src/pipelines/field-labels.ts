import { builtInEntities, labelIn } from '@kith/core/fields';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';

/** What the fields of a collection are called, by path: in English, as messages are. One that is not known keeps its path. */
export function fieldLabels(work: Work, { kind }: Collection): (path: string) => string {
  const registry = work.registry();
  const builtIn = builtInEntities.find((entity) => entity.kind === kind)?.fields;
  const fieldAt = (path: string) => registry?.field(kind, path) ?? builtIn?.find(({ name }) => name === path);
  return (path) => {
    // Criteria also look at parts of a field, such as `amount.minor`.
    for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
      const field = fieldAt(part);
      if (field) return labelIn(field, 'en');
    }
    return path;
  };
}
