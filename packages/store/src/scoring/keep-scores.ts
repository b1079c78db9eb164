import type { Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import type { Score, ScoredEvent, TrainedModel } from '@kith/core/scoring';
import type { Change } from '../change-set.js';
import type { Collection, Identified } from '../collection.js';
import type { Companion, CompanionMaker, Staged } from '../commit.js';
import { readWhere } from '../read.js';
import { type Assessor, eventReader, makeAssessor, type Subject } from './assess.js';
import { frequencies, scores, scoringSchemes, trainedModels } from './collection.js';
import { type FrequencyTable, newFrequencyTable } from './frequency-table.js';
import { type FrequencyPlan, modelOf, type ScoringPlan, scoreId } from './plan.js';
import { planOf, readSchemes } from './stored-plans.js';

/** What else is scored by. */
export interface KeepScoresOptions {
  /** The collections that stored schemes may score, or read events from; without any, schemes come from code alone. */
  readonly stored?: readonly Collection[];
}

/**
 * Keeps scores up to date with every commit, in the same batch: a row that changed is scored anew, and what somebody did
 * is counted into the tally of whom it counts for, without reading what was done before. Outcomes are counted into the
 * tables of plans by frequencies, and out again. Undo, imports and erasure too.
 * Hand it to `openStore({ companions: [keepScores(plans)], collections: [...scoringCollections] })`.
 *
 * Rows that were there before are scored by {@link rescoreAll}, and what changes by time alone by {@link rescoreDue}.
 */
export const keepScores =
  (plans: readonly ScoringPlan[], options: KeepScoresOptions = {}): CompanionMaker =>
  (adapter) =>
    companionOf(adapter, plans, options);

function companionOf(
  adapter: StorageAdapter,
  inCode: readonly ScoringPlan[],
  { stored }: KeepScoresOptions,
): Companion {
  const models = new Map<string, TrainedModel>();
  const tables = new Map<FrequencyPlan, FrequencyTable>();
  for (const plan of inCode) if ('table' in plan) tables.set(plan, newFrequencyTable(adapter, plan));
  let plans = inCode;
  /** What the tables are when the batch that is on its way is accepted. */
  const counting: (() => void)[] = [];
  const refresh = async (): Promise<void> => {
    if (stored) plans = [...inCode, ...(await readSchemes(adapter)).flatMap((row) => planOf(row, stored))];
    for (const table of tables.values()) await table.refresh();
    for (const plan of inCode) {
      if (!('model' in plan)) continue;
      const newest = await newestModel(adapter, plan.model);
      if (newest) models.set(plan.model, newest);
    }
  };
  return {
    collections: KEPT,
    isDispensable: true,
    async along(staged) {
      const ops: Op[] = [];
      counting.length = 0;
      for (const plan of plans) {
        const touched = touchedBy(plan, staged);
        if (touched.size === 0) continue;
        const table = 'table' in plan ? tables.get(plan) : undefined;
        const counted = table && (await table.along(staged.changes as readonly Change[]));
        if (counted) {
          ops.push(...counted.ops);
          counting.push(counted.keep);
        }
        const assessor = makeAssessor(
          plan,
          { model: models.get(modelOf(plan)), frequencies: counted?.frequencies() },
          staged.env,
        );
        if (assessor) ops.push(...(await opsFor(adapter, plan, assessor, touched, staged)));
      }
      return ops;
    },
    async committed(_, { changes }) {
      for (const keep of counting.splice(0)) keep();
      if (changes.some(({ collection }) => KEPT.some(({ name }) => name === collection))) await refresh();
    },
    refresh,
  };
}

/** What is read to know how to score. */
const KEPT: readonly Collection[] = [trainedModels, scoringSchemes, frequencies];

/** What a commit means for one row: how it is then (null when it is gone, undefined when it is not written), and what was done. */
interface Touched {
  row: Identified | null | undefined;
  readonly changes: { readonly event: ScoredEvent; readonly by: 1 | -1 }[];
}

function touchedBy(plan: ScoringPlan, { changes }: Staged): ReadonlyMap<string, Touched> {
  const touched = new Map<string, Touched>();
  const at = (id: string): Touched => {
    const known = touched.get(id) ?? { row: undefined, changes: [] };
    touched.set(id, known);
    return known;
  };
  const source = 'scheme' in plan ? plan.events : undefined;
  const reader = source && eventReader(source);
  for (const { collection, id, from, to } of changes as readonly Change[]) {
    if (collection === plan.of.name) at(id).row = to as Identified | null;
    if (!reader || collection !== source?.collection.name) continue;
    for (const [row, by] of [[from, -1] as const, [to, 1] as const]) {
      const subject = reader.subjectOf(row);
      if (subject !== undefined) at(subject).changes.push({ event: reader.eventOf(row), by });
    }
  }
  return touched;
}

async function opsFor(
  adapter: StorageAdapter,
  plan: ScoringPlan,
  assessor: Assessor,
  touched: ReadonlyMap<string, Touched>,
  { through, changes }: Staged,
): Promise<readonly Op[]> {
  const written = new Set(changes.filter(({ collection }) => collection === scores.name).map(({ id }) => id));
  const ids = [...touched.keys()].filter((id) => !written.has(scoreId(plan, id)));
  const [before, unwritten] = [
    await adapter.get(
      scores.name,
      ids.map((id) => scoreId(plan, id)),
    ),
    new Map(
      (
        await adapter.get(
          plan.of.name,
          ids.filter((id) => touched.get(id)?.row === undefined),
        )
      ).map((row) => [row?.id, row]),
    ),
  ];
  const ops: Op[] = [];
  for (const [index, id] of ids.entries()) {
    const kept = before[index] ?? null;
    const { row = entityOf(unwritten.get(id)), changes: events = [] } = touched.get(id) ?? {};
    if (!row) {
      if (kept && through === 'erasure') ops.push({ op: 'purge', c: scores.name, id: kept.id });
      else if (kept && !kept.deleted)
        ops.push({ op: 'delete', c: scores.name, id: kept.id, expect: { rev: kept.rev } });
      continue;
    }
    const subject: Subject = { row, before: entityOf(kept) as Score | undefined, changes: events };
    const all = assessor.needsEvents(subject)
      ? await eventsOf(adapter, plan, id, changes as readonly Change[])
      : undefined;
    const score = assessor.assess(subject, all);
    if (score && score !== subject.before) ops.push(putScore(score, kept));
  }
  return ops;
}

const putScore = (score: Score, before: Row | null): Op => ({
  op: 'put',
  c: scores.name,
  id: score.id,
  expect: before && !before.deleted ? { rev: before.rev } : 'absent',
  data: score as unknown as RowData,
});

const entityOf = (row: Row | null | undefined): Identified | undefined =>
  row && !row.deleted ? (row.data as unknown as Identified) : undefined;

/** All events of a row as they are after the commit: what is stored, with what the commit writes in its place. */
async function eventsOf(
  adapter: StorageAdapter,
  plan: ScoringPlan,
  subjectId: string,
  changes: readonly Change[],
): Promise<readonly ScoredEvent[]> {
  const source = 'scheme' in plan ? plan.events : undefined;
  if (!source) return [];
  const reader = eventReader(source);
  const stored = await readWhere(adapter, source.collection, { f: source.subject, is: 'eq', v: subjectId });
  const rows = new Map<string, unknown>(stored.map(({ id, data }) => [id, data]));
  for (const { collection, id, to } of changes) if (collection === source.collection.name) rows.set(id, to);
  return [...rows.values()].filter((row) => reader.subjectOf(row) === subjectId).map(reader.eventOf);
}

/** The newest trained model of a name. */
export async function newestModel(adapter: StorageAdapter, name: string): Promise<TrainedModel | undefined> {
  const page = await adapter.query({
    c: trainedModels.name,
    where: { f: 'name', is: 'eq', v: name },
    order: [['version', 'desc']],
    limit: 1,
  });
  return page.rows[0]?.data as unknown as TrainedModel | undefined;
}
