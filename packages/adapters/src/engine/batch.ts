import type { Batch, Capabilities, Expect, Op, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { plainCopy } from './plain.js';

/** One step, checked and copied: what remains to be seen is whether the row is as expected. */
export interface Step {
  readonly kind: Op['op'];
  readonly c: string;
  readonly id: string;
  readonly expect: Expect;
  readonly data: RowData;
}

const NO_DATA: RowData = Object.freeze({});
const ID = /^[\x21-\x7e]{1,255}$/;

/**
 * Checks a batch as far as that is possible without looking at any row, and copies its content, step by step so that a
 * large one can be taken in slices. Throws `invalid` or `too-large`.
 */
export function* checkSteps(batch: Batch, limits: Capabilities['limits']): Generator<Step, void, undefined> {
  const { ops, key } = batch;
  if (!Array.isArray(ops)) throw invalid('a batch has a list of ops');
  if (ops.length > limits.batchOps)
    throw new StorageFault({
      kind: 'too-large',
      detail: `the batch has ${ops.length} steps, ${limits.batchOps} is the most. Write it in several batches.`,
    });
  if (key !== undefined && (typeof key !== 'string' || key === ''))
    throw invalid('the key of a batch is a string that is not empty');
  const named = new Map<string, Set<string>>();
  for (const op of ops) {
    const ids = named.get(op.c) ?? new Set();
    named.set(op.c, ids);
    if (ids.size === ids.add(op.id).size)
      throw invalid(`${op.c}/${op.id} is named by two steps of one batch; join them into one`);
    yield checkStep(op, limits);
  }
}

/** Throws `invalid` for what cannot name a row. */
export function checkId(c: string, id: string): void {
  if (typeof c !== 'string' || c === '') throw invalid('a step names its collection in c');
  if (typeof id !== 'string' || !ID.test(id))
    throw invalid(`${JSON.stringify(id)} is no id: an id is 1 to 255 printable ASCII characters without spaces`);
}

function checkStep(op: Op, limits: Capabilities['limits']): Step {
  const { c, id } = op;
  checkId(c, id);
  switch (op.op) {
    case 'put':
      return { kind: 'put', c, id, expect: checkExpect(op.expect), data: copyData(op, limits.rowBytes) };
    case 'delete':
    case 'check':
      return { kind: op.op, c, id, expect: checkExpect(op.expect), data: NO_DATA };
    case 'purge':
      return { kind: 'purge', c, id, expect: 'any', data: NO_DATA };
    default:
      throw invalid(
        `${JSON.stringify((op as { op?: unknown }).op)} is no step: there are put, delete, purge and check`,
      );
  }
}

function copyData(op: Extract<Op, { readonly op: 'put' }>, rowBytes: number): RowData {
  try {
    return plainCopy(op.data, rowBytes);
  } catch (error) {
    if (!(error instanceof StorageFault) || !('detail' in error.fault)) throw error;
    throw new StorageFault({ kind: error.fault.kind, detail: `${op.c}/${op.id}: ${error.fault.detail}` });
  }
}

function checkExpect(expect: Expect): Expect {
  if (expect === 'absent' || expect === 'present' || expect === 'any') return expect;
  if (typeof expect === 'object' && expect !== null && Number.isSafeInteger(expect.rev) && expect.rev > 0)
    return expect;
  throw invalid(`${JSON.stringify(expect)} expects nothing a row can be: use absent, present, any or { rev }`);
}

const invalid = (detail: string): StorageFault => new StorageFault({ kind: 'invalid', detail: `${detail}.` });
