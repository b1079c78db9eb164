import type { Contact } from '@kith/core';

/** One e-mail address or phone number of a contact or company. */
export type Point = NonNullable<Contact['emails']>[number];

/** The point to show first: the one marked primary, or the first there is. */
export const primaryPoint = (points: readonly Point[] | undefined): Point | undefined =>
  points?.find((point) => point.primary) ?? points?.[0];

/** The points with another value in the primary one's place; without it when the value is empty, undefined when none is left. */
export function withPrimary(points: readonly Point[] | undefined, value: string): readonly Point[] | undefined {
  const primary = primaryPoint(points);
  if (!primary) return value ? [{ value, primary: true }] : undefined;
  const changed = (points ?? []).flatMap((point) => (point !== primary ? [point] : value ? [{ ...point, value }] : []));
  return changed.length > 0 ? changed : undefined;
}
