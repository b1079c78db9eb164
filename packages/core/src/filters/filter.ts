/** A value in a condition: a scalar, a list of scalars for `in`, or a day or moment relative to now. */
export type FilterValue = null | boolean | number | string | RelativeDay | RelativeInstant;

/** A day counted from today in the reader's zone: `{ day: 0 }` is today, `{ day: -14 }` a fortnight ago. */
export interface RelativeDay {
  readonly day: number;
}

/** A moment counted from now, in milliseconds: `{ instant: -3600000 }` is an hour ago. */
export interface RelativeInstant {
  readonly instant: number;
}

/** Conditions on an entity: plain JSON, for list filters, saved views, segments, permissions and rules alike. */
export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly field: string; readonly is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith'; readonly value: FilterValue }
  | { readonly field: string; readonly is: 'in'; readonly value: readonly FilterValue[] }
  | { readonly field: string; readonly is: 'exists'; readonly value: boolean };
