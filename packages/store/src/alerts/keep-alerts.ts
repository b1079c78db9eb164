import { type Id, ok, type Result } from '@kith/core';
import { type Alert, type AlertRule, daysLookedAt, judgeMetric, type MetricWatch, stepAlert } from '@kith/core/alerts';
import type { Metric } from '@kith/core/goals';
import { command } from '../command.js';
import { type Concerns, type OpenMetrics, openMetrics } from '../metrics/open-metrics.js';
import { type SegmentEvent, segmentEvents } from '../segments/collection.js';
import { loadRows } from '../segments/load-rows.js';
import type { Committed, Store } from '../store.js';
import { takeTurns } from '../turn.js';
import { requireWholeSight, seesAll } from '../whole-sight.js';
import type { Work } from '../work.js';
import { alertRules, alerts } from './collection.js';

/** How alerts are kept. */
export interface AlertsOptions {
  /** Metrics that are open anyway; opened for the alerts alone when left out. */
  readonly metrics?: OpenMetrics;
  readonly giveWay?: () => Promise<void>;
}

/** Alerts that are being kept. */
export interface AlertKeeper {
  /** Looks at the clock now, for what waited and for the new day; it is done once a minute otherwise. */
  lookAtClock(): Promise<void>;
  /** Resolves when all that was heard so far has been judged and written. */
  settled(): Promise<void>;
  /** Whether it still keeps them: not after `close`, nor when whoever acts sees all that rules watch no longer. */
  isKeeping(): boolean;
  close(): void;
}

const CLOCK_MILLIS = 60_000;
/** What alerts hinge on besides the collections of metrics. */
const ALWAYS = [alertRules.name, alerts.name, segmentEvents.name];
/** Rules and alerts are few: reading them does not have to give way. */
const AT_ONCE = (): undefined => undefined;

/**
 * Watches what the rules of a store watch, and writes each alert as a row: raised, told, over. Any number of stores may do
 * so at once: an alert has the id of what raised it (a rule's day, or the event of
 * a tracked segment), so it is raised once, and its revision guards each step of it. Rules on segments need their events:
 * see `keepSegmentEvents`.
 *
 * Where a policy is, it rejects with a KithError `store/denied` unless whoever acts sees all that rules watch, and it ends
 * when they do no longer, or when a rule is made on what they do not see: alerts are about the whole book.
 */
