import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter } from '../filters/filter.js';
import { compileFilter, type Matcher } from '../filters/matches.js';
import type { Clock } from './clock.js';

/** A filter that is always read at the time the clock shows; made ready again only when that makes a difference to it. */
export function clockedMatcher(filter: Filter, clock: Clock): Matcher {
  const { readsClock, readsNow } = dependenciesOf(filter);
  let matches = compileFilter(filter, clock);
  if (!readsClock) return matches;
  let readAt = readsNow ? clock.now : clock.day;
  return (row) => {
    const at = readsNow ? clock.now : clock.day;
    if (at !== readAt) {
      readAt = at;
      matches = compileFilter(filter, clock);
    }
    return matches(row);
  };
}
