import { ok, type Rank, type Result, rankSequence } from '@kith/core';
import { type CsvRecord, type Import, type ImportPlan, importStepId, valueAt } from '@kith/core/imports';
import type { Collection, Identified } from '../collection.js';
import { command } from '../command.js';
import { deals } from '../deals/collection.js';
import { lossReasons } from '../deals/loss-reasons.js';
import type { Store } from '../store.js';
import type { Work } from '../work.js';
import { closedDeals } from './closed-deals.js';
import { importSteps, imports } from './collection.js';
import { type Decided, decideRows } from './decide-rows.js';
import { newLookups } from './lookups.js';
import { findPipeline, type RunPipeline } from './pipeline.js';
import { newTally } from './report.js';
import type { Run } from './running.js';
import { targetFor } from './target.js';

/** Finds out what a run has to know before its first row. */
export async function beginRun(
  store: Store,
  plan: ImportPlan,
  { mode, pause, collectionNamed }: Pick<Run, 'mode' | 'pause' | 'collectionNamed'>,
): Promise<Result<Run>> {
  const { mapping } = plan;
  const target = targetFor(collectionNamed(mapping.into));
  const begun = await store.can(
    command('imports/begin', null, async (work) => {
      const pipeline = await findPipeline(work, mapping);
      if (!pipeline.ok) return pipeline;
      return ok({
        importId: work.env.newId('import'),
        startedAt: work.env.now,
        pipeline: pipeline.value,
        idsByExternalId: await idsIn(work.system, target.collection, mapping.system),
        ranks: rankSequence(await greatestRank(work.system, pipeline.value)),
      });
    }),
  );
  if (!begun.ok) return begun;
  return ok({
    store,
    plan,
    target,
    pause,
    mode,
    collectionNamed,
    ...begun.value,
    tally: newTally(plan.header, mapping.delimiter),
    lookups: newLookups(plan, collectionNamed),
    closing: closedDeals(mapping.newLossReasons ?? 'refuse'),
    linesByExternalId: new Map(),
    tried: new Map(),
    steps: 0,
  });
}

/**
 * Decides some rows and writes what they come to in one commit, its part of the journal with it. Answers the rows that
 * wait for others to come; `last` says that none will.
 */
export async function runRows(
  run: Run,
  rows: readonly CsvRecord[],
  last: 'last' | 'more',
): Promise<readonly CsvRecord[]> {
  const carryOut = async (work: Work): Promise<Result<Decided>> => {
    const decided = await decideRows(work, rows, run, last);
    if (decided.entries.length === 0) return ok(decided);
    const known = await work.system.get(imports, run.importId);
    const step = work.system.put(importSteps, {
      id: importStepId(run.importId, run.steps + 1),
      importId: run.importId,
      entries: decided.entries,
      createdAt: work.env.now,
      modifiedAt: work.env.now,
    } as Identified);
    if (!step.ok) return step;
    const record = work.system.put(imports, importRow(run, known, decided, work));
    return record.ok ? ok(decided) : record;
  };
  const write = {
    ...command('imports/write', { importId: run.importId, step: run.steps + 1 }, carryOut),
    history: 'none' as const,
    through: 'import' as const,
  };
  const decided = run.mode === 'try' ? await run.store.can(write) : await run.store.run(write);
  // Rows refuse themselves one by one; only the journal's own rows can be refused here.
  if (!decided.ok) throw new TypeError(`importCsv: ${decided.problem.message}`);
  keep(run, decided.value);
  return decided.value.waiting;
}

function importRow(run: Run, known: Import | undefined, decided: Decided, { env }: Work): Import {
  const { created, updated, unchanged, rejections } = decided;
  const before = run.tally.progress();
  return {
    ...(known ?? {
      id: run.importId,
      name: run.plan.mapping.name,
      into: run.plan.mapping.into,
      system: run.plan.mapping.system,
      startedAt: run.startedAt,
      createdAt: env.now,
      ...(env.actor && { createdBy: env.actor }),
    }),
    state: 'running',
    steps: run.steps + 1,
    rowsIn: before.rowsIn + created + updated + unchanged + rejections.length,
    created: before.created + created,
    updated: before.updated + updated,
    unchanged: before.unchanged + unchanged,
    rejected: before.rejected + rejections.length,
    modifiedAt: env.now,
  };
}

/** What was decided is written: from now on the run reckons with it. */
function keep(run: Run, decided: Decided): void {
  const { tally, lookups } = run;
  tally.count('created', decided.created);
  tally.count('updated', decided.updated);
  tally.count('unchanged', decided.unchanged);
  for (const { row, problems } of decided.rejections) tally.reject(row, problems);
  for (const [externalId, line] of decided.lines) run.linesByExternalId.set(externalId, line);
  for (const { collection, entity } of decided.staged) {
    lookups.add(collection.name, entity);
    if (run.mode === 'try' && collection.checkParent) run.tried.set(entity.id, entity);
  }
  for (const { collection, entity } of decided.also) {
    tally.countAlso(collection.name);
    if (collection === lossReasons) run.closing.learn(String(valueAt(entity, 'name')));
    if (run.mode === 'try') run.tried.set(entity.id, entity);
    const externalId = valueAt(entity, `externalIds.${run.plan.mapping.system}`);
    if (collection.name === run.target.collection.name && typeof externalId === 'string')
      run.idsByExternalId.set(externalId, entity.id);
  }
  if (run.pipeline && decided.also.some(({ entity }) => entity.id === run.pipeline?.pipeline.id))
    run.pipeline.isNew = false;
  if (decided.entries.length > 0) run.steps += 1;
}

/** Closes the record of an import that wrote something. */
export async function endRun(run: Run, state: 'finished' | 'cancelled' | 'failed'): Promise<void> {
  if (run.mode === 'try' || run.steps === 0) return;
  const end = command('imports/end', { importId: run.importId, state }, async (work) => {
    const known = await work.system.require(imports, run.importId);
    if (!known.ok) return known;
    const { rowsIn, created, updated, unchanged, rejected } = run.tally.progress();
    return work.system.put(imports, {
      ...known.value,
      state,
      endedAt: work.env.now,
      modifiedAt: work.env.now,
      rowsIn,
      created,
      updated,
      unchanged,
      rejected,
    });
  });
  const ended = await run.store.run({ ...end, history: 'none', through: 'import' });
  if (!ended.ok) throw new TypeError(`importCsv: ${ended.problem.message}`);
}

/** Past the permissions: an external id that is out of sight is taken all the same. */
async function idsIn(work: Work, collection: Collection, system: string): Promise<Map<string, string>> {
  const path = `externalIds.${system}`;
  const found = await work.find({ ask: 'rows', collection, where: { field: path, is: 'exists', value: true } });
  return new Map(found.map((entity) => [String(valueAt(entity, path)), entity.id]));
}

/** The last place that is taken in any column of the pipeline. */
async function greatestRank(work: Work, found: RunPipeline | undefined): Promise<Rank | undefined> {
  if (!found || found.isNew) return undefined;
  const { pipeline } = found;
  const last = await Promise.all(
    pipeline.stages.map((stage) =>
      work.find({
        ask: 'rows',
        collection: deals,
        where: {
          and: [
            { field: 'pipelineId', is: 'eq', value: pipeline.id },
            { field: 'stageId', is: 'eq', value: stage.id },
          ],
        },
        order: [['rank', 'desc']],
        limit: 1,
      }),
    ),
  );
  return last
    .flat()
    .map((deal) => deal.rank)
    .sort()
    .at(-1);
}
