import type { Seq } from '../adapter.js';
import { StorageFault } from '../fault.js';

const DIGITS = 12;

/** The n-th step of the feed as a seq. Of equal length, so that their order is that of strings; 0 is "before the first". */
export const formatSeq = (step: number): Seq => (step === 0 ? '' : String(step).padStart(DIGITS, '0'));

/** The number of the step; a seq that this engine did not write is `invalid`. */
export function parseSeq(seq: Seq): number {
  if (seq === '') return 0;
  if (typeof seq !== 'string' || !/^\d{12,15}$/.test(seq))
    throw new StorageFault({
      kind: 'invalid',
      detail: `${JSON.stringify(seq)} is no place in this feed. Begin with '' or with what changes() answered as next.`,
    });
  return Number(seq);
}
