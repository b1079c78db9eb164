import type { FieldRegistry } from '../fields/registry.js';
import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { GradeScale } from './grade.js';
import { checkGrades } from './grade.js';
import { unknownPath } from './known-fields.js';

/** Between which points a sum is kept. */
export interface Limits {
  readonly most?: number;
  /** For sums with negative points. */
  readonly least?: number;
}

/** Rules whose points are kept within limits together. */
export interface RuleGroup extends Limits {
  readonly id: string;
}

/** Points for what a row is: industry, job title, size, country. */
export interface FitRule {
  readonly id: string;
  /** A condition on the row. */
  readonly where: Filter;
  /** Below 0 speaks against, such as a competitor's or a private e-mail address. */
  readonly points: number;
  readonly group?: string;
}

/** Points for what somebody does, each time it is done. */
export interface EngagementRule {
  readonly id: string;
  /** A condition on the event, such as `kind` eq `meeting`. It must not depend on the time at which it is asked. */
  readonly where: Filter;
  readonly points: number;
  readonly group?: string;
  /** The most points, up or down, that this rule gives in all. */
  readonly cap?: number;
  /** The most points, up or down, that it gives for one day. */
  readonly dailyCap?: number;
  /** After so many days an event is worth half; it keeps its worth when left out. */
  readonly halfLifeDays?: number;
  /** After so many days an event is worth nothing. */
  readonly windowDays?: number;
}

/** How rows are scored by rules, on two axes. */
export interface ScoringScheme {
  readonly id: string;
  /** Which day an event belongs to. */
  readonly timeZone: string;
  readonly fit: {
    readonly rules: readonly FitRule[];
    readonly groups?: readonly RuleGroup[];
    readonly limits?: Limits;
  };
  readonly engagement: {
    readonly rules: readonly EngagementRule[];
    readonly groups?: readonly RuleGroup[];
    readonly limits?: Limits;
  };
  /** Of both axes together. */
  readonly limits?: Limits;
  readonly grades?: GradeScale;
}

/** What the paths of a scheme are looked up in: the kinds of the rows that are scored, and of the events. */
export interface SchemeFields {
  readonly registry: Pick<FieldRegistry, 'fieldsOf'>;
  readonly fit: string;
  /** Left out where events are of no kind that the registry knows; their paths are not checked then. */
  readonly engagement?: string;
}

/**
 * Checks a scheme before it is used. Problems: those of filters, `scoring/duplicate-rule`, `scoring/unknown-group`,
 * `scoring/not-points`, `scoring/rule-reads-clock`, `scoring/contradictory-limits`, `scoring/contradictory-grades`,
 * `scoring/unknown-zone`, and, where the fields are given, `scoring/unknown-field`; `path` names the rule.
 */
export function checkScheme(scheme: ScoringScheme, fields?: SchemeFields): Result<ScoringScheme> {
  if (!isZone(scheme.timeZone))
    return wrong(
      'unknown-zone',
      'timeZone',
      `There is no time zone "${scheme.timeZone}". Use an IANA name such as Europe/Vienna.`,
    );
  for (const axis of ['fit', 'engagement'] as const) {
    const { groups = [], limits } = scheme[axis];
    for (const [path, each] of [
      [`${axis}.limits`, limits] as const,
      ...groups.map((group) => [`${axis}.groups.${group.id}`, group] as const),
    ])
      if (!areLimits(each))
        return wrong(
          'contradictory-limits',
          path,
          `${path}: the least (${each?.least}) must not be above the most (${each?.most}).`,
        );
    const ids = new Set<string>();
    for (const rule of scheme[axis].rules) {
      const path = `${axis}.rules.${rule.id}`;
      const repeated = ids.has(rule.id) || ids.add(rule.id).size === 0;
      if (repeated)
        return wrong('duplicate-rule', path, `There are two rules "${rule.id}" for ${axis}. Give one another id.`);
      const checked = checkRule(rule, path, new Set(groups.map(({ id }) => id)));
      if (!checked.ok) return checked;
      const unknown = fields && unknownPath(fields.registry, fields[axis], dependenciesOf(rule.where).fields);
      if (unknown) return refuse({ ...unknown, path: `${path}.where` });
      if (axis === 'engagement' && dependenciesOf(rule.where).readsClock)
        return wrong(
          'rule-reads-clock',
          path,
          `"${rule.id}" asks when an event took place by a relative date. Use windowDays or halfLifeDays, which count anew each day.`,
        );
    }
  }
  if (!areLimits(scheme.limits))
    return wrong('contradictory-limits', 'limits', 'limits: the least must not be above the most.');
  const grades = checkGrades(scheme.grades);
  return grades.ok ? ok(scheme) : grades;
}

function checkRule(rule: FitRule | EngagementRule, path: string, groups: ReadonlySet<string>): Result<unknown> {
  if (!Number.isFinite(rule.points) || rule.points === 0)
    return wrong(
      'not-points',
      `${path}.points`,
      `"${rule.id}" gives ${rule.points} points. Give it a number that is not 0.`,
    );
  for (const name of ['cap', 'dailyCap', 'halfLifeDays', 'windowDays'] as const) {
    const value = name in rule ? (rule as EngagementRule)[name] : undefined;
    if (value !== undefined && !(Number.isFinite(value) && value > 0))
      return wrong(
        'not-points',
        `${path}.${name}`,
        `"${rule.id}" has a ${name} of ${value}. Give it a number above 0, or leave it out.`,
      );
  }
  if (rule.group !== undefined && !groups.has(rule.group))
    return wrong(
      'unknown-group',
      `${path}.group`,
      `"${rule.id}" is in the group "${rule.group}", which the scheme does not have. Add it, or choose another.`,
    );
  const parsed = parseFilter(rule.where);
  if (parsed.ok) return parsed;
  return refuse({ ...parsed.problem, path: `${path}.where${parsed.problem.path ? `.${parsed.problem.path}` : ''}` });
}

const areLimits = ({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Limits = {}): boolean =>
  least <= most;

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    // The only way to ask is to try.
    return false;
  }
}

const wrong = (code: string, path: string, message: string): Result<never> =>
  refuse({ code: `scoring/${code}`, message, path });
