export { type DescribeWords, describeFilter, type FieldWords } from './describe.js';
export type { DescribeLocale } from './phrases.js';
