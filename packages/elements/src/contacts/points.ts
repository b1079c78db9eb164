import type { Contact } from '@kith/core';

/** One e-mail address or phone number of a contact or company. */
export type Point = NonNullable<Contact['emails']>[number];

/** The point to show first: the one marked primary, or the first there is. */
export const primaryPoint = (points: readonly Point[] | undefined): Point | undefined =>
  points?.find((point) => point.primary) ?? points?.[0];
