import { Alert, AlertRule } from '@kith/core/alerts';
import type { Collection } from '../collection.js';

/** What is watched. */
export const alertRules: Collection<AlertRule> = {
  name: 'alertRules',
  kind: 'alertRule',
  schema: AlertRule,
  shape: { indexes: [['name']] },
};

/** What was raised, told, seen and over. */
export const alerts: Collection<Alert> = {
  name: 'alerts',
  kind: 'alert',
  schema: Alert,
  shape: {
    indexes: [
      ['ruleId', 'raisedAt'],
      ['subjectId', 'raisedAt'],
    ],
  },
};

/** All that alerts keep: hand them to `openStore`, with `segmentCollections` where rules watch segments. */
export const alertCollections: readonly Collection[] = [alertRules, alerts];
