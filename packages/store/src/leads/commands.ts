import { type Day, type Id, type Instant, ok, type Result, refuse } from '@kith/core';
import {
  type Bant,
  type CaptureContext,
  capture as captureForm,
  disqualifyLead,
  firstTouchDue,
  giveTo,
  identityOfLead,
  type Lead,
  type LeadStatus,
  moveLead,
  newLead,
  qualifyLead,
  recycleLead,
  touchLead,
} from '@kith/core/leads';
import type { WorkingTime } from '@kith/core/working-time';
import { activities } from '../activities/collection.js';
import { type LogInput, log } from '../activities/commands.js';
import { type Command, command } from '../command.js';
import { findDuplicates, type Match } from '../duplicates/find-duplicates.js';
import { type Changes, type Draft, edit as editEntity } from '../entity.js';
import type { Work } from '../work.js';
import { assignOne } from './assignment.js';
import { leads, submissions } from './collection.js';
import { passDoors } from './doors.js';

/** The fields of a lead that have commands of their own: none is changed by `edit`. */
export const fixedFields = [
  'status',
  'statusEnteredAt',
  'ownerId',
  'ownerHistory',
  'ownedAt',
  'idleSince',
  'pooledAt',
  'poolId',
  'assignment',
  'unassigned',
  'converted',
  'submissionId',
  'disqualifyReason',
  'disqualifyNote',
  'recycleOn',
  'recycleReason',
  'firstTouchedAt',
  'lastTouchedAt',
] as const;

/** What a form sent, and what becomes of it. */
export interface CaptureInput extends CaptureContext {
  /** The fields as they were sent: `Object.fromEntries(formData)`, or the JSON of a webhook. */
  readonly payload: unknown;
  /**
   * What happens when it is likely known: `take` (when left out) takes it in and says what it is like; `refuse` takes nothing;
   * `attach` writes it down as a note at the open lead that it surely is, and takes it in otherwise.
   */
  readonly onDuplicate?: 'take' | 'refuse' | 'attach' | undefined;
  /** Who gets it: somebody, whoever a plan says, or a pool. */
  readonly ownerId?: Id<'user'> | undefined;
  readonly planId?: Id<'assignmentPlan'> | undefined;
  readonly poolId?: Id<'pool'> | undefined;
  /** Minutes by which it should be touched first, of working time where that is given. */
  readonly firstTouchMinutes?: number | undefined;
  readonly workingTime?: WorkingTime | undefined;
}

/** What came of a submission. */
export interface Captured {
  readonly lead: Lead;
  /** Whether it made a lead, rather than being one that came twice or a note at a known one. */
  readonly isNew: boolean;
  /** Those that whoever brought it may see. Ask again later with `checkRow` or `watchDuplicates` of `@kith/store/duplicates`. */
  readonly matches: readonly Match[];
}

/**
 * Takes a lead in: reads the form, looks for duplicates, gives it to somebody. A submission that comes again answers the lead
 * that it made the first time; of two that bring the same person at the same moment, without the id of a submission, the later
 * one finds the earlier. Problems: those of core's `capture`, `leads/duplicate`, `store/not-found` (the plan).
 */
export const capture = (input: CaptureInput): Command<Captured> =>
  command('leads/capture', input, async (work) => {
    const {
      payload,
      onDuplicate = 'take',
      ownerId,
      planId,
      poolId,
      firstTouchMinutes,
      workingTime,
      ...context
    } = input;
    const before = await submitted(work, context.submissionId);
    if (before) return ok({ lead: before, isNew: false, matches: [] });
    const read = captureForm(payload, context, work.env);
    if (!read.ok) return read;
    const dueAt =
      firstTouchMinutes === undefined ? undefined : firstTouchDue(work.env.now, firstTouchMinutes, workingTime);
    const made = newLead({ ...read.value, ownerId, poolId, firstTouchDueAt: dueAt }, work.env);
    if (!made.ok) return made;
    const identity = identityOfLead(made.value);
    await passDoors(work, identity);
    const { matches } = await findDuplicates(work, identity);
    const sure = matches.filter(({ verdict }) => verdict === 'same' || verdict === 'likely');
    // That the company is known is no reason to turn one of its people away.
    const same = sure.filter(({ comparing, collection }) => comparing === 'people' || collection === 'leads');
    if (onDuplicate === 'refuse' && same[0]) return duplicate(same[0]);
    const known = onDuplicate === 'attach' ? await openLead(work, same) : undefined;
    if (known) return attach(work, known, made.value, matches);
    const lead = made.value;
    const given = planId === undefined || ownerId !== undefined ? ok(lead) : await assignOne(work, lead, planId);
    if (!given.ok) return given;
    const put = work.put(leads, given.value);
    if (!put.ok) return put;
    const noted = note(work, context.submissionId, lead.id);
    return noted.ok ? ok({ lead: put.value, isNew: true, matches }) : noted;
  });

async function submitted(work: Work, submissionId: string | undefined): Promise<Lead | undefined> {
  if (submissionId === undefined) return undefined;
  const known = await work.system.get(submissions, submissionRow(submissionId));
  return known && (await work.get(leads, known.leadId));
}

/** Its row is read before it is written: of two that come at once one is refused, begins anew and finds it. */
function note(work: Work, submissionId: string | undefined, leadId: Id<'lead'>): Result<unknown> {
  if (submissionId === undefined) return ok(undefined);
  return work.system.put(submissions, { id: submissionRow(submissionId) as Id, leadId });
}

