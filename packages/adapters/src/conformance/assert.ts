import { type Fault, StorageFault } from '../fault.js';

/** A case that did not hold. The message says what was expected and what came. */
export class ConformanceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConformanceError';
  }
}

/** Both are the same JSON, whatever the order of fields; `-0` is not `0` here. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!isSame(actual, expected)) throw new ConformanceError(`${what}: expected ${show(expected)}, got ${show(actual)}`);
}

/** The condition holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new ConformanceError(`${what}: expected it to hold`);
}

/** The work is refused with a StorageFault of this kind, which is answered. */
export async function refuses<Kind extends Fault['kind']>(
  kind: Kind,
  work: () => Promise<unknown>,
  what: string,
): Promise<Fault & { readonly kind: Kind }> {
  let fault: Fault;
  try {
    await work();
  } catch (error) {
    // Two copies of the package on one page have two classes of this name.
    if (!(error instanceof StorageFault) && (error as Error | undefined)?.name !== 'StorageFault')
      throw new ConformanceError(`${what}: expected a StorageFault of kind ${kind}, got ${String(error)}`);
    fault = (error as StorageFault).fault;
    if (fault.kind !== kind) throw new ConformanceError(`${what}: expected the fault ${kind}, got ${show(fault)}`);
    return fault as Fault & { readonly kind: Kind };
  }
  throw new ConformanceError(`${what}: expected the fault ${kind}, but it was accepted`);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Reflect.ownKeys(a);
  return (
    keys.length === Reflect.ownKeys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(ownValue(a, key), ownValue(b, key)))
  );
}

const ownValue = (value: object, key: PropertyKey): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;

function show(value: unknown): string {
  if (Object.is(value, -0)) return '-0';
  const text =
    JSON.stringify(value, (_, inner: unknown) => (inner === undefined ? '(undefined)' : inner)) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}
