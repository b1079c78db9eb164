import { ok, type Result, refuse } from '../kernel/result.js';
import { checkMetric } from '../metrics/metric.js';
import { checkWorkingTime } from '../working-time/working-time.js';
import { awakeTime } from './quiet-hours.js';
import type { AlertRule } from './schema.js';

/**
 * Checks a rule that somebody entered. Problems: `alerts/no-hysteresis` when it would be cleared before it is raised,
 * `alerts/always-unusual` when an anomaly would be nothing unusual, `alerts/never-over` when one that looks both ways could
 * not be cleared, `alerts/wrong-quiet-hours`, `metrics/relative-date`.
 */
export function checkAlertRule(rule: AlertRule): Result<AlertRule> {
  const { watch, quiet } = rule;
  if (quiet && (quiet.from === quiet.to || !checkWorkingTime(awakeTime(quiet)).ok))
    return refuse({
      code: 'alerts/wrong-quiet-hours',
      message: `"${rule.name}": quiet hours have a time zone such as Europe/Vienna, and two different times such as 22:00 and 07:00.`,
      path: 'quiet',
      fix: { kind: 'fields', fields: ['quiet'] },
    });
  if ('segment' in watch) return ok(rule);
  const { side, raise, clear } = watch.condition;
  if (side === 'below' && watch.condition.is === 'value' ? clear < raise : clear > raise)
    return refuse({
      code: 'alerts/no-hysteresis',
      message: `"${rule.name}" would be over before it begins: it is raised at ${raise} and cleared at ${clear}. Put the second on the calm side of the first.`,
      path: 'watch.condition.clear',
      fix: { kind: 'fields', fields: ['watch.condition.clear'] },
    });
  if (watch.condition.is === 'anomaly' && raise <= 0)
    return refuse({
      code: 'alerts/always-unusual',
      message: `"${rule.name}" would be raised by what is usual: it is raised at ${raise} deviations. Give more than 0; 3.5 is customary.`,
      path: 'watch.condition.raise',
      fix: { kind: 'fields', fields: ['watch.condition.raise'] },
    });
  if (side === 'both' && clear < 0)
    return refuse({
      code: 'alerts/never-over',
      message: `"${rule.name}" would never be over: it looks both ways, where no deviation is less than 0. Clear it at 0 or more; 2 is customary.`,
      path: 'watch.condition.clear',
      fix: { kind: 'fields', fields: ['watch.condition.clear'] },
    });
  const metric = checkMetric(watch.metric);
  return metric.ok ? ok(rule) : metric;
}
