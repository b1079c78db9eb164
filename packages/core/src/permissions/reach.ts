import type { Grant } from './policy.js';

/** How much of what stands at a path: all of it, nothing, or some of what is below. */
export type Reach = 'whole' | 'part' | 'none';

/** Says how far a right goes along the paths of a row. */
export type Reaches = (path: string) => Reach;

/** Everything there is in a row. */
export const everything: Reaches = () => 'whole';

/** How far a grant goes whose rule names some fields and which leaves out some more. */
export function reachesOf(rule: Grant['fields'], out: readonly string[]): Reaches {
  const only = rule && 'only' in rule ? rule.only : undefined;
  const except = [...(rule && 'except' in rule ? rule.except : []), ...out];
  if (!only && except.length === 0) return everything;
  return (path) => {
    // Whoever sees a row at all sees which one it is.
    if (path === 'id') return 'whole';
    if (except.some((each) => isWithin(path, each))) return 'none';
    const isNamed = !only || only.some((each) => isWithin(path, each));
    if (!isNamed && !only.some((each) => isWithin(each, path))) return 'none';
    return isNamed && !except.some((each) => isWithin(each, path)) ? 'whole' : 'part';
  };
}

/** How far some rights go together. Answers are remembered: the paths of a collection are few. */
export function anyOf(all: readonly Reaches[]): Reaches {
  if (all.includes(everything)) return everything;
  const known = new Map<string, Reach>();
  return (path) => {
    let reach = known.get(path);
    if (reach === undefined) {
      const found = all.map((reaches) => reaches(path));
      reach = found.includes('whole') ? 'whole' : found.includes('part') ? 'part' : 'none';
      known.set(path, reach);
    }
    return reach;
  };
}

/** Whether a path is another one, or below it. */
export const isWithin = (path: string, outer: string): boolean =>
  path === outer || (path.startsWith(outer) && path[outer.length] === '.');
