import type { Day } from '../kernel/day.js';
import { isDay } from '../kernel/day.js';
import { type Env, today } from '../kernel/env.js';
import { type Instant, instantOf } from '../kernel/instant.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import { addWorkingTime, type WorkingTime } from '../working-time/working-time.js';
import type { Bant, Lead, LeadStatus } from './schema.js';

const OPEN = ['new', 'contacted', 'working', 'nurturing', 'qualified', 'recycled'] as const;

/** Whether a lead is still to be worked on: neither converted nor disqualified. */
export const isOpenLead = ({ status }: Pick<Lead, 'status'>): boolean => OPEN.some((open) => open === status);

/** The statuses of open leads, for filters. */
export const openLeadStatuses: readonly LeadStatus[] = OPEN;

/** What may follow what. A converted lead stays converted, unless the conversion is undone. */
export const leadTransitions: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ['contacted', 'working', 'nurturing', 'qualified', 'disqualified', 'recycled'],
  contacted: ['working', 'nurturing', 'qualified', 'disqualified', 'recycled'],
  working: ['nurturing', 'qualified', 'disqualified', 'recycled'],
  nurturing: ['contacted', 'working', 'qualified', 'disqualified', 'recycled'],
  qualified: ['working', 'nurturing', 'converted', 'disqualified', 'recycled'],
  converted: [],
  disqualified: ['recycled'],
  recycled: ['contacted', 'working', 'nurturing', 'qualified', 'disqualified'],
};

/** Refuses a step that the table has not, naming those it has. Problem: `leads/not-a-step`. */
export function checkStep(lead: Pick<Lead, 'status' | 'name'>, to: LeadStatus): Result<LeadStatus> {
  const allowed = leadTransitions[lead.status];
  if (allowed.includes(to)) return ok(to);
  const after =
    allowed.length > 0
      ? `From "${lead.status}" it goes to ${allowed.join(', ')}.`
      : 'A converted lead stays converted; undo the conversion to have it back.';
  return refuse({
    code: 'leads/not-a-step',
    message: `"${lead.name}" cannot go from "${lead.status}" to "${to}". ${after}`,
    path: 'status',
    params: { from: lead.status, to, allowed: allowed.join(', ') },
  });
}

/**
 * Moves a lead to a status that asks for nothing more: contacted, working or nurturing. The others have steps of their own
 * (`qualifyLead`, `disqualifyLead`, `recycleLead`, `convertLead`). Problems: `leads/not-a-step`, `leads/step-of-its-own`.
 */
export function moveLead(lead: Lead, to: LeadStatus, env: Env): Result<Lead> {
  if (to === lead.status) return ok(lead);
  const step = checkStep(lead, to);
  if (!step.ok) return step;
  return to === 'contacted' || to === 'working' || to === 'nurturing'
    ? ok(entered(lead, to, env))
    : refuse({
        code: 'leads/step-of-its-own',
        message: `A lead becomes "${to}" by a step of its own, which asks for what belongs to it.`,
        path: 'status',
        params: { to },
      });
}

/** The parts of BANT that are missing; none when the lead is fully qualified. A need or budget of `none` counts as known. */
export function missingBant({ bant }: Pick<Lead, 'bant'>): readonly (keyof Bant)[] {
  const missing: (keyof Bant)[] = [];
  if (bant?.budget === undefined && bant?.budgetStatus === undefined) missing.push('budget');
  if (bant?.isDecisionMaker === undefined && bant?.decisionMaker === undefined) missing.push('isDecisionMaker');
  if (bant?.need === undefined) missing.push('need');
  if (bant?.timeFrame === undefined || bant.timeFrame === 'unknown') missing.push('timeFrame');
  return missing;
}

/**
 * Qualifies a lead: budget, authority, need and time are known, or those of them that the house asks for.
 * Problems: `leads/not-a-step`, `leads/bant-incomplete` (its fix names the fields).
 */
export function qualifyLead(
  lead: Lead,
  {
    bant,
    note,
    asks = ['budget', 'isDecisionMaker', 'need', 'timeFrame'],
  }: {
    readonly bant?: Bant | undefined;
    readonly note?: string | undefined;
    readonly asks?: readonly (keyof Bant)[] | undefined;
  },
  env: Env,
): Result<Lead> {
  const known = { ...lead, bant: withoutEmpty({ ...lead.bant, ...bant }) };
  const step = checkStep(lead, 'qualified');
  if (!step.ok) return step;
  const missing = missingBant(known).filter((part) => asks.includes(part));
  if (missing.length > 0)
    return refuse({
      code: 'leads/bant-incomplete',
      message: `Before "${lead.name}" is qualified, find out: ${missing.join(', ')}.`,
      path: `bant.${missing[0]}`,
      params: { missing: missing.join(', ') },
      fix: { kind: 'fields', fields: missing.map((part) => `bant.${part}`) },
    });
  return ok(entered({ ...known, qualificationNote: note?.trim() || lead.qualificationNote }, 'qualified', env));
}

