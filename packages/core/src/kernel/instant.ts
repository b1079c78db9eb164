/** A moment: ISO 8601 in UTC with milliseconds, `2026-11-22T09:30:00.000Z`, in the years 0001 to 9999. Sorts as text. */
export type Instant = string & { readonly __instant: true };

const SHAPE = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}\.\d{3}Z$/;

/** Whether a string is a moment that exists (31 February does not). */
export function isInstant(value: string): value is Instant {
  if (!SHAPE.test(value)) return false;
  // Every month has 28 days; only a later one has to be looked up.
  if (value.slice(8, 10) <= '28') return true;
  const millis = Date.parse(value);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === value;
}

/** The moment so many milliseconds after the epoch. Throws a RangeError for one that cannot be written as an Instant. */
export function instantOf(millis: number): Instant {
  if (!(millis >= EARLIEST && millis <= LATEST))
    throw new RangeError(`instantOf(${millis}): a moment lies in the years 0001 to 9999.`);
  return new Date(millis).toISOString() as Instant;
}

// From 0001-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z.
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;

/** Milliseconds from the first moment to the second; negative when the second is earlier. */
export const millisBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
