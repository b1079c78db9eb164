import { type Deal, type Filter, isId, type Problem, type Result } from '@kith/core';
import {
  type CsvRecord,
  externalIdOf,
  type Found,
  fingerprint,
  type MappedRow,
  mapRow,
  newEntity,
  type RowContext,
  valueAt,
} from '@kith/core/imports';
import { misplacement } from '../ancestry.js';
import type { Collection, Identified } from '../collection.js';
import { deals } from '../deals/collection.js';
import { lossReasons } from '../deals/loss-reasons.js';
import { pipelines } from '../pipelines/collection.js';
import type { Work } from '../work.js';
import type { ClosedDeal } from './closed-deals.js';
import type { Run } from './running.js';

/** An entity and where it belongs. */
export interface Placed {
  readonly collection: Collection;
  readonly entity: Identified;
}

/** What some rows come to. */
export interface Decided {
  created: number;
  updated: number;
  unchanged: number;
  readonly rejections: { readonly row: CsvRecord; readonly problems: readonly Problem[] }[];
  /** Rows that name something which may come later in the file. */
  readonly waiting: CsvRecord[];
  /** The journal of it. */
  readonly entries: {
    readonly collection: string;
    readonly id: string;
    readonly before: Identified | null;
    readonly left: string;
  }[];
  /** Everything that was staged, the newest version last. */
  readonly staged: Placed[];
  /** What came in beside the rows: what lookups made, the pipeline. */
  readonly also: Placed[];
  readonly lines: Map<string, number>;
}

/**
 * Decides row by row and stages what each comes to. Nothing of it is remembered outside of the answer, so that it can be
 * decided anew after a conflict. `last` says that no row is to come that a waiting one could wait for.
 */
export async function decideRows(
  work: Work,
  rows: readonly CsvRecord[],
  run: Run,
  last: 'last' | 'more',
): Promise<Decided> {
  const decided: Decided = {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejections: [],
    waiting: [],
    entries: [],
    staged: [],
    also: [],
    lines: new Map(),
  };
  await run.lookups.load(work, rows);
  const chunk: Chunk = { work, run, decided, fresh: new Map(), placed: new Map() };
  const context = contextOf(chunk);
  for (const row of rows) {
    await run.pause();
    const problems = row.problem ? [row.problem] : await decideRow(row, chunk, context);
    if (problems.length === 0) continue;
    if (last === 'more' && mayWait(problems, run)) decided.waiting.push(row);
    else decided.rejections.push({ row, problems });
  }
  return decided;
}

interface Chunk {
  readonly work: Work;
  readonly run: Run;
  readonly decided: Decided;
  /** What lookups of later rows have to find though it is not stored yet, by where and what they look for. */
  readonly fresh: Map<string, readonly Identified[]>;
  /** Rows that others may belong to and that were staged, by id. */
  readonly placed: Map<string, Identified>;
}

const mayWait = (problems: readonly Problem[], { plan }: Run): boolean =>
  problems.every(
    ({ code, params }) => code === 'imports/not-found' && plan.mapping.lookups?.[String(params?.lookup)]?.mayComeLater,
  );

