import type { Json, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';

/** Deepest nesting a row may have. */
export const MAX_DEPTH = 512;

interface Copying {
  /** The containers around the current value, outermost first, to find cycles. */
  readonly around: object[];
  readonly path: (string | number)[];
  /** At least a third of the row's bytes: string lengths, and a little for everything else. */
  size: number;
  hasUndefined: boolean;
}

/**
 * A frozen copy of a row's content, made of plain JSON only: `-0` becomes `0`, undefined fields are left out, and
 * `__proto__` is a field like any other. Anything JSON cannot hold is `invalid`, and the fault names its path.
 */
export function plainCopy(data: unknown, maxBytes: number): RowData {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalid([], 'is not an object of fields');
  const state: Copying = { around: [], path: [], size: 0, hasUndefined: false };
  let copy = copyObject(data, state);
  if (state.size * 3 > maxBytes) refuseTooLarge(copy, maxBytes);
  // Deleting a field makes an object slow for good; parsing gives a fast one.
  if (state.hasUndefined) copy = freezeDeep(JSON.parse(JSON.stringify(copy)) as RowData);
  return copy;
}

/** Freezes a value that was just parsed. */
export function freezeDeep<Value extends Json>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Array.isArray(value) ? value : Object.values(value))
    if (typeof inner === 'object' && inner !== null) freezeDeep(inner);
  return Object.freeze(value);
}

function copyValue(value: unknown, key: string | number, state: Copying): Json {
  switch (typeof value) {
    case 'string':
      state.size += value.length + 2;
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw invalid([...state.path, key], `is ${value}`);
      state.size += 8;
      return value === 0 ? 0 : value;
    case 'boolean':
      state.size += 2;
      return value;
    case 'object': {
      state.size += 2;
      if (value === null) return null;
      state.path.push(key);
      const copy = Array.isArray(value) ? copyArray(value, state) : copyObject(value, state);
      state.path.pop();
      return copy;
    }
    default:
      throw invalid([...state.path, key], `is ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
  }
}

function copyObject(source: object, state: Copying): RowData {
  enter(source, state);
  const prototype = Object.getPrototypeOf(source);
  // Another window's objects have another Object.prototype; what counts is that nothing is above it.
  if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
    throw invalid(
      state.path,
      `is a ${(source as { constructor?: { name?: string } }).constructor?.name ?? 'class instance'}, not a plain object`,
    );
  }
  // Spreading keeps the shape of the source, which keeps reads fast, and makes `__proto__` a field of its own; from
  // then on every key in sight is an own one, so that plain reads and writes are safe.
  const copy: Record<string, unknown> = { ...source };
  if (Object.getOwnPropertySymbols(copy).length > 0) throw invalid(state.path, 'has a symbol for a key');
  for (const key of Object.keys(copy)) {
    const value = copy[key];
    state.size += key.length;
    if (value === undefined) {
      delete copy[key];
      state.hasUndefined = true;
      continue;
    }
    const plain = copyValue(value, key, state);
    if (plain !== value || plain === 0) copy[key] = plain;
  }
  state.around.pop();
  return Object.freeze(copy) as RowData;
}

function copyArray(source: readonly unknown[], state: Copying): readonly Json[] {
  enter(source, state);
  const copy: Json[] = [];
  for (let index = 0; index < source.length; index++) copy.push(copyValue(source[index], index, state));
  state.around.pop();
  return Object.freeze(copy);
}

function enter(container: object, state: Copying): void {
  if (state.around.includes(container)) throw invalid(state.path, 'contains itself');
  if (state.around.push(container) > MAX_DEPTH)
    throw invalid(state.path.slice(0, 4), `is nested deeper than ${MAX_DEPTH} levels`);
}

function refuseTooLarge(copy: RowData, maxBytes: number): void {
  const bytes = new TextEncoder().encode(JSON.stringify(copy)).length;
  if (bytes > maxBytes)
    throw new StorageFault({
      kind: 'too-large',
      detail: `the row is ${bytes} bytes as JSON, ${maxBytes} is the most. Keep large content elsewhere and a reference here.`,
    });
}

function invalid(path: readonly (string | number)[], problem: string): StorageFault {
  const where = path.length === 0 ? 'the row' : path.join('.');
  return new StorageFault({
    kind: 'invalid',
    detail: `${where} ${problem}. A row holds plain JSON: strings, finite numbers, booleans, null, arrays and objects.`,
  });
}
