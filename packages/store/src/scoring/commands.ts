import { ok, refuse } from '@kith/core';
import {
  makeFrequencies,
  type Score,
  type ScoredEvent,
  type ScoreModel,
  stickyPercent,
  type TrainedModel,
} from '@kith/core/scoring';
import { type Command, command } from '../command.js';
import { create } from '../entity.js';
import type { Work } from '../work.js';
import { eventReader, gradedBy, type Learned, makeAssessor } from './assess.js';
import { frequencies, scores, trainedModels } from './collection.js';
import { keptOf } from './frequency-table.js';
import { type ModelPlan, modelOf, type ScoringPlan, scoreId } from './plan.js';

/** How many scores were looked at, and how many are others now. */
export interface Rescored {
  readonly looked: number;
  readonly changed: number;
}

/**
 * Scores some rows anew, from all that is stored, whoever asks: a score is the same for everybody, and one whose row is
 * hidden from who asks is not taken away. A model that has not been trained changes nothing.
 */
export const rescore = (plan: ScoringPlan, subjectIds: readonly string[]): Command<Rescored> =>
  command(
    'scoring/rescore',
    { model: modelOf(plan), subjectIds },
    async ({ system: work }) => {
      const assessor = makeAssessor(plan, await learned(work, plan), work.env);
      if (!assessor) return ok({ looked: 0, changed: 0 });
      let [looked, changed] = [0, 0];
      const due: { readonly row: { readonly id: string }; readonly before: Score | undefined }[] = [];
      for (const id of subjectIds) {
        // The score first: whoever counts an event meanwhile writes it, and this runs again.
        const before = await work.get(scores, scoreId(plan, id));
        const row = await work.get(plan.of, id);
        if (row) due.push({ row, before });
        else if (before) work.remove(scores, before.id);
      }
      const events = await eventsBySubject(
        work,
        plan,
        due.map(({ row }) => row.id),
      );
      for (const { row, before } of due) {
        looked++;
        const score = assessor.assess(
          { row: row as never, before, changes: [] },
          events?.get(row.id) ?? (events && []),
        );
        if (!score || score === before) continue;
        changed++;
        const staged = work.put(scores, score);
        if (!staged.ok) return staged;
      }
      return ok({ looked, changed });
    },
    { history: 'none', through: 'rule' },
  );

async function eventsBySubject(
  work: Work,
  plan: ScoringPlan,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ScoredEvent[]> | undefined> {
  const source = 'scheme' in plan ? plan.events : undefined;
  if (!source) return undefined;
  const reader = eventReader(source);
  const found = await work.find({
    ask: 'rows',
    collection: source.collection,
    where: { field: source.subject, is: 'in', value: ids },
  });
  const events = new Map<string, ScoredEvent[]>();
  for (const row of found) {
    const subject = reader.subjectOf(row);
    if (subject === undefined) continue;
    const known = events.get(subject);
    if (known) known.push(reader.eventOf(row));
    else events.set(subject, [reader.eventOf(row)]);
  }
  return events;
}

/** What a plan scores by, as it is stored. */
async function learned(work: Work, plan: ScoringPlan): Promise<Learned> {
  if ('scheme' in plan) return {};
  if ('model' in plan) return { model: await newest(work, plan.model) };
  const where = { field: 'table', is: 'eq', value: plan.table } as const;
  const counts = await work.find({ ask: 'rows', collection: frequencies, where });
  return { frequencies: makeFrequencies(plan.setup, keptOf(counts)) };
}

const newest = async (work: Work, name: string): Promise<TrainedModel | undefined> =>
  (
    await work.find({
      ask: 'rows',
      collection: trainedModels,
      where: { field: 'name', is: 'eq', value: name },
      order: [['version', 'desc']],
      limit: 1,
    })
  )[0];

/** Keeps a model that was trained, as the next version of its name; it scores from then on. */
export const keepModel = (input: {
  readonly name: string;
  readonly of: string;
  readonly model: ScoreModel;
  readonly quality?: TrainedModel['quality'];
  readonly warnings?: TrainedModel['warnings'];
}): Command<TrainedModel> =>
  command(
    'scoring/keepModel',
    { name: input.name, of: input.of },
    async (work) => {
      const before = await newest(work, input.name);
      return create(work, trainedModels, { warnings: [], ...input, version: (before?.version ?? 0) + 1 });
    },
    { history: 'none' },
  );

/** How scores are graded: that of the plan they are made by. */
export type Graded = Pick<ModelPlan, 'grades'>;

/**
 * Sets the points of a row by hand, in percent with two digits: they stay whatever the model says, until they are what it
 * says, or {@link followModel}. With the plan of the score, its grade is that of the new points at once. Problems:
 * `store/not-found`, and `scoring/by-rules` for a score that no model makes.
 */
export const setByHand = (
  input: { readonly id: Score['id']; readonly points: number },
  plan?: Graded,
): Command<Score> =>
  command('scoring/setByHand', input, async (work) => {
    const found = await work.require(scores, input.id);
    if (!found.ok) return found;
    if (found.value.version === undefined)
      return refuse({
        code: 'scoring/by-rules',
        message: 'This score is made by rules. Change the rules, or what they ask of the row.',
        path: 'id',
      });
    const automatic = found.value.automatic ?? found.value.points;
    const { probability } = stickyPercent({ probability: input.points, automatic }, automatic);
    return work.put(scores, withPoints(found.value, { points: probability, automatic }, plan, work));
  });

/** Lets the points of a row be what the model says again. Problem: `store/not-found`. */
export const followModel = (input: { readonly id: Score['id'] }, plan?: Graded): Command<Score> =>
  command('scoring/followModel', input, async (work) => {
    const found = await work.require(scores, input.id);
    if (!found.ok || found.value.automatic === undefined) return found;
    const { automatic } = found.value;
    return work.put(scores, withPoints(found.value, { points: automatic, automatic }, plan, work));
  });

function withPoints(
  score: Score,
  { points, automatic }: { readonly points: number; readonly automatic: number },
  plan: Graded | undefined,
  work: Work,
): Score {
  const { automatic: _, isNewGrade: __, ...rest } = score;
  const { grade, gradeBefore, gradeSince, ...ungraded } = rest;
  return {
    ...(plan?.grades ? { ...ungraded, ...gradedBy(plan, score, points, work.env.now) } : rest),
    points,
    ...(points !== automatic && { automatic }),
  };
}
