import { ok, type Result, refuse } from '../kernel/result.js';
import { checkMetric } from '../metrics/metric.js';
import type { Goal } from './schema.js';

/** Checks a goal that somebody entered. Problems: `goals/no-days`, `goals/stretch-too-low`, `metrics/relative-date`. */
export function checkGoal(goal: Goal): Result<Goal> {
  if (goal.last < goal.first)
    return refuse({
      code: 'goals/no-days',
      message: `"${goal.name}" ends on ${goal.last}, before it begins on ${goal.first}. Choose a later day.`,
      path: 'last',
      fix: { kind: 'fields', fields: ['first', 'last'] },
    });
  if (goal.stretch !== undefined && goal.stretch < goal.target)
    return refuse({
      code: 'goals/stretch-too-low',
      message: `The stretch of "${goal.name}" is below its target. Give more than ${goal.target}, or none.`,
      path: 'stretch',
      fix: { kind: 'fields', fields: ['stretch'] },
    });
  const metric = checkMetric(goal.metric);
  return metric.ok ? ok(goal) : metric;
}
