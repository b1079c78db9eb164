import type { Json } from './json.js';

/**
 * Conditions on a row, with all values resolved; core's richer filters are lowered to this.
 *
 * `f` is a path with dots (`amount.minor`). On the way an array stands for each of its items, so `emails.value` names
 * every address: a test holds when it holds for **one** of the values it finds. A value that is itself an array is
 * tested item by item; `exists` and `contains` look at it as a whole. Two conditions on one field may hold through two
 * of its values.
 *
 * - `eq` / `in`: one value is the same JSON scalar. `eq null` holds when there is no value or one is null.
 * - `ne`: exactly when `eq` does not hold (so it holds for a row without the field).
 * - `lt lte gt gte`: between numbers, or between strings in code-point order; a value of the other type never holds.
 * - `prefix`: a string that begins with it. `contains`: a string that contains it; an array that has it as an item.
 *   Both compare code points: folding case or accents is the caller's business.
 * - `exists`: `true` when there is a value other than null; `false` is the opposite.
 *
 * An empty `and` holds, an empty `or` and an empty `in` do not.
 */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | {
      readonly f: string;
      readonly is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'prefix' | 'contains';
      readonly v: Json;
    }
  | { readonly f: string; readonly is: 'in'; readonly v: readonly Json[] }
  | { readonly f: string; readonly is: 'exists'; readonly v: boolean };
