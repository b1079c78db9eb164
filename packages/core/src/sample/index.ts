export type { SampleOptions } from './book.js';
export { type SalesRow, sampleSales } from './sales.js';
export { type SampleRow, sample } from './sample.js';
export { type Sizes, sampleSizes } from './sizes.js';
