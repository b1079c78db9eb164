export type { SampleOptions } from './book.js';
export { type SampleRow, sample } from './sample.js';
export { type Sizes, sampleSizes } from './sizes.js';
