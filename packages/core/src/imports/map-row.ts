import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { valueAt } from '../kernel/value-at.js';
import type { Pipeline } from '../pipelines/schema.js';
import type { Fields } from './fields.js';
import type { FieldMapping, Lookup, Source, When } from './mapping.js';
import { type ImportPlan, TEMPLATE_NAMES, templateNames } from './plan.js';
import { readCell } from './read-cell.js';

/** What looking a name up came to. */
export interface Found {
  /** Every entity of that name. More than one is a refusal: none of them is picked. */
  readonly entities: readonly object[];
  /** Names that are nearly the same, to suggest when there is none. */
  readonly near?: readonly string[];
}

/** All that a row needs besides its own cells. */
export interface RowContext {
  /** The answer of a lookup of the mapping for what stands in the cell, its alias applied. */
  find(lookup: string, key: string): Found;
  /** The entity that a lookup with `create` brings in when it found none. It is kept only if the row is. */
  make(lookup: string, key: string, fields: Fields): object;
  readonly pipeline?: Pipeline | undefined;
}

/** What a row of a file says: which row it is in its system, its fields by path, and what it brings with it. */
export interface MappedRow {
  readonly externalId: string;
  readonly fields: Fields;
  readonly made: readonly { readonly lookup: string; readonly key: string; readonly entity: object }[];
}

interface Reading {
  readonly cells: readonly string[];
  readonly plan: ImportPlan;
  readonly context: RowContext;
  /** What the lookups found. */
  readonly found: Map<string, object>;
  readonly problems: Problem[];
}

/**
 * Maps one row. All of its problems are answered, not only the first: `imports/external-id-required`,
 * `imports/required`, `imports/not-found`, `imports/ambiguous`, `imports/unknown-stage`, and those of reading a cell.
 * Each has its column (or field) as path, and what stood there in its params.
 */
export function mapRow(
  cells: readonly string[],
  plan: ImportPlan,
  context: RowContext,
): Result<MappedRow, readonly Problem[]> {
  const reading: Reading = { cells, plan, context, found: new Map(), problems: [] };
  const externalId = externalIdOf(cells, plan);
  if (externalId === '') reading.problems.push(externalIdRequired(plan.mapping.externalId));
  const made = plan.lookups.flatMap(([name, lookup]) => lookUp(name, lookup, reading));
  const fields = mapFields(plan.mapping.fields, reading);
  return reading.problems.length > 0 ? refuse(onceEach(reading.problems)) : ok({ externalId, fields, made });
}

/** Two fields may read one cell; it is wrong once. */
const onceEach = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [problem.message, problem])).values(),
];

/** What names the row in its system, or '' when one of the columns is empty. */
export function externalIdOf(cells: readonly string[], plan: ImportPlan): string {
  const parts = plan.mapping.externalId.map((column) => cellAt(column, cells, plan));
  return parts.includes('') ? '' : parts.join('|');
}

/** The name that a lookup of this row looks for, its alias applied; '' for none. */
export function lookupKey(lookup: Lookup, cells: readonly string[], plan: ImportPlan): string {
  const written = cellAt(lookup.column, cells, plan);
  return (Object.hasOwn(lookup.aliases ?? {}, written) ? lookup.aliases?.[written] : undefined) ?? written;
}

const cellAt = (column: string, cells: readonly string[], plan: ImportPlan): string =>
  cells[plan.columns.get(column) ?? -1]?.trim() ?? '';

function lookUp(name: string, lookup: Lookup, reading: Reading): MappedRow['made'] {
  const { cells, plan, context, found, problems } = reading;
  const key = lookupKey(lookup, cells, plan);
  if (key === '') return [];
  const { entities, near = [] } = context.find(name, key);
  const [entity, second] = entities;
  if (second) problems.push(ambiguous(name, lookup, key, entities.length));
  else if (entity) found.set(name, entity);
  else if (lookup.create) {
    const before = problems.length;
    const fields = mapFields(lookup.create, reading);
    if (problems.length > before) return [];
    const made = context.make(name, key, fields);
    found.set(name, made);
    return [{ lookup: name, key, entity: made }];
  } else problems.push(notFound(name, lookup, key, near));
  return [];
}

function mapFields(mappings: readonly FieldMapping[], reading: Reading): Fields {
  const fields = new Map<string, unknown>();
  for (const { field, from, required, whenEmpty } of mappings) {
    const before = reading.problems.length;
    const value = firstValue(from, reading);
    if (value !== undefined) fields.set(field, value);
    else if (reading.problems.length > before) continue;
    else if (required && !from.some((source) => isUnresolved(source, reading)))
      reading.problems.push(requiredField(field, from));
    else if (whenEmpty === 'clear') fields.set(field, undefined);
  }
  return fields;
}

