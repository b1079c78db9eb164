import { closeDayPushes, type FormerCloseDay } from '../kernel/close-days.js';
import { addDays, type Day, startOfDay } from '../kernel/day.js';
import { type Env, today } from '../kernel/env.js';
import { type Instant, instantOf } from '../kernel/instant.js';
import { kept } from '../kernel/kept.js';
import { type Money, multiplyMoney } from '../kernel/money.js';
import type { Fix } from '../kernel/result.js';
import type { Stage } from '../pipelines/schema.js';
import { rottingDays } from './aging.js';
import type { Deal } from './schema.js';

/** Why somebody should look at a deal, the gravest first. */
export const ATTENTION_REASONS = [
  'stageGone',
  'overdue',
  'rotting',
  'pushedOften',
  'silent',
  'noNextStep',
  'noAmount',
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** From when on somebody should look. */
export interface AttentionLimits {
  /** Days without any activity after which a deal is silent. */
  readonly silentDays: number;
  /** So many pushes of the close day, and nobody should count on it. */
  readonly pushes: number;
}

/** Two weeks without a word; three pushes, as sales trainers have it. */
export const ATTENTION_LIMITS: AttentionLimits = { silentDays: 14, pushes: 3 };

/** One reason to look at a deal. */
export interface AttentionFinding {
  readonly reason: AttentionReason;
  /** In English, for a person; an interface translates by the reason and the values below. */
  readonly message: string;
  /** Since when it is so: the last progress, the last activity, the day that is over. */
  readonly since?: Instant | Day;
  /** How often the close day was pushed. */
  readonly pushes?: number;
  /** What would mend it. */
  readonly fix: Fix;
}

/** What time it is, worked out once for many deals. */
export interface AttentionClock {
  readonly now: Instant;
  readonly day: Day;
  /** The first moment of a day. */
  startOf(day: Day): Instant;
}

/** The time in a zone; keep it for as many deals as are looked at in one go. */
export function attentionClock(env: Pick<Env, 'now' | 'timeZone'>): AttentionClock {
  const starts = new Map<Day, Instant>();
  return {
    now: env.now,
    day: today(env),
    startOf: (day) => kept(starts, day, () => startOfDay(day, env.timeZone)),
  };
}

/** What is known besides the deal itself. */
export interface AttentionContext {
  /** The stage it is in; undefined when its pipeline has it no more. */
  readonly stage: (Pick<Stage, 'name' | 'rottingDays' | 'probability'> & Partial<Pick<Stage, 'type'>>) | undefined;
  /** When something was done on it last; undefined when nothing ever was, or not within `silentDays` and `rottingDays`. */
  readonly lastActivityAt?: Instant | undefined;
  readonly limits?: AttentionLimits;
  readonly clock: AttentionClock;
}

/** What there is to look at in a deal, and how long that holds. */
export interface Attention {
  readonly findings: readonly AttentionFinding[];
  /** What is at stake: its amount times the chance of its stage. Undefined without an amount. */
  readonly atRisk?: Money;
  /** When time alone will add a finding; undefined when it will not. */
  readonly nextAt?: Instant;
}

/** What attention looks at in a deal. */
type Looked = Pick<
  Deal,
  'status' | 'name' | 'amount' | 'expectedCloseDay' | 'nextStep' | 'stageEnteredAt' | 'createdAt'
> & {
  readonly closeDayHistory?: readonly FormerCloseDay[] | undefined;
};

const MILLIS_PER_DAY = 86_400_000;
const QUIET: Attention = { findings: [] };

/**
 * Whether somebody should look at a deal, why, and what would mend it: its stage is gone, its close day is over, it rots,
 * its close day was pushed too often, nobody has spoken with the customer, nothing is agreed upon (or the day of it is
 * over), or it has no amount. A closed deal needs none, and one on hold only for a day that is over: that it waits has been
 * agreed upon. Cheap, and told when to be asked again: a list of a hundred
 * thousand deals looks at the changed one, and at those whose time has come.
 */
export function attentionOf(deal: Looked, { stage, lastActivityAt, limits, clock }: AttentionContext): Attention {
  if (deal.status !== 'open') return QUIET;
  const { silentDays, pushes: most } = limits ?? ATTENTION_LIMITS;
  const findings: AttentionFinding[] = [];
  const times: Instant[] = [];
  const whenOver = (promised: Day): boolean => {
    if (promised < clock.day) return true;
    times.push(clock.startOf(addDays(promised, 1)));
    return false;
  };

  if (!stage)
    findings.push(found('stageGone', `"${deal.name}" is in a stage that its pipeline no longer has.`, ['stageId']));
  if (deal.expectedCloseDay && whenOver(deal.expectedCloseDay))
    findings.push({
      ...found('overdue', `It was to close on ${deal.expectedCloseDay}. Close it, or agree on another day.`, [
        'expectedCloseDay',
      ]),
      since: deal.expectedCloseDay,
    });
  const isOnHold = stage?.type === 'hold';
  if (!isOnHold) {
    const progressAt = later(deal.stageEnteredAt, lastActivityAt);
    if (stage && rottingDays(deal, stage, clock.now, lastActivityAt) !== undefined)
      findings.push({
        ...found(
          'rotting',
          `Nothing has moved it in "${stage.name}" for ${stage.rottingDays} days or more. Move it on, or speak with the customer.`,
          ['stageId'],
        ),
        since: progressAt,
      });
    else if (stage?.rottingDays !== undefined) times.push(daysAfter(progressAt, stage.rottingDays));
    const pushes = closeDayPushes(deal);
    if (pushes >= most)
      findings.push({
        ...found(
          'pushedOften',
          `Its close day was pushed ${pushes} times. Agree on one with the customer, or lose it.`,
          ['expectedCloseDay'],
        ),
        pushes,
      });
    const heardAt = later(deal.createdAt, lastActivityAt);
    const silentAt = daysAfter(heardAt, silentDays);
    if (silentAt <= clock.now)
      findings.push({
        ...found('silent', `Nobody has been in touch for ${silentDays} days or more. Call, write or meet.`, [
          'nextStep',
        ]),
        since: heardAt,
      });
    else times.push(silentAt);
  }
  const { nextStep } = deal;
  if (nextStep?.day && whenOver(nextStep.day))
    findings.push({
      ...found('noNextStep', `"${nextStep.subject}" was for ${nextStep.day}. Do it, or say what comes next.`, [
        'nextStep',
      ]),
      since: nextStep.day,
    });
  else if (!nextStep && !isOnHold)
    findings.push(found('noNextStep', 'Nothing is agreed upon. Say what comes next.', ['nextStep']));
  if (!deal.amount && !isOnHold)
    findings.push(found('noAmount', 'It has no amount, so no forecast counts it. Enter one.', ['amount']));

  const [nextAt] = times.sort();
  return {
    findings,
    ...(deal.amount && { atRisk: stage ? multiplyMoney(deal.amount, stage.probability, 100) : deal.amount }),
    ...(nextAt !== undefined && { nextAt }),
  };
}

const found = (reason: AttentionReason, message: string, fields: readonly string[]): AttentionFinding => ({
  reason,
  message,
  fix: { kind: 'fields', fields },
});

const later = (left: Instant, right: Instant | undefined): Instant =>
  right !== undefined && right > left ? right : left;

const daysAfter = (at: Instant, days: number): Instant => instantOf(Date.parse(at) + days * MILLIS_PER_DAY);
