import type { Field } from '../fields/field.js';
import type { FieldRegistry } from '../fields/registry.js';
import { restored } from './csv-writer.js';
import { foldedWord } from './folded-keys.js';
import type { FieldMapping, Lookup, Reading } from './mapping.js';
import { nearNames } from './near-names.js';
import { optionWords } from './option-words.js';

/** How a file writes the values of fields. */
export interface FieldColumnsOptions {
  /** Fields for columns that are called otherwise: column → the name, path or label of a field. */
  readonly named?: Readonly<Record<string, string>>;
  /** How numbers are written: `.` before the fraction and nothing between thousands when left out. */
  readonly decimal?: '.' | ',';
  readonly grouping?: Extract<Reading, { as: 'number' }>['grouping'];
  /** Texts at a number or amount that are left out, such as `€`. */
  readonly ignore?: readonly string[];
  /** The currency of amounts that do not say theirs; that of the field comes first. */
  readonly currency?: string;
  /** How days are written: `yyyy-MM-dd` when left out. */
  readonly day?: string;
  /** Words for yes and no, besides those of some languages; their case does not count. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** What stands between several values: `;` when left out. */
  readonly separator?: string;
  /** How references name their rows: by Kith's own ids (when left out), or by their ids in another system. */
  readonly references?: 'id' | { readonly system: string };
  /** What an empty cell does to the field of a row that is known: nothing (when left out), or it empties the field. */
  readonly whenEmpty?: 'keep' | 'clear';
  /** The file was written by `writeFieldRows`, and is read back exactly. */
  readonly isOurs?: boolean;
}

/** A column that becomes no field, and why. */
export interface ColumnLeft {
  readonly column: string;
  /**
   * `unknown`: no field is called so; `ambiguous`: several are; `repeated`: an earlier column is the same field;
   * `read-only`: nobody writes it; `listed`: its values stand in a list that one cell cannot hold.
   */
  readonly because: 'unknown' | 'ambiguous' | 'repeated' | 'read-only' | 'listed';
  /** Names that are nearly the same, or that all fit. */
  readonly near: readonly string[];
}

/** What columns of a file come to: parts of a mapping, plain JSON, to be kept and shown. */
export interface FieldColumns {
  readonly fields: readonly FieldMapping[];
  readonly lookups: Readonly<Record<string, Lookup>>;
  readonly left: readonly ColumnLeft[];
}

const YES = ['true', 'yes', 'y', '1', 'x', 'on', 'ja', 'oui', 'sí', 'si', 'sì', 'sim', 'да', '是', '有', 'はい', '예'];
const NO = ['false', 'no', 'n', '0', 'off', 'nein', 'non', 'não', 'нет', '否', '无', 'いいえ', '아니요'];

/**
 * Finds the field that each column of a file is for, by its name, its path or its label in any language, and says how its
 * cells are read: amounts, percentages, days, words for yes and no, options by label or key, references by the id of what
 * they name. The answer goes into a mapping as it is.
 *
 * ```ts
 * import { fieldRegistry } from '@kith/core/fields';
 * import { fieldColumns } from '@kith/core/imports';
 *
 * const registry = fieldRegistry({
 *   host: [{ on: 'deal', name: 'budget', type: 'money', labels: { en: 'Budget', 'zh-Hans': '预算' }, currency: 'EUR' }],
 * });
 * const { fields, left } = fieldColumns(registry, registry.fieldsOf('deal'), ['预算', 'Colour'], { decimal: ',' });
 * expect(fields).toEqual([
 *   { field: 'customFields.budget', from: [{ column: '预算', read: { as: 'amount', currency: 'EUR', decimal: ',' } }] },
 * ]);
 * expect(left).toEqual([{ column: 'Colour', because: 'unknown', near: [] }]);
 * ```
 */
export function fieldColumns(
  registry: Pick<FieldRegistry, 'entity'>,
  fields: readonly Field[],
  columns: readonly string[],
  options: FieldColumnsOptions = {},
): FieldColumns {
  const find = finderOf(fields);
  const mappings: FieldMapping[] = [];
  const lookups: Record<string, Lookup> = {};
  const left: ColumnLeft[] = [];
  const taken = new Set<Field>();
  for (const column of columns) {
    const named = Object.hasOwn(options.named ?? {}, column) ? options.named?.[column] : undefined;
    const found = find(named ?? (options.isOurs ? restored(column) : column));
    const leave = (because: ColumnLeft['because'], near: readonly string[] = []): number =>
      left.push({ column, because, near });
    const [field, other] = found.fields;
    if (!field) leave('unknown', found.near);
    else if (other)
      leave(
        'ambiguous',
        found.fields.map(({ name }) => name),
      );
    else if (field.isReadOnly) leave('read-only');
    else if (taken.has(field)) leave('repeated');
    else {
      const source = sourceOf(field, column, registry, options);
      if (!source) {
        leave('listed');
        continue;
      }
      taken.add(field);
      if (source.lookup) lookups[column] = source.lookup;
      mappings.push({
        field: field.path,
        from: [source.lookup ? { lookup: column } : { column, read: source.read }],
        ...(options.whenEmpty && { whenEmpty: options.whenEmpty }),
      });
    }
  }
  return { fields: mappings, lookups, left };
}

