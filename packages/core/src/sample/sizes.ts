/** How many entities of each kind a book has, in the order in which they come. */
export interface Sizes {
  readonly teams: number;
  readonly users: number;
  readonly products: number;
  readonly pipelines: number;
  readonly companies: number;
  readonly contacts: number;
  readonly deals: number;
  readonly activities: number;
}

/** The smallest book that has all that belongs into one, and the largest that is meant. */
export const SMALLEST = 50;
export const LARGEST = 1_000_000;
/** From here on there are two pipelines. */
const TWO_PIPELINES = 2_000;

/**
 * How a book of so many rows is made up; they add up to `size` exactly. Throws a RangeError for a size that is not a
 * whole number from 50 to 1,000,000.
 */
export function sampleSizes(size: number): Sizes {
  if (!Number.isInteger(size) || size < SMALLEST || size > LARGEST)
    throw new RangeError(`sample: size is a whole number from ${SMALLEST} to ${LARGEST}, not ${size}.`);
  const users = Math.min(400, Math.max(2, Math.round(size / 400)));
  const teams = Math.ceil(users / 8);
  const products = size < 500 ? 8 : 16;
  const pipelines = size < TWO_PIPELINES ? 1 : 2;
  const rest = size - teams - users - products - pipelines;
  const companies = Math.round(rest * 0.1);
  const contacts = Math.round(rest * 0.18);
  const deals = Math.round(rest * 0.22);
  return {
    teams,
    users,
    products,
    pipelines,
    companies,
    contacts,
    deals,
    activities: rest - companies - contacts - deals,
  };
}