const submissionRow = (submissionId: string): string => `leadSubmission_${submissionId}`;

async function openLead(work: Work, matches: readonly Match[]): Promise<Lead | undefined> {
  const match = matches.find(({ collection, verdict }) => collection === 'leads' && verdict === 'same');
  const lead = match && (await work.get(leads, match.id));
  return lead && lead.status !== 'disqualified' && lead.status !== 'converted' ? lead : undefined;
}

async function attach(work: Work, known: Lead, sent: Lead, matches: readonly Match[]): Promise<Result<Captured>> {
  const told = { name: sent.name, companyName: sent.companyName, message: sent.message, ...sent.answers };
  const body = Object.entries(told)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n');
  const { now, actor } = work.env;
  const noted = work.put(activities, {
    id: work.env.newId('activity'),
    kind: 'note',
    subject: `Came again${sent.source === undefined ? '' : `: ${sent.source}`}`.slice(0, 500),
    body,
    status: 'done',
    direction: 'inbound',
    at: now,
    completedAt: now,
    leadId: known.id,
    ...(known.ownerId && { ownerId: known.ownerId }),
    createdAt: now,
    ...(actor && { createdBy: actor, modifiedBy: actor }),
    modifiedAt: now,
  });
  if (!noted.ok) return noted;
  const linked = note(work, sent.submissionId, known.id);
  return linked.ok ? ok({ lead: known, isNew: false, matches }) : linked;
}

const duplicate = ({ collection, id, name }: Match): Result<never> =>
  refuse({
    code: 'leads/duplicate',
    message: `"${name}" is known already. Go on with what is there.`,
    params: { collection, id, name },
  });

/** Adds a lead by hand. Problem: `leads/name-required`. */
export const create = (
  draft: Partial<Draft<Omit<Lead, 'status' | 'statusEnteredAt'>>> & { readonly name: string },
): Command<Lead> =>
  command('leads/create', draft, async (work) => {
    const made = newLead(draft, work.env);
    return made.ok ? work.put(leads, made.value) : made;
  });

/** Changes fields of a lead; undefined or null empties one. Status, owner, pool and conversion have commands of their own. */
export const edit = (input: {
  readonly id: Id<'lead'>;
  readonly changes: Changes<Lead, (typeof fixedFields)[number]>;
}): Command<Lead> =>
  command('leads/edit', input, (work) => editEntity(work, leads, input, fixedFields), { history: 'typing' });

/** Moves a lead to contacted, working or nurturing. Problems: `leads/not-a-step`, `leads/step-of-its-own`. */
export const move = (input: { readonly id: Id<'lead'>; readonly to: LeadStatus }): Command<Lead> =>
  decided('leads/move', input, (lead, work) => moveLead(lead, input.to, work.env));

/** Qualifies a lead. Problems: `leads/not-a-step`, `leads/bant-incomplete`. */
export const qualify = (input: {
  readonly id: Id<'lead'>;
  readonly bant?: Bant | undefined;
  readonly note?: string | undefined;
  readonly asks?: readonly (keyof Bant)[] | undefined;
}): Command<Lead> => decided('leads/qualify', input, (lead, work) => qualifyLead(lead, input, work.env));

/** Takes a lead out of work. Problems: `leads/not-a-step`, `leads/reason-required`. */
export const disqualify = (input: {
  readonly id: Id<'lead'>;
  readonly reason: string;
  readonly note?: string | undefined;
}): Command<Lead> => decided('leads/disqualify', input, (lead, work) => disqualifyLead(lead, input, work.env));

/** Puts a lead aside until a day. Problems: those of core's `recycleLead`. */
export const recycle = (input: { readonly id: Id<'lead'>; readonly reason: string; readonly on: Day }): Command<Lead> =>
  decided('leads/recycle', input, (lead, work) => recycleLead(lead, input, work.env));

/** Gives a lead to somebody by hand. Problem: `leads/closed`. */
export const assign = (input: {
  readonly id: Id<'lead'>;
  readonly ownerId: Id<'user'>;
  readonly note?: string | undefined;
}): Command<Lead> =>
  decided('leads/assign', input, (lead, work) =>
    giveTo(lead, input.ownerId, { reason: 'assigned', note: input.note }, work.env),
  );

/** Writes down that somebody was in touch: the activity, and what it means for the lead. */
export const touch = ({
  id,
  ...input
}: Omit<LogInput, 'leadId' | 'contactId' | 'companyId' | 'dealId'> & {
  readonly id: Id<'lead'>;
  readonly at?: Instant | undefined;
}): Command<Lead> =>
  command('leads/touch', { id, ...input }, async (work) => {
    const lead = await work.require(leads, id);
    if (!lead.ok) return lead;
    const touched = touchLead(lead.value, { at: input.at }, work.env);
    if (!touched.ok) return touched;
    const logged = await log({ ...input, leadId: id }).carryOut(work);
    return logged.ok ? work.put(leads, touched.value) : logged;
  });

/** A command that loads a lead, lets a rule decide and stages the outcome. */
const decided = (
  type: string,
  input: { readonly id: Id<'lead'> },
  rule: (lead: Lead, work: Work) => Result<Lead>,
): Command<Lead> =>
  command(type, input, async (work) => {
    const found = await work.require(leads, input.id);
    if (!found.ok) return found;
    const result = rule(found.value, work);
    return result.ok && result.value !== found.value ? work.put(leads, result.value) : result;
  });