interface FieldSource {
  readonly read: Reading;
  readonly lookup?: Lookup;
}

/** Undefined for what a cell cannot hold. */
function sourceOf(
  field: Field,
  column: string,
  registry: Pick<FieldRegistry, 'entity'>,
  options: FieldColumnsOptions,
): FieldSource | undefined {
  if (field.isMany && field.valueType !== 'choices') {
    const isTexts = field.valueType === 'text' && !field.path.includes('.');
    if (!isTexts) return undefined;
    const { separator = ';', isOurs } = options;
    return { read: isOurs ? { as: 'list', separator: '; ', exact: true } : { as: 'list', separator } };
  }
  if (field.valueType !== 'reference' && field.valueType !== 'user') return { read: readingOf(field, options) };
  const target = registry.entity(field.valueType === 'user' ? 'user' : (field.to ?? ''));
  if (!target) return undefined;
  const { references = 'id' } = options;
  const by = references === 'id' ? 'id' : `externalIds.${references.system}`;
  // It may stand further down in the same file.
  const mayComeLater = target.kind === field.on;
  return { read: TEXT, lookup: { column, in: target.collection, by, ...(mayComeLater && { mayComeLater }) } };
}

const TEXT: Reading = { as: 'text' };

function readingOf(field: Field, options: FieldColumnsOptions): Reading {
  const { decimal, grouping, ignore = [], separator = ';', isOurs } = options;
  const exact = isOurs ? { exact: true } : {};
  const numbers = { ...(decimal && { decimal }), ...(grouping && { grouping }) };
  const affixes = (...more: readonly string[]): object => {
    const all = [...more, ...ignore];
    return all.length > 0 ? { ignore: all } : {};
  };
  switch (field.valueType) {
    case 'number':
      return { as: 'number', ...numbers, ...affixes() };
    case 'percent':
      return { as: 'number', ...numbers, ...affixes('%', '％') };
    case 'money': {
      const currency = field.currency ?? options.currency;
      return { as: 'amount', ...(currency !== undefined && { currency }), ...numbers, ...affixes() };
    }
    case 'day':
      return { as: 'day', format: options.day ?? 'yyyy-MM-dd' };
    case 'instant':
      return { as: 'instant' };
    case 'boolean':
      return { as: 'choice', values: booleanWords(options), anyCase: true };
    case 'choice':
      return { as: 'choice', values: Object.fromEntries(optionWords(field)), anyCase: true, ...exact };
    case 'choices':
      return {
        as: 'choice',
        values: Object.fromEntries(optionWords(field)),
        anyCase: true,
        separator: isOurs ? '; ' : separator,
        ...exact,
      };
    default:
      return { as: 'text', ...exact };
  }
}

const booleanWords = ({ yes = [], no = [] }: FieldColumnsOptions): Readonly<Record<string, boolean>> =>
  Object.fromEntries([
    ...[...NO, ...YES].map((word) => [word, YES.includes(word)] as const),
    ...[...no.map((word) => [word, false] as const), ...yes.map((word) => [word, true] as const)],
  ]);

interface FoundFields {
  readonly fields: readonly Field[];
  readonly near: readonly string[];
}

/** What is called so: by its name or path, letter by letter; else by a name, path or label, whatever the case. */
function finderOf(fields: readonly Field[]): (called: string) => FoundFields {
  const byName = new Map<string, Field>();
  const byWord = new Map<string, Set<Field>>();
  for (const field of fields) {
    for (const name of [field.name, field.path]) byName.set(name, byName.get(name) ?? field);
    for (const word of [field.name, field.path, ...Object.values(field.labels)]) {
      const folded = foldedWord(word);
      if (folded !== '') byWord.set(folded, (byWord.get(folded) ?? new Set()).add(field));
    }
  }
  return (called) => {
    const exact = byName.get(called);
    if (exact) return { fields: [exact], near: [] };
    const all = [...(byWord.get(foldedWord(called)) ?? [])];
    // The house's own words come before those for details.
    const found = all.some(({ isDetail }) => !isDetail) ? all.filter(({ isDetail }) => !isDetail) : all;
    return { fields: found, near: found.length > 0 ? [] : nearNames(called, fields.flatMap(namesOf)) };
  };
}

const namesOf = ({ name, labels }: Field): readonly string[] => [name, ...Object.values(labels)];
