import { compileFilter, type FilterMoment, type Instant, instantOf, isInstant } from '@kith/core';
import { isSame, valueAt } from '@kith/core/imports';
import {
  bayesPercent,
  type Frequencies,
  gradeOf,
  makeRuleScorer,
  makeScorer,
  makeTallier,
  percentOf,
  type Score,
  type ScoredEvent,
  stickyPercent,
  type Tally,
  type TrainedModel,
} from '@kith/core/scoring';
import type { Identified } from '../collection.js';
import {
  type EventSource,
  type FrequencyPlan,
  type ModelPlan,
  modelOf,
  type RulePlan,
  type ScoringPlan,
  scoreId,
} from './plan.js';

/** A row to score, with what happened since its score was made. */
export interface Subject {
  readonly row: Identified;
  readonly before: Score | undefined;
  /** Events that came, and ones that are taken back, in one commit. */
  readonly changes: readonly { readonly event: ScoredEvent; readonly by: 1 | -1 }[];
}

/** Scores rows by a plan. */
export interface Assessor {
  /** Whether the tally of a row has to be made from all of its events first. */
  needsEvents(subject: Subject): boolean;
  /** The new score; the one before when nothing has changed. `events` are all of the row's, where they were needed. */
  assess(subject: Subject, events?: readonly ScoredEvent[]): Score | undefined;
}

/** What a plan scores by, besides its rules: the newest model, or the table of outcomes. */
export interface Learned {
  readonly model?: TrainedModel | undefined;
  readonly frequencies?: Frequencies | undefined;
}

/** Makes what scores rows at a moment; undefined for a model that has not been trained yet. */
export function makeAssessor(
  plan: ScoringPlan,
  { model, frequencies }: Learned,
  moment: FilterMoment,
): Assessor | undefined {
  if ('scheme' in plan) return ruleAssessor(plan, moment.now);
  if ('table' in plan) return frequencies && frequencyAssessor(plan, frequencies, moment.now);
  return model && modelAssessor(plan, model, moment.now);
}

function ruleAssessor(plan: RulePlan, now: Instant): Assessor {
  const tallier = makeTallier(plan.scheme);
  const scorer = makeRuleScorer(plan.scheme, now);
  const changed = ({ before, changes }: Subject): Tally | undefined => {
    if (before?.tallyKey !== tallier.key) return undefined;
    let tally: Tally | undefined = before.tally ?? [];
    for (const { event, by } of changes) tally = tally && tallier.with(tally, event, by);
    return tally;
  };
  return {
    needsEvents: (subject) => plan.events !== undefined && changed(subject) === undefined,
    assess(subject, events) {
      const { row, before } = subject;
      const tally = events ? tallier.of(events) : (changed(subject) ?? []);
      const { points, grade, dueDay } = scorer.score(row, tally, before?.grade);
      return kept(before, {
        ...identity(plan, row),
        points: points.total,
        fit: points.fit,
        engagement: points.engagement,
        ...graded(before, grade, now),
        ...(dueDay !== undefined && { dueDay }),
        ...(tally.length > 0 && { tally }),
        tallyKey: tallier.key,
        scoredAt: now,
      });
    },
  };
}

function modelAssessor(plan: ModelPlan, { model, version }: TrainedModel, now: Instant): Assessor {
  const scorer = makeScorer(model);
  return {
    needsEvents: () => false,
    assess: ({ row, before }) => percentScore(plan, { row, before }, percentOf(scorer.chance(row)), { version, now }),
  };
}

/** A row that has ended keeps the score it ended with; where nothing was won or lost yet, there is none. */
function frequencyAssessor(plan: FrequencyPlan, frequencies: Frequencies, now: Instant): Assessor {
  return {
    needsEvents: () => false,
    assess({ row, before }) {
      if (plan.outcomeOf(row) !== undefined) return before;
      const percent = bayesPercent(frequencies, plan.caseOf(row), plan.setup);
      return percent === undefined ? before : percentScore(plan, { row, before }, percent, { version: 1, now });
    },
  };
}

/** A percentage: what a person has set stays. */
function percentScore(
  plan: ModelPlan | FrequencyPlan,
  { row, before }: Pick<Subject, 'row' | 'before'>,
  automatic: number,
  { version, now }: { readonly version: number; readonly now: Instant },
): Score {
  const known = before && { probability: before.points, automatic: before.automatic ?? before.points };
  const { probability } = stickyPercent(known, automatic);
  return kept(before, {
    ...identity(plan, row),
    points: probability,
    ...(probability !== automatic && { automatic }),
    ...gradedBy(plan, before, probability, now),
    version,
    scoredAt: now,
  });
}

/** The grade of a percentage by the scale of a plan. */
export const gradedBy = (
  { grades }: Pick<ModelPlan, 'grades'>,
  before: Score | undefined,
  points: number,
  now: Instant,
): Partial<Score> =>
  graded(before, grades && gradeOf(grades, { fit: 0, engagement: 0, total: points }, before?.grade), now);

const identity = (
  plan: ScoringPlan,
  row: Identified,
): Pick<Score, 'id' | 'subjectId' | 'of' | 'model'> & Partial<Pick<Score, 'about'>> => {
  const about = (plan.along ?? []).flatMap((field) => {
    const value = valueAt(row, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return {
    id: scoreId(plan, row.id),
    subjectId: row.id,
    of: plan.of.name,
    model: modelOf(plan),
    ...(about.length > 0 && { about: Object.fromEntries(about) }),
  };
};

/** The grade, and, when it is another than before, since when. */
function graded(before: Score | undefined, grade: string | undefined, now: Instant): Partial<Score> {
  if (before && before.grade === grade) {
    const { gradeBefore, gradeSince } = before;
    return {
      ...(grade !== undefined && { grade }),
      ...(gradeBefore !== undefined && { gradeBefore }),
      ...(gradeSince !== undefined && { gradeSince }),
    };
  }
  return {
    ...(grade !== undefined && { grade }),
    ...(before?.grade !== undefined && { gradeBefore: before.grade }),
    ...((before?.grade ?? grade) !== undefined && { gradeSince: now, isNewGrade: true as const }),
  };
}

/** The score before where nothing else is different. */
function kept(before: Score | undefined, score: Score): Score {
  if (!before) return score;
  const { isNewGrade: _, ...known } = before;
  return isSame({ ...known, scoredAt: score.scoredAt }, score) ? before : score;
}

/** Reads events out of rows: which row each counts for, when it took place, and whether it counts. */
export interface EventReader {
  subjectOf(row: unknown): string | undefined;
  eventOf(row: unknown): ScoredEvent;
}

/** Makes the reader of a source. */
export function eventReader({ subject, at, where }: EventSource): EventReader {
  // The condition does not read the clock, so it does not matter when it is asked.
  const counts = where ? compileFilter(where, { now: instantOf(0), timeZone: 'UTC' }) : () => true;
  return {
    subjectOf(row) {
      const id = row ? valueAt(row, subject) : undefined;
      const moment = row ? valueAt(row, at) : undefined;
      return typeof id === 'string' && typeof moment === 'string' && isInstant(moment) && counts(row) ? id : undefined;
    },
    eventOf: (row) => ({ at: valueAt(row, at) as Instant, row }),
  };
}
