import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Judgement } from './judge.js';
import { notQuietFrom } from './quiet-hours.js';
import type { Alert, AlertRule } from './schema.js';

/** What is to be written down about a rule and one subject. */
export type AlertStep =
  | { readonly kind: 'raise'; readonly alert: AlertDraft }
  | { readonly kind: 'change'; readonly alert: Alert };

/** An alert that has no id yet. */
export type AlertDraft = Pick<
  Alert,
  'ruleId' | 'subjectId' | 'value' | 'expected' | 'raisedAt' | 'notifyAt' | 'notifiedAt'
>;

/**
 * What follows from a judgement, given the last alert of the rule about this subject: a new alert, the end of the last one, word
 * of one that waited for the end of quiet hours or a snooze, or nothing. Told again, it answers nothing again: what it has
 * decided stands in the alert.
 */
export function stepAlert(
  rule: Pick<AlertRule, 'id' | 'quiet'>,
  last: Alert | undefined,
  judged: Pick<Judgement, 'says'> & Partial<Judgement>,
  now: Instant,
  subjectId?: string,
): AlertStep | undefined {
  const isRaised = last !== undefined && last.clearedAt === undefined;
  if (!isRaised && judged.says === 'raise') return { kind: 'raise', alert: draftOf(rule, judged, now, subjectId) };
  if (!last) return undefined;
  const cleared: Alert = isRaised && judged.says === 'clear' ? { ...last, clearedAt: now } : last;
  const told = toldBy(cleared, now);
  return told === last ? undefined : { kind: 'change', alert: told };
}

function draftOf(
  rule: Pick<AlertRule, 'id' | 'quiet'>,
  { value, expected }: Partial<Judgement>,
  now: Instant,
  subjectId: string | undefined,
): AlertDraft {
  const notifyAt = notQuietFrom(rule.quiet, now);
  return {
    ruleId: rule.id as Id<'alertRule'>,
    ...(subjectId !== undefined && { subjectId }),
    ...(value !== undefined && { value }),
    ...(expected !== undefined && { expected }),
    raisedAt: now,
    notifyAt,
    ...(notifyAt === now && { notifiedAt: now }),
  };
}

/** An alert whose time to be told has come is told, once; nobody has to hear of one they have acknowledged. */
const toldBy = (alert: Alert, now: Instant): Alert =>
  alert.notifiedAt === undefined && alert.acknowledgedAt === undefined && alert.notifyAt <= now
    ? { ...alert, notifiedAt: now }
    : alert;

/** An alert that was seen: nobody is told any more. */
export const acknowledged = (alert: Alert, now: Instant, by: Id<'user'> | undefined): Alert =>
  alert.acknowledgedAt !== undefined ? alert : { ...alert, acknowledgedAt: now, ...(by && { acknowledgedBy: by }) };

/** An alert that is to be told again at a moment, unless it has been cleared by then; after quiet hours where it falls into some. */
export function snoozed(alert: Alert, until: Instant, rule: Pick<AlertRule, 'quiet'> | undefined): Alert {
  const { notifiedAt, acknowledgedAt, acknowledgedBy, ...rest } = alert;
  return { ...rest, snoozedUntil: until, notifyAt: notQuietFrom(rule?.quiet, until) };
}
