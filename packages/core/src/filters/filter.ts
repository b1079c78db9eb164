import type { Env } from '../kernel/env.js';

/** A day counted from today in the reader's zone: `{ day: 0 }` is today, `{ day: -14 }` a fortnight ago. */
export interface RelativeDay {
  readonly day: number;
}

/** A moment counted from now, in milliseconds: `{ instant: -3600000 }` is an hour ago. */
export interface RelativeInstant {
  readonly instant: number;
}

/**
 * The moment at which a day begins in the reader's zone, counted from today. It is for fields that hold a moment:
 * created today is `createdAt` gte `{ startOfDay: 0 }` and lt `{ startOfDay: 1 }`.
 */
export interface RelativeStartOfDay {
  readonly startOfDay: number;
}

/** A value in a condition: a scalar, or a day or moment relative to now. Days and instants are compared as text. */
export type FilterValue = null | boolean | number | string | RelativeDay | RelativeInstant | RelativeStartOfDay;

/**
 * One condition on one field. `field` is a path with dots (`amount.minor`); on the way and at the end an array stands
 * for each of its items, so a condition holds when it holds for **one** of the values it finds.
 *
 * - `eq`, `in`: the same scalar. `eq null` holds when there is no value or one is null.
 * - `ne`: exactly when `eq` does not hold, so it holds for an entity without the field.
 * - `lt lte gt gte`: between numbers, or between strings in code-point order (days, instants and ranks sort so); a value
 *   of the other type never holds.
 * - `contains`, `startsWith`: text, whatever its case and its way of composing accents. An array at the end of the path
 *   contains its items, whole: tags contain `vip`, not `vi`.
 * - `exists`: `true` when there is a value other than null (an empty array is one); `false` is the opposite.
 */
export type FieldCondition =
  | { readonly field: string; readonly is: 'eq' | 'ne'; readonly value: FilterValue }
  | {
      readonly field: string;
      readonly is: 'lt' | 'lte' | 'gt' | 'gte';
      readonly value: Exclude<FilterValue, null | boolean>;
    }
  | { readonly field: string; readonly is: 'contains' | 'startsWith'; readonly value: string }
  | { readonly field: string; readonly is: 'in'; readonly value: readonly FilterValue[] }
  | { readonly field: string; readonly is: 'exists'; readonly value: boolean };

/**
 * Conditions on an entity: plain JSON, for list filters, saved views, segments, permissions and rules alike. An empty
 * `and` always holds, an empty `or` and an empty `in` never do.
 */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | FieldCondition;

/** When and where a filter is read: what its relative days and moments count from. */
export type FilterMoment = Pick<Env, 'now' | 'timeZone'>;
