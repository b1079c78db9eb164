import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { type FieldMapping, type Lookup, Mapping, type Source } from './mapping.js';
import { nearNames } from './near-names.js';
import { dayFormat } from './read-cell.js';

/** A mapping made ready for one file. */
export interface ImportPlan {
  readonly mapping: Mapping;
  readonly header: readonly string[];
  /** Where each column stands. */
  readonly columns: ReadonlyMap<string, number>;
  /** In the order in which they are looked up. */
  readonly lookups: ReadonlyArray<readonly [name: string, lookup: Lookup]>;
}

/** What a template names: `{column}` or `{lookup.field}`. */
export const TEMPLATE_NAMES = /\{([^{}]+)\}/g;

/**
 * Reads a mapping from unknown JSON and checks that it hangs together.
 * Problem: `imports/invalid-mapping`, with the path of what is wrong.
 */
export function parseMapping(input: unknown): Result<Mapping> {
  const parsed = Mapping.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(invalid(issue?.path.join('.') ?? '', issue?.message ?? 'unknown'));
  }
  const mapping = parsed.data as Mapping;
  const fault = faultOf(mapping);
  return fault ? refuse(fault) : ok(mapping);
}

/**
 * Makes a mapping ready for a file with this header. Problems: `imports/missing-column`, and `imports/invalid-mapping`
 * for a mapping that does not hang together.
 */
export function planImport(mapping: Mapping, header: readonly string[]): Result<ImportPlan> {
  const parsed = parseMapping(mapping);
  if (!parsed.ok) return parsed;
  const missing = columnsOf(mapping).filter((column) => !header.includes(column));
  if (missing.length > 0) return refuse(missingColumn(mapping, missing, header));
  return ok({
    mapping,
    header,
    columns: new Map(header.map((name, index) => [name, index])),
    lookups: Object.entries(mapping.lookups ?? {}),
  });
}

/** Every column that a mapping reads. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const lookups = Object.values(mapping.lookups ?? {});
  const fields = [...mapping.fields, ...lookups.flatMap((lookup) => lookup.create ?? [])];
  return [
    ...new Set([
      ...mapping.externalId,
      ...lookups.map((lookup) => lookup.column),
      ...fields.flatMap(({ from }) => from).flatMap(columnsOfSource),
    ]),
  ];
}

function columnsOfSource(source: Source): readonly string[] {
  const condition = source.when ? [source.when.column] : [];
  if ('column' in source) return [source.column, ...condition];
  if ('stage' in source) return [source.stage, ...condition];
  if ('template' in source)
    return [...templateNames(source.template).filter((name) => !name.includes('.')), ...condition];
  return condition;
}

/** The names in a template, in their order. */
export const templateNames = (template: string): readonly string[] =>
  [...template.matchAll(TEMPLATE_NAMES)].map((match) => match[1] ?? '');

/**
 * The mapping whose columns a file has: of several that fit, the one that reads most of them. Undefined when none fits.
 * It is how an import recognises which of its files is which.
 */
export function recogniseMapping(header: readonly string[], mappings: readonly Mapping[]): Mapping | undefined {
  const fitting = mappings.filter((mapping) => columnsOf(mapping).every((column) => header.includes(column)));
  return fitting.sort((left, right) => columnsOf(right).length - columnsOf(left).length)[0];
}

function faultOf(mapping: Mapping): Problem | undefined {
  const lookups = Object.entries(mapping.lookups ?? {});
  const all: readonly {
    readonly path: string;
    readonly fields: readonly FieldMapping[];
    readonly known: readonly string[];
  }[] = [
    { path: 'fields', fields: mapping.fields, known: lookups.map(([name]) => name) },
    ...lookups.map(([name, { create = [] }], index) => ({
      path: `lookups.${name}.create`,
      fields: create,
      known: lookups.slice(0, index).map(([earlier]) => earlier),
    })),
  ];
  for (const { path, fields, known } of all)
    for (const [index, { from }] of fields.entries())
      for (const source of from) {
        const fault = faultOfSource(source, known, mapping);
        if (fault) return invalid(`${path}.${index}`, fault);
      }
  const openedIn = mapping.pipeline?.openedIn;
  const isStage = mapping.pipeline?.stages.some(({ name, type }) => name === openedIn && type === 'open') ?? true;
  return isStage ? undefined : invalid('pipeline.openedIn', `"${openedIn}" is none of its open stages.`);
}

function faultOfSource(source: Source, lookups: readonly string[], mapping: Mapping): string | undefined {
  const unknown = (name: string): string | undefined =>
    lookups.includes(name) ? undefined : `There is no lookup "${name}" before it. Declare it under "lookups".`;
  if ('lookup' in source) return unknown(source.lookup);
  if ('template' in source)
    return templateNames(source.template)
      .filter((name) => name.includes('.'))
      .map((name) => unknown(name.slice(0, name.indexOf('.'))))
      .find((fault) => fault !== undefined);
  if ('stage' in source && !mapping.pipeline)
    return 'A stage needs the pipeline it belongs to. Declare it under "pipeline".';
  if ('column' in source && source.read?.as === 'day') {
    try {
      dayFormat(source.read.format);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

const invalid = (path: string, message: string): Problem => ({
  code: 'imports/invalid-mapping',
  message: `The mapping does not hang together at "${path}": ${message}`,
  path,
});

function missingColumn(mapping: Mapping, missing: readonly string[], header: readonly string[]): Problem {
  const spare = header.filter((column) => !columnsOf(mapping).includes(column));
  const named = missing.map((column) => {
    const near = nearNames(column, spare);
    return near.length > 0 ? `"${column}" (is it ${near.map((name) => `"${name}"`).join(' or ')}?)` : `"${column}"`;
  });
  return {
    code: 'imports/missing-column',
    message: `The file has no column ${named.join(', ')}, which "${mapping.name}" reads. It has: ${header.join(', ')}. Rename the column, or change the mapping.`,
    path: missing[0] ?? '',
    params: { column: missing[0] ?? '' },
  };
}