/** Decides one row: answers its problems, or none once it is staged. */
async function decideRow(row: CsvRecord, chunk: Chunk, context: RowContext): Promise<readonly Problem[]> {
  const { work, run, decided } = chunk;
  const { plan, target, pipeline } = run;
  const externalId = externalIdOf(row.cells, plan);
  if (externalId !== '') {
    const firstLine = decided.lines.get(externalId) ?? run.linesByExternalId.get(externalId) ?? row.line;
    if (firstLine !== row.line) return [duplicate(plan.mapping.externalId, externalId, firstLine)];
    decided.lines.set(externalId, row.line);
  }
  const mapped = mapRow(row.cells, plan, context);
  if (!mapped.ok) return mapped.problem;
  const unfit = mapped.value.made
    .map(({ lookup, entity }) => unfitness(collectionOf(lookup, run), entity))
    .filter((problem) => problem !== undefined);
  if (unfit.length > 0) return unfit;

  const isOwnId = plan.mapping.matchBy === 'id';
  const fields = new Map([...mapped.value.fields, ...(isOwnId ? [] : [[externalIdPath(run), externalId] as const])]);
  const known = await (isOwnId ? knownById(externalId, chunk) : knownAs(externalId, chunk));
  const taken = known === 'hidden' ? plan.mapping.externalId[0] : await takenBy(mapped.value, chunk);
  if (known === 'hidden' || taken !== undefined) return [notYours(taken ?? '')];
  if (isOwnId && !known) return [unknownRow(plan.mapping.externalId[0] ?? '', externalId, target.collection.name)];
  const targetContext = {
    env: work.env,
    pipeline: pipeline && { ...pipeline, nextRank: () => run.ranks.next().value },
  };
  const drafted = known
    ? target.revise(known, fields, targetContext)
    : target.create(work.env.newId(target.collection.kind), fields, targetContext);
  if (!drafted.ok) return [drafted.problem];
  const before = known && (await work.system.get(target.collection, known.id));
  const itself = await namesItself(mapped.value, drafted.value, chunk);
  if (itself) return [itself];
  const misplaced = await misplacement(
    work,
    target.collection,
    before,
    drafted.value,
    (id) => chunk.placed.get(id) ?? run.tried.get(id),
  );
  if (misplaced) return [misplaced];
  const closed = drafted.value === known ? undefined : await closeDeal(chunk, before, drafted.value);
  if (closed && !closed.ok) return [closed.problem];
  const entity = (closed?.value.deal ?? drafted.value) as Identified;
  const own = { collection: target.collection, entity };
  const brought = [
    ...broughtBy(mapped.value, chunk),
    ...(closed?.value.reason ? [{ collection: lossReasons, entity: closed.value.reason }] : []),
  ];
  const free = await work.vet(target.collection, entity);
  if (!free.ok) return [free.problem];
  const refused = putAll(work, entity === known ? brought : [...brought, own]);
  if (refused) return [refused];
  if (entity === known) decided.unchanged += 1;
  else {
    await remember(chunk, own, before);
    if (known) decided.updated += 1;
    else decided.created += 1;
  }
  for (const placed of brought) {
    await remember(chunk, placed, undefined);
    decided.also.push(placed);
  }
  return [];
}

/** A deal is closed as if somebody had closed it; anything else is what its row says. */
async function closeDeal(
  { work, run, decided }: Chunk,
  before: Identified | undefined,
  after: object,
): Promise<Result<ClosedDeal> | undefined> {
  if (run.target.collection.name !== deals.name) return undefined;
  return run.closing.close(work, before as Deal | undefined, after as Deal, (reason) =>
    decided.also.some(({ collection, entity }) => collection === lossReasons && valueAt(entity, 'name') === reason),
  );
}

/** A row is not there yet for its own lookups: what they would make for it is the row a second time. */
async function namesItself(
  { made }: MappedRow,
  entity: object,
  { work, run: { plan, target } }: Chunk,
): Promise<Problem | undefined> {
  for (const { lookup: name, key, entity: other } of made) {
    const lookup = plan.mapping.lookups?.[name];
    if (lookup?.in !== target.collection.name || valueAt(entity, lookup.by) !== key) continue;
    const { id } = entity as Identified;
    const isParent = valueAt(entity, 'parentId') === valueAt(other, 'id');
    const own = isParent && (await misplacement(work, target.collection, null, { id, parentId: id }));
    if (own) return own;
    return {
      code: 'imports/names-itself',
      message: `${lookup.column}: "${key}" is the row itself. Leave the cell empty, or name another one.`,
      path: lookup.column,
      params: { value: key },
    };
  }
  return undefined;
}

/** What a row brings with it. */
function broughtBy({ made }: MappedRow, { run, decided }: Chunk): readonly Placed[] {
  const placed = made.map(({ lookup, entity }) => ({
    collection: collectionOf(lookup, run),
    entity: entity as Identified,
  }));
  return run.pipeline?.isNew && !decided.also.some(({ collection }) => collection === pipelines)
    ? [...placed, { collection: pipelines, entity: run.pipeline.pipeline }]
    : placed;
}

/** Stages all of them, or none and says why. All but the last are new. */
function putAll(work: Work, all: readonly Placed[]): Problem | undefined {
  for (const [index, { collection, entity }] of all.entries()) {
    const put = work.put(collection, entity);
    if (put.ok) continue;
    for (const done of all.slice(0, index)) work.system.remove(done.collection, done.entity.id);
    return put.problem;
  }
  return undefined;
}

