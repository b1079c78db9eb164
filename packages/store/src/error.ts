/** The world failed: a full disk, a lost connection, a conflict that would not end. `code` stands in docs/spec/problems.md. */
export class KithError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KithError';
    this.code = code;
  }
}