export async function keepAlerts(store: Store, options: AlertsOptions = {}): Promise<AlertKeeper> {
  requireWholeSight(store, ALWAYS, 'Alerts');
  const metrics = options.metrics ?? openMetrics(store, options.giveWay);
  const inTurn = takeTurns();
  let isClosed = false;
  const rulesById = new Map<string, AlertRule>();
  const alertsById = new Map<string, Alert>();
  const eventsById = new Map<string, SegmentEvent>();

  const writing = (type: string, carryOut: (work: Work) => Promise<Result<unknown>>) =>
    store.run(command(type, undefined, ({ system }) => carryOut(system), { history: 'none', through: 'rule' }));
  const putAlert = (work: Work, alert: Alert): Result<unknown> =>
    work.put(alerts, { ...alert, createdAt: alert.createdAt ?? work.env.now, modifiedAt: work.env.now });
  const lastOf = (ruleId: string): Alert | undefined => {
    let last: Alert | undefined;
    for (const alert of alertsById.values())
      if (alert.ruleId === ruleId && (last === undefined || alert.raisedAt > last.raisedAt)) last = alert;
    return last;
  };

  const reads = (): readonly string[] => [
    ...ALWAYS,
    ...[...rulesById.values()].flatMap(({ paused, watch }) =>
      !paused && 'metric' in watch ? [watch.metric.collection] : [],
    ),
  ];
  /** Looked at wherever something is judged, with nothing awaited in between. */
  const isKeeping = (): boolean => {
    if (!isClosed && store.storage.guard !== undefined && !seesAll(store, reads())) close();
    return !isClosed;
  };

  /** Judges one metric; what follows is decided anew from the rows as they are when it is written. */
  const judge = async (rule: AlertRule, watch: MetricWatch): Promise<void> => {
    await metrics.need(watch.metric);
    const book = metrics.bookOf(watch.metric);
    if (!book || !isKeeping()) return;
    const day = metrics.today();
    const judged = judgeMetric(watch, book, day);
    const lastId = lastOf(rule.id)?.id;
    if (!stepAlert(rule, lastId && alertsById.get(lastId), judged, store.storage.env().now)) return;
    await writing('alerts/judge', async (work) => {
      const id = alertId(rule.id, day);
      const ofToday = await work.get(alerts, id);
      const last = ofToday ?? (lastId && (await work.get(alerts, lastId)));
      const step = stepAlert(rule, last || undefined, judged, work.env.now);
      if (!step) return ok(undefined);
      if (step.kind === 'change') return putAlert(work, step.alert);
      if (!ofToday) return putAlert(work, { ...step.alert, id } as Alert);
      // Once a day is enough: it goes on, and nobody is told again.
      const { clearedAt, ...again } = ofToday;
      return putAlert(work, again);
    });
  };
  /** A row entered or left a segment that a rule watches. */
  const hearOf = async (event: SegmentEvent): Promise<void> => {
    for (const rule of rulesById.values()) {
      const { watch } = rule;
      if (rule.paused || !('segment' in watch) || event.at < rule.createdAt) continue;
      if (event.way === 'enter' && event.segmentId === watch.segment) await raise(rule, event);
      if (event.way === 'exit' && event.segmentId === (watch.until ?? watch.segment)) await clear(rule, event);
    }
  };
  const raise = async (rule: AlertRule, { id: eventId, memberId, at }: SegmentEvent): Promise<void> => {
    const id = alertId(rule.id, eventId.slice('segmentEvent_'.length));
    const wasRaised = [...alertsById.values()].some(
      (alert) =>
        alert.ruleId === rule.id &&
        alert.subjectId === memberId &&
        alert.raisedAt <= at &&
        (alert.clearedAt === undefined || alert.clearedAt > at),
    );
    if (wasRaised || alertsById.has(id)) return;
    await writing('alerts/raise', async (work) => {
      const known = await work.get(alerts, id);
      const step = known ? undefined : stepAlert(rule, undefined, { says: 'raise' }, work.env.now, memberId);
      const raised = step?.kind === 'raise' ? ({ ...step.alert, id, raisedAt: at } as Alert) : known;
      // Known here before the feed tells it: the next event about the row may come first.
      if (raised) alertsById.set(id, raised);
      return raised && !known ? putAlert(work, raised) : ok(undefined);
    });
  };
  const clear = async (rule: AlertRule, { memberId, at }: SegmentEvent): Promise<void> => {
    for (const { ruleId, subjectId, id, raisedAt, clearedAt } of [...alertsById.values()]) {
      if (ruleId !== rule.id || subjectId !== memberId || raisedAt > at || clearedAt !== undefined) continue;
      await writing('alerts/clear', async (work) => {
        const alert = await work.get(alerts, id);
        return alert && alert.clearedAt === undefined ? putAlert(work, { ...alert, clearedAt: at }) : ok(undefined);
      });
    }
  };
  /** Tells what waited for the end of quiet hours or a snooze. */
  const tellWaiting = async (): Promise<void> => {
    if (!isKeeping()) return;
    const { now } = store.storage.env();
    const isWaiting = (alert: Alert): boolean => stepAlert(ANY_RULE, alert, { says: 'between' }, now) !== undefined;
    for (const { id } of [...alertsById.values()].filter(isWaiting))
      await writing('alerts/tell', async (work) => {
        const alert = await work.get(alerts, id);
        const step = stepAlert(ANY_RULE, alert, { says: 'between' }, work.env.now);
        return step?.kind === 'change' ? putAlert(work, step.alert) : ok(undefined);
      });
  };
  /** A look failed in the middle: the next one judges everything. */
  let isBehind = false;
  const look = async (concerns: Concerns = () => true): Promise<void> => {
    const today = metrics.today();
    const isAll = isBehind;
    isBehind = false;
    for (const rule of rulesById.values()) {
      if (rule.paused || !('metric' in rule.watch)) continue;
      const watch = rule.watch as MetricWatch;
      if (isAll || concerns(watch.metric as Metric, daysLookedAt(watch, today))) await judge(rule, watch);
    }
    await tellWaiting();
  };
  const hearEvents = async (): Promise<void> => {
    const events = [...eventsById.values()].sort((left, right) =>
      left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
    );
    eventsById.clear();
    for (const event of events) await hearOf(event);
  };
  const take = (collection: string, id: string, to: unknown): void => {
    const kept: Map<string, unknown> | undefined =
      collection === alertRules.name
        ? rulesById
        : collection === alerts.name
          ? alertsById
          : collection === segmentEvents.name && to
            ? eventsById
            : undefined;
    if (to) kept?.set(id, to);
    else kept?.delete(id);
  };
  const readAll = async (): Promise<void> => {
    for (const kept of [rulesById, alertsById, eventsById]) kept.clear();
    for (const collection of [alertRules.name, alerts.name])
      await loadRows(store.storage.adapter, collection, AT_ONCE, (id, row) => take(collection, id, row));
    if ([...rulesById.values()].some(({ watch }) => 'segment' in watch))
      await loadRows(store.storage.adapter, segmentEvents.name, AT_ONCE, (id, row) =>
        take(segmentEvents.name, id, row),
      );
  };
  const hear = async ({ changes, isIncomplete }: Committed): Promise<void> => {
    if (isIncomplete) await readAll();
    const isRule = changes.some(({ collection }) => collection === alertRules.name);
    for (const { collection, id, to } of changes) take(collection, id, to);
    if (!isKeeping()) return;
    await hearEvents();
    if (isRule || isIncomplete) await look();
  };
  const inOrder = (task: () => Promise<void>): Promise<void> =>
    inTurn(task).catch(() => {
      // The world failed in the middle: everything is judged again at the next commit, or at the next look at the clock.
      isBehind = true;
    });
  const subscriptions = [
    store.changes$.subscribe({ next: (committed) => void inOrder(() => hear(committed)), complete: () => close() }),
    metrics.changed$.subscribe((concerns) => void inOrder(() => look(concerns))),
  ];
  const lookAtClock = (): Promise<void> => {
    metrics.lookAtClock();
    return inOrder(() => look());
  };
  const ticking = setInterval(() => void lookAtClock(), CLOCK_MILLIS);
  const close = (): void => {
    isClosed = true;
    clearInterval(ticking);
    for (const subscription of subscriptions) subscription.unsubscribe();
    if (!options.metrics) metrics.close();
  };
  try {
    await inTurn(async () => {
      await readAll();
      requireWholeSight(store, reads(), 'Alerts');
      await hearEvents();
      await look();
    });
  } catch (cause) {
    close();
    throw cause;
  }
  return {
    lookAtClock,
    async settled() {
      await metrics.settled();
      await inTurn(async () => undefined);
    },
    isKeeping,
    close,
  };
}

/** To tell what waited, quiet hours were reckoned with when it was raised or snoozed. */
const ANY_RULE = { id: 'alertRule_any' as Id<'alertRule'> };

const alertId = (ruleId: Id<'alertRule'>, by: string): Alert['id'] =>
  `alert_${ruleId.slice('alertRule_'.length)}.${by}` as Alert['id'];