/** Writes down a row that was staged: whole, whatever whoever imports sees of it. */
async function remember(
  { work, run, decided, fresh, placed: here }: Chunk,
  placed: Placed,
  before: Identified | undefined,
): Promise<void> {
  const { collection, entity } = placed;
  decided.entries.push({
    collection: collection.name,
    id: entity.id,
    before: before ?? null,
    left: fingerprint(work.own(collection, (await work.system.get(collection, entity.id)) ?? entity)),
  });
  decided.staged.push(placed);
  if (collection.checkParent) here.set(entity.id, entity);
  for (const [, lookup] of run.plan.lookups) {
    if (lookup.in !== collection.name) continue;
    const key = freshKey(lookup.in, lookup.by, valueAt(entity, lookup.by));
    fresh.set(key, [...(fresh.get(key) ?? []).filter((other) => other.id !== entity.id), entity]);
  }
}

function contextOf({ work, run, fresh }: Chunk): RowContext {
  return {
    find(name, key): Found {
      const lookup = run.plan.mapping.lookups?.[name];
      const here = fresh.get(freshKey(lookup?.in, lookup?.by, key)) ?? [];
      if (here.length === 0) return run.lookups.find(name, key);
      const stored = run.lookups
        .find(name, key)
        .entities.filter((entity) => here.every(({ id }) => id !== valueAt(entity, 'id')));
      return { entities: [...stored, ...here] };
    },
    make: (lookup, key, fields) =>
      newEntity(
        work.env.newId(collectionOf(lookup, run).kind),
        new Map([...fields, [externalIdPath(run), key]]),
        work.env,
      ),
    pipeline: run.pipeline?.pipeline,
  };
}

/** The entity that has this external id by now; `hidden` where it is out of sight for whoever imports. */
async function knownAs(externalId: string, { work, run, decided }: Chunk): Promise<Identified | 'hidden' | undefined> {
  const path = externalIdPath(run);
  const { collection } = run.target;
  const here = decided.also.find(
    (placed) => placed.collection.name === collection.name && valueAt(placed.entity, path) === externalId,
  );
  const id = here?.entity.id ?? run.idsByExternalId.get(externalId);
  if (id === undefined) return undefined;
  const known = (await work.get(collection, id)) ?? run.tried.get(id);
  return known ?? ((await work.system.get(collection, id)) ? 'hidden' : undefined);
}

/** The column that names something which a lookup would make, though it is there, out of sight for whoever imports. */
async function takenBy({ made }: MappedRow, { work, run }: Chunk): Promise<string | undefined> {
  for (const { lookup, key } of made) {
    const collection = collectionOf(lookup, run);
    if (work.seesAll(collection)) continue;
    const where: Filter = { field: externalIdPath(run), is: 'eq', value: key };
    const [taken] = await work.system.find({ ask: 'rows', collection, where, limit: 1 });
    if (taken && !(await work.get(collection, taken.id))) return run.plan.mapping.lookups?.[lookup]?.column;
  }
  return undefined;
}

/** The entity of this id, where the file names rows by Kith's own. */
const knownById = async (id: string, { work, run }: Chunk): Promise<Identified | undefined> =>
  isId(run.target.collection.kind, id) ? await work.get(run.target.collection, id) : undefined;

const externalIdPath = ({ plan }: Run): string => `externalIds.${plan.mapping.system}`;
const collectionOf = (lookup: string, run: Run): Collection =>
  run.collectionNamed(run.plan.mapping.lookups?.[lookup]?.in ?? '');
const freshKey = (...parts: readonly unknown[]): string => parts.join('\n');

/** Why a looked-up entity cannot be made, seen before anything of its row is staged. */
function unfitness({ kind, schema }: Collection, entity: object): Problem | undefined {
  const parsed = schema.safeParse(entity);
  if (parsed.success) return undefined;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return {
    code: 'imports/unfit',
    message: `The ${kind} that the row brings with it does not fit: ${path}: ${issue?.message}`,
    path,
    params: { kind },
  };
}

const duplicate = (columns: readonly string[], externalId: string, firstLine: number): Problem => ({
  code: 'imports/duplicate-external-id',
  message: `${columns.join(' and ')}: "${externalId}" stands on line ${firstLine} already. Remove one of the rows, or give this one an id of its own.`,
  path: columns[0] ?? '',
  params: { value: externalId, firstLine },
});

/** Says nothing of the row that is there: not what it is, nor whose. */
const notYours = (column: string): Problem => ({
  code: 'imports/not-yours',
  message: `${column}: this row is not yours to import. Leave it to somebody who sees more of the book.`,
  path: column,
});

const unknownRow = (column: string, id: string, collection: string): Problem => ({
  code: 'imports/unknown-row',
  message: `${column}: there is no "${id.slice(0, 80)}" among ${collection}. Leave the row out, or import it by an id of its own system.`,
  path: column,
  params: { value: id.slice(0, 80) },
});
