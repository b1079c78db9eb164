import { type Id, type Instant, ok, type Result } from '@kith/core';
import { type Alert, type AlertRule, acknowledged, checkAlertRule, snoozed } from '@kith/core/alerts';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { checkCollection } from '../known-collection.js';
import type { Work } from '../work.js';
import { alertRules, alerts } from './collection.js';

/** Makes a rule. Problems: those of `checkAlertRule`, and `store/unknown-collection`. */
export const createRule = (input: Draft<AlertRule>): Command<AlertRule> =>
  command('alerts/createRule', input, async (work) => {
    const made = createEntity(work, alertRules, input);
    return made.ok ? checked(work, made.value) : made;
  });

/** Changes a rule. What it raised stays. Problems: those of `createRule`, and `store/not-found`. */
export const editRule = (input: {
  readonly id: Id<'alertRule'>;
  readonly changes: Changes<AlertRule>;
}): Command<AlertRule> =>
  command('alerts/editRule', input, async (work) => {
    const edited = await editEntity(work, alertRules, input);
    return edited.ok ? checked(work, edited.value) : edited;
  });

/** Removes a rule. What it raised stays. */
export const removeRule = (input: { readonly id: Id<'alertRule'> }): Command<undefined> =>
  command('alerts/removeRule', input, async (work) => {
    const rule = await work.require(alertRules, input.id);
    if (!rule.ok) return rule;
    work.remove(alertRules, input.id);
    return ok(undefined);
  });

/** Somebody has seen it: nobody is told any more. */
export const acknowledge = (input: { readonly id: Id<'alert'> }): Command<Alert> =>
  command('alerts/acknowledge', input, async (work) => {
    const alert = await work.require(alerts, input.id);
    if (!alert.ok) return alert;
    const { now, actor } = work.env;
    const seen = acknowledged(alert.value, now, actor);
    return seen === alert.value ? alert : work.put(alerts, { ...seen, modifiedAt: now });
  });

/** Somebody wants to hear of it again at a moment; after quiet hours where it falls into some. */
export const snooze = (input: { readonly id: Id<'alert'>; readonly until: Instant }): Command<Alert> =>
  command('alerts/snooze', input, async (work) => {
    const alert = await work.require(alerts, input.id);
    if (!alert.ok) return alert;
    const rule = await work.get(alertRules, alert.value.ruleId);
    return work.put(alerts, { ...snoozed(alert.value, input.until, rule), modifiedAt: work.env.now });
  });

function checked(work: Work, rule: AlertRule): Result<AlertRule> {
  const { watch } = rule;
  const known =
    'metric' in watch ? checkCollection(work, watch.metric.collection, 'watch.metric.collection') : ok(rule);
  return known.ok ? checkAlertRule(rule) : known;
}
