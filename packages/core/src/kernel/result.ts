import type { Id } from './id.js';

/** People by name: any of the users, whoever is in one of the teams, or has one of the roles. */
export interface Audience {
  readonly users?: readonly Id<'user'>[] | undefined;
  readonly teams?: readonly Id<'team'>[] | undefined;
  readonly roles?: readonly string[] | undefined;
}

/**
 * What would make a refused request pass, so that an interface can offer it: fields to ask for (paths, such as
 * `lossReason`), fields to change first, an approval to ask somebody for, people who could do it, or stages that are open
 * instead.
 */
export type Fix =
  | { readonly kind: 'fields'; readonly fields: readonly string[] }
  | { readonly kind: 'edit'; readonly fields: readonly string[] }
  | { readonly kind: 'approval'; readonly stageId: Id<'stage'>; readonly by: Audience }
  | { readonly kind: 'people'; readonly by: Audience }
  | { readonly kind: 'stages'; readonly stageIds: readonly Id<'stage'>[] };

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
