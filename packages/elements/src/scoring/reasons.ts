import type { BayesFactor, Contribution, Explanation, RuleExplanation, RulePoints } from '@kith/core/scoring';

/** What a reason is about, to be put in words. */
export type ReasonAbout =
  | { readonly kind: 'rule'; readonly axis: RulePoints['axis']; readonly rule: string }
  | { readonly kind: 'limit'; readonly of: 'fit' | 'engagement' | 'total'; readonly group?: string | undefined }
  | { readonly kind: 'value'; readonly field: string; readonly value?: string | undefined }
  | { readonly kind: 'rest' };

/** One thing that speaks for or against. */
export interface Reason {
  readonly about: ReasonAbout;
  /** How hard it pushes and which way: points, hundredths of the chance, or log-odds. */
  readonly push: number;
  readonly events?: RulePoints['events'];
}

/** Reasons in what they are counted in, the strongest first. */
export interface Reasons {
  readonly unit: 'points' | 'percent' | 'odds';
  readonly all: readonly Reason[];
  /** Where an average row starts, in percent; only models have it. */
  readonly base?: number;
}

/** Less than this is nothing: what rounding leaves. */
const NOTHING = 0.05;

/**
 * The reasons of a score by rules. `points` is the score as it is kept: what it holds beyond what the rules explain now
 * stands as a reason of its own, so that the sum is always right.
 */
export function reasonsOfRules({ rules, limits, points: explained }: RuleExplanation, points: number): Reasons {
  const given = rules.map(
    ({ axis, rule, points: push, events }): Reason => ({
      about: { kind: 'rule', axis, rule },
      push,
      ...(events && { events }),
    }),
  );
  const taken = limits.map(({ of, group, points: push }): Reason => ({ about: { kind: 'limit', of, group }, push }));
  return { unit: 'points', all: strongestFirst([...given, ...taken, ...rest(points - explained.total)]) };
}

/** The reasons of a chance by a model: `percent` is the chance that is kept, as the model said it. */
export function reasonsOfModel({ base, chance, contributions }: Explanation, percent: number): Reasons {
  const values = contributions.map(
    ({ field, value, points: push }: Contribution): Reason => ({
      about: { kind: 'value', field, value },
      push,
    }),
  );
  return { unit: 'percent', base: 100 * base, all: strongestFirst([...values, ...rest(percent - 100 * chance)]) };
}

/** The reasons of a chance that was counted. Each makes the odds so many times what they are without it. */
export const reasonsOfCounts = (factors: readonly BayesFactor[]): Reasons => ({
  unit: 'odds',
  all: strongestFirst(
    factors.map(({ field, value, logOdds: push }) => ({ about: { kind: 'value', field, value }, push })),
  ),
});

const rest = (push: number): readonly Reason[] => (Math.abs(push) < NOTHING ? [] : [{ about: { kind: 'rest' }, push }]);

const strongestFirst = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons
    .filter(({ push, events }) => Math.abs(push) > 1e-9 || events !== undefined)
    .sort((left, right) => Math.abs(right.push) - Math.abs(left.push));
