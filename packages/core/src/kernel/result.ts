/**
 * What would make a refused request pass, so that an interface can offer it: the fields to ask for, or another
 * command to run first.
 */
export interface Fix {
  readonly kind: 'fields';
  /** Paths of the fields to fill in, such as `lossReason`. */
  readonly fields: readonly string[];
}

/**
 * An expected refusal, as data. `code` is `feature/kebab-case` and stands in docs/spec/problems.md; `message` is
 * English and made to be read by a person, an interface translates by `code` and `params`.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Where in the input, such as `amount.currency`. */
  readonly path?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fix?: Fix;
}

/** Either a value or the reason why there is none. A rule never throws for something that can be expected. */
export type Result<T, P = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

/** A result that holds a value. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A result that holds a refusal. */
export const refuse = <P = Problem>(problem: P): Result<never, P> => ({ ok: false, problem });