/** A lookup that failed has said so already. */
function isUnresolved(source: Source, { plan, cells, found }: Reading): boolean {
  const named =
    'lookup' in source
      ? [source.lookup]
      : 'template' in source
        ? templateNames(source.template).map((name) => name.split('.')[0])
        : [];
  return plan.lookups.some(
    ([name, lookup]) => named.includes(name) && !found.has(name) && lookupKey(lookup, cells, plan) !== '',
  );
}

function firstValue(sources: readonly Source[], reading: Reading): unknown {
  for (const source of sources) {
    if (source.when && !holds(source.when, reading)) continue;
    const read = sourceValue(source, reading);
    if (!read.ok) {
      reading.problems.push(read.problem);
      return undefined;
    }
    if (read.value !== undefined) return read.value;
  }
  return undefined;
}

function holds(when: When, { cells, plan }: Reading): boolean {
  const cell = cellAt(when.column, cells, plan);
  return 'in' in when ? when.in.includes(cell) : (cell !== '') === when.filled;
}

function sourceValue(source: Source, { cells, plan, context, found }: Reading): Result<unknown> {
  if ('constant' in source) return ok(source.constant);
  if ('lookup' in source) return ok(valueAt(found.get(source.lookup), source.field ?? 'id'));
  if ('template' in source)
    return ok(
      filled(source.template, (name) => {
        const dot = name.indexOf('.');
        return dot < 0 ? cellAt(name, cells, plan) : valueAt(found.get(name.slice(0, dot)), name.slice(dot + 1));
      }),
    );
  if ('stage' in source) return stageOf(source, cellAt(source.stage, cells, plan), context.pipeline);
  const isExact = source.read !== undefined && 'exact' in source.read && source.read.exact === true;
  const text = isExact ? (cells[plan.columns.get(source.column) ?? -1] ?? '') : cellAt(source.column, cells, plan);
  if (text === '') return ok(undefined);
  const read = source.read ? readCell(text, source.read) : ok(text);
  return read.ok
    ? read
    : refuse({ ...read.problem, path: source.column, message: `${source.column}: ${read.problem.message}` });
}

function filled(template: string, valueNamed: (name: string) => unknown): string | undefined {
  let isWhole = true;
  const text = template.replaceAll(TEMPLATE_NAMES, (_, name: string) => {
    const value = valueNamed(name);
    if (value === undefined || value === '') isWhole = false;
    return String(value);
  });
  return isWhole ? text : undefined;
}

function stageOf(
  source: Extract<Source, { stage: string }>,
  text: string,
  pipeline: Pipeline | undefined,
): Result<unknown> {
  if (text === '') return ok(undefined);
  const name = (Object.hasOwn(source.values ?? {}, text) ? source.values?.[text] : undefined) ?? text;
  const stage = pipeline?.stages.find((each) => each.name === name);
  return stage
    ? ok(stage.id)
    : refuse({
        code: 'imports/unknown-stage',
        message: `${source.stage}: "${text}" is no stage of the pipeline. It has ${pipeline?.stages.map((each) => each.name).join(', ')}. Correct it, or say in the mapping which stage it is.`,
        path: source.stage,
        params: { value: text },
      });
}

const externalIdRequired = (columns: readonly string[]): Problem => ({
  code: 'imports/external-id-required',
  message: `${columns.join(' and ')} must be filled in: without it the row could not be found again.`,
  path: columns[0] ?? '',
});

function requiredField(field: string, sources: readonly Source[]): Problem {
  const columns = sources.flatMap((source) =>
    'column' in source ? [source.column] : 'stage' in source ? [source.stage] : [],
  );
  return {
    code: 'imports/required',
    message:
      columns.length > 0
        ? `${columns.join(' or ')} must be filled in.`
        : `There is nothing to make "${field}" of. Fill in the columns it comes from.`,
    path: columns[0] ?? field,
    params: { field },
  };
}

function notFound(name: string, lookup: Lookup, key: string, near: readonly string[]): Problem {
  const hint =
    near.length > 0
      ? ` Is it ${near.map((each) => `"${each}"`).join(' or ')}? Then declare the alias.`
      : ' Import it first, or correct the name.';
  return {
    code: 'imports/not-found',
    message: `${lookup.column}: there is no "${key}" among ${lookup.in}.${hint}`,
    path: lookup.column,
    params: { value: key, lookup: name, near: near.join(', ') },
  };
}

const ambiguous = (name: string, lookup: Lookup, key: string, count: number): Problem => ({
  code: 'imports/ambiguous',
  message: `${lookup.column}: ${count} of ${lookup.in} are called "${key}". Look it up by something that only one of them has, such as an external id.`,
  path: lookup.column,
  params: { value: key, lookup: name, count },
});
