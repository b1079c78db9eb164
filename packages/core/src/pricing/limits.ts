import { decimalOf } from '../kernel/decimal.js';

/** The most lines that are added up. */
export const MOST_LINES = 500;
/** The most of one thing. */
export const LARGEST_QUANTITY = 1e9;
/** The most that one price can be for. */
export const LARGEST_PER = 1e6;
/** The highest tax, in percent; some countries take more than the price itself on tobacco and cars. */
export const MOST_TAX = 1_000;

/** Whether a value is a number with so many decimals at most, as it is written. */
export const isDecimal = (value: unknown, decimals: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && decimalOf(value).decimals <= decimals;
