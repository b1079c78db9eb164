export { alertCollections, alertRules, alerts as collection } from './collection.js';
export { acknowledge, createRule, editRule, removeRule, snooze } from './commands.js';
export { type AlertKeeper, type AlertsOptions, keepAlerts } from './keep-alerts.js';
export { about, open, raisedBy, rules, unseen } from './queries.js';
