import { type Fault, StorageFault } from '@kith/adapters';

/** The world failed: a full disk, a lost connection, a conflict that would not end. `code` stands in docs/spec/problems.md. */
export class KithError extends Error {
  readonly code: KithErrorCode;
  constructor(code: KithErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KithError';
    this.code = code;
  }
}

/** What can go wrong in the world. Each is in docs/spec/problems.md with what to do. */
export type KithErrorCode =
  | `store/${Exclude<Fault['kind'], 'invalid' | 'cursor-invalid' | 'feed-trimmed'>}`
  | 'store/failed';

/**
 * What was thrown, as the store rejects with it: a fault of the storage as a KithError that says so. A mistake of the
 * programmer stays what it is, and so does a KithError, and what a caller's own signal was aborted with.
 */
export function toKithError(cause: unknown): unknown {
  if (cause instanceof KithError || OWN.some((own) => cause instanceof own) || nameOf(cause) === 'AbortError')
    return cause;
  if (!(cause instanceof StorageFault)) {
    const words = cause instanceof Error ? cause.message : String(cause);
    return new KithError('store/failed', `The storage failed: ${words.replace(/\.$/, '')}.`, { cause });
  }
  switch (cause.fault.kind) {
    case 'invalid':
    case 'cursor-invalid':
    case 'feed-trimmed':
      return new KithError('store/failed', cause.message, { cause });
    default:
      return new KithError(`store/${cause.fault.kind}`, cause.message, { cause });
  }
}

const OWN = [TypeError, RangeError, ReferenceError, SyntaxError];

const nameOf = (cause: unknown): unknown =>
  typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'name') : undefined;
