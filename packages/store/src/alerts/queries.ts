import type { Id } from '@kith/core';
import type { Alert, AlertRule } from '@kith/core/alerts';
import type { RowsQuery } from '../query.js';
import { alertRules, alerts } from './collection.js';

const NEWEST_FIRST = [['raisedAt', 'desc']] as const;

/** All rules, by name. */
export const rules = (): RowsQuery<AlertRule> => ({ ask: 'rows', collection: alertRules, order: [['name', 'asc']] });

/** What is raised now and was told, and nobody has seen yet; the newest first. */
export const open = (limit: number): RowsQuery<Alert> => ({
  ask: 'rows',
  collection: alerts,
  where: {
    and: [
      { field: 'notifiedAt', is: 'exists', value: true },
      { field: 'clearedAt', is: 'exists', value: false },
      { field: 'acknowledgedAt', is: 'exists', value: false },
    ],
  },
  order: NEWEST_FIRST,
  limit,
});

/** What was told and nobody has seen yet, whether it is over by now or not: somebody's inbox. The newest first. */
export const unseen = (limit: number): RowsQuery<Alert> => ({
  ask: 'rows',
  collection: alerts,
  where: {
    and: [
      { field: 'notifiedAt', is: 'exists', value: true },
      { field: 'acknowledgedAt', is: 'exists', value: false },
    ],
  },
  order: NEWEST_FIRST,
  limit,
});

/** What a rule has raised, the newest first. */
export const raisedBy = (ruleId: Id<'alertRule'>, limit: number): RowsQuery<Alert> => ({
  ask: 'rows',
  collection: alerts,
  where: { field: 'ruleId', is: 'eq', value: ruleId },
  order: NEWEST_FIRST,
  limit,
});

/** What was raised about a row, the newest first. */
export const about = (subjectId: string, limit: number): RowsQuery<Alert> => ({
  ask: 'rows',
  collection: alerts,
  where: { field: 'subjectId', is: 'eq', value: subjectId },
  order: NEWEST_FIRST,
  limit,
});
