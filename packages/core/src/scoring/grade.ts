import { ok, type Result, refuse } from '../kernel/result.js';

/** The points of a row, rounded to whole ones. */
export interface Points {
  readonly fit: number;
  readonly engagement: number;
  /** Both together, within the scheme's limits. */
  readonly total: number;
}

/** A grade and what it takes to enter it: all of what is said. */
export interface GradeStep {
  readonly grade: string;
  readonly at: Partial<Points>;
}

/** Grades from the best to the worst; a row that enters none has none. */
export interface GradeScale {
  readonly steps: readonly GradeStep[];
  /** How many points below its entry a grade is kept, so that a row at the edge does not flicker: 0 when left out. */
  readonly hysteresis?: number;
}

/** The grade of a row with these points, that had the grade `current` before. */
export function gradeOf({ steps, hysteresis = 0 }: GradeScale, points: Points, current?: string): string | undefined {
  for (const { grade, at } of steps) {
    const slack = grade === current ? hysteresis : 0;
    if (
      reaches(points.fit, at.fit, slack) &&
      reaches(points.engagement, at.engagement, slack) &&
      reaches(points.total, at.total, slack)
    )
      return grade;
  }
  return undefined;
}

const reaches = (points: number, at: number | undefined, slack: number): boolean =>
  at === undefined || points >= at - slack;

/** Refuses a scale with a grade that stands twice, that could never be reached below a better one, or with a hysteresis below 0. */
export function checkGrades(scale: GradeScale | undefined): Result<unknown> {
  if (!scale) return ok(undefined);
  if (!((scale.hysteresis ?? 0) >= 0))
    return contradiction(`The hysteresis is ${scale.hysteresis}. Give it points from 0 up.`);
  for (const [index, step] of scale.steps.entries()) {
    const better = scale.steps.slice(0, index).find((each) => each.grade === step.grade || isAtLeast(step.at, each.at));
    if (better)
      return contradiction(
        better.grade === step.grade
          ? `The grade "${step.grade}" stands twice. Give each grade once.`
          : `Nobody ever has the grade "${step.grade}": who reaches it has reached "${better.grade}" before. Ask for less, or put it first.`,
      );
  }
  return ok(undefined);
}

/** Whether whoever meets one demand meets the other too. */
const isAtLeast = (demand: Partial<Points>, other: Partial<Points>): boolean =>
  (['fit', 'engagement', 'total'] as const).every((axis) => {
    const wanted = other[axis];
    return wanted === undefined || (demand[axis] ?? Number.NEGATIVE_INFINITY) >= wanted;
  });

const contradiction = (message: string): Result<never> =>
  refuse({ code: 'scoring/contradictory-grades', message, path: 'grades' });