/** Takes a lead out of work, with the reason. Problems: `leads/not-a-step`, `leads/reason-required`. */
export function disqualifyLead(
  lead: Lead,
  { reason, note }: { readonly reason: string; readonly note?: string | undefined },
  env: Env,
): Result<Lead> {
  const step = checkStep(lead, 'disqualified');
  if (!step.ok) return step;
  if (reason.trim() === '') return reasonRequired('disqualifyReason');
  return ok(
    entered(
      {
        ...rested(lead),
        disqualifyReason: reason.trim(),
        disqualifyNote: note?.trim() || undefined,
        recycleOn: undefined,
      },
      'disqualified',
      env,
    ),
  );
}

/**
 * Puts a lead aside until a day, on which it is worked on again; also one that was disqualified.
 * Problems: `leads/not-a-step`, `leads/reason-required`, `leads/no-such-day`, `leads/day-passed`.
 */
export function recycleLead(
  lead: Lead,
  { reason, on }: { readonly reason: string; readonly on: Day },
  env: Env,
): Result<Lead> {
  const step = checkStep(lead, 'recycled');
  if (!step.ok) return step;
  if (reason.trim() === '') return reasonRequired('recycleReason');
  if (!isDay(on))
    return badDay({ code: 'leads/no-such-day', message: `The day ${on} does not exist. Write it as YYYY-MM-DD.` }, on);
  if (on <= today(env))
    return badDay(
      { code: 'leads/day-passed', message: `The day ${on} is not ahead. Choose a later day, or go on working on it.` },
      on,
    );
  return ok(
    entered(
      { ...lead, recycleOn: on, recycleReason: reason.trim(), disqualifyReason: undefined, disqualifyNote: undefined },
      'recycled',
      env,
    ),
  );
}

/** What a touch was. */
export interface Touch {
  /** When; now when left out. */
  readonly at?: Instant | undefined;
}

/**
 * Notes that somebody was in touch: a new lead (or one that rested) is contacted by it, the first touch is kept, and the
 * time without follow-up begins anew. Problems: `leads/closed`, `leads/touch-ahead`.
 */
export function touchLead(lead: Lead, { at }: Touch, env: Env): Result<Lead> {
  if (!isOpenLead(lead)) return closed(lead);
  const touchedAt = at ?? env.now;
  if (touchedAt > env.now)
    return refuse({
      code: 'leads/touch-ahead',
      message: `Nobody was in touch at ${touchedAt}, which lies ahead. Plan it instead.`,
      path: 'at',
      params: { at: touchedAt },
    });
  const earliest = [lead.firstTouchedAt, touchedAt].filter((each) => each !== undefined).sort()[0];
  const latest = [lead.lastTouchedAt, touchedAt]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  const touched = {
    ...lead,
    firstTouchedAt: earliest,
    lastTouchedAt: latest,
    ...(lead.ownedAt !== undefined && { idleSince: [lead.idleSince ?? lead.ownedAt, touchedAt].sort().at(-1) }),
  };
  return ok(
    lead.status === 'new' || lead.status === 'recycled'
      ? entered(touched, 'contacted', env)
      : stamped(touched as Lead, env),
  );
}

/** By when a lead should be touched first: so many minutes of working time after it came in. */
export const firstTouchDue = (cameIn: Instant, minutes: number, time?: WorkingTime): Instant | undefined =>
  time ? addWorkingTime(time, cameIn, minutes * 60_000) : instantOf(Date.parse(cameIn) + minutes * 60_000);

/** A lead that is worked on no more: nobody's time without follow-up counts. */
export const rested = (lead: Lead): Lead => ({ ...lead, ownedAt: undefined, idleSince: undefined });

/** The lead in another status, since now. Whoever has one that rested has it anew: its rest is nobody's neglect. */
export const entered = (lead: Lead, status: LeadStatus, env: Env): Lead =>
  stamped(
    {
      ...lead,
      status,
      statusEnteredAt: env.now,
      ...(status !== 'recycled' && { recycleOn: undefined, recycleReason: undefined }),
      ...(lead.status === 'recycled' &&
        lead.ownerId !== undefined &&
        isOpenLead({ status }) && { ownedAt: env.now, idleSince: env.now }),
    },
    env,
  );

/** Says that it was changed now, and by whom. */
export const stamped = (lead: Lead, env: Env): Lead =>
  withoutEmpty({ ...lead, modifiedAt: env.now, modifiedBy: env.actor });

/** Refuses what is done to open leads only. */
export const closed = (lead: Pick<Lead, 'name' | 'status'>): Result<never> =>
  refuse({
    code: 'leads/closed',
    message:
      lead.status === 'converted'
        ? `"${lead.name}" is converted: work on its contact and its deal.`
        : `"${lead.name}" is disqualified. Recycle it first.`,
    path: 'status',
    params: { status: lead.status },
  });

const reasonRequired = (path: string): Result<never> =>
  refuse({
    code: 'leads/reason-required',
    message: 'Say why; it is what the next one will look at.',
    path,
    fix: { kind: 'fields', fields: [path] },
  });

const badDay = (problem: Pick<Problem, 'code' | 'message'>, on: string): Result<never> =>
  refuse({ ...problem, path: 'recycleOn', params: { day: on }, fix: { kind: 'fields', fields: ['recycleOn'] } });
