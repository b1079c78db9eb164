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

/** What storage threw, as the error the store rejects with. A KithError stays itself. */
export function toKithError(cause: unknown): KithError {
  if (cause instanceof KithError) return cause;
  if (!(cause instanceof StorageFault))
    return new KithError(
      'store/failed',
      `The storage failed: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was written.`,
      { cause },
    );
  switch (cause.fault.kind) {
    case 'invalid':
    case 'cursor-invalid':
    case 'feed-trimmed':
      return new KithError('store/failed', cause.message, { cause });
    default:
      return new KithError(`store/${cause.fault.kind}`, cause.message, { cause });
  }
}
