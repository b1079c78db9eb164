/**
 * The most a deal can be worth, in minor units: 10 trillion euros, or some 600 million dollars in rupiah. Beyond it lies
 * a slip of the pen, and sums of millions of deals stay exact.
 */
export const LARGEST_AMOUNT = 1e15;
