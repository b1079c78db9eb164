/** A moment: ISO 8601 in UTC with milliseconds, `2026-11-22T09:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether a string is a moment that exists (31 February does not). */
export function isInstant(value: string): value is Instant {
  if (!SHAPE.test(value)) return false;
  const millis = Date.parse(value);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === value;
}

/** The moment so many milliseconds after the epoch. */
export const instantOf = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/** Milliseconds from the first moment to the second; negative when the second is earlier. */
export const millisBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
