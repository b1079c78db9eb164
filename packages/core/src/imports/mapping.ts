import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/schema.js';
import { StageType } from '../pipelines/schema.js';

/** How numbers are written in the file: `.` before the fraction and nothing between thousands, unless said otherwise. */
const numberFormat = {
  decimal: z.optional(z.enum(['.', ','])),
  /** What stands between thousands. */
  grouping: z.optional(z.enum([',', '.', ' ', "'", '\u00a0', '\u202f'])),
  /** Texts before or behind the number that are left out, such as `$` or `EUR`. */
  ignore: z.optional(z.array(z.string())),
  /** The smallest and the largest number that can be right; anything else rejects the row. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
};

/**
 * The cell is as `writeFieldRows` wrote it, so that it can be read back exactly: white space around a text counts, an
 * apostrophe that kept a spreadsheet from taking it for a formula goes, and `\\` stands before a separator that is none.
 */
const exact = z.optional(z.boolean());

/** How the text of a cell becomes a value. White space around it does not count; an empty cell is no value. */
export const Reading = z.discriminatedUnion('as', [
  z.object({ as: z.literal('text'), exact }),
  z.object({ as: z.literal('number'), ...numberFormat, whole: z.optional(z.boolean()) }),
  /** An amount in `currency`; `multiplier` is what one unit of the file stands for (1000000 for a column in millions). Bounds are in major units. */
  z.object({
    as: z.literal('money'),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    multiplier: z.optional(z.int().check(z.positive())),
    ...numberFormat,
  }),
  /** An amount that says its currency (`12.50 EUR`, `EUR 12.50`); one that does not is in `currency`, or refused without. */
  z.object({ as: z.literal('amount'), currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))), ...numberFormat }),
  /** A day in a format of `yyyy yy MM M dd d` and whatever stands between them. Of `yy`, 69–99 are 19xx and 00–68 are 20xx (POSIX). */
  z.object({ as: z.literal('day'), format: z.string().check(z.minLength(1)) }),
  /** A moment in ISO 8601 with its offset. */
  z.object({ as: z.literal('instant') }),
  /** One of a list: what stands in the file → what it means. */
  z.object({
    as: z.literal('choice'),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    /** `YES` is what `yes` is; a key that is written just so comes first. */
    anyCase: z.optional(z.boolean()),
    /** What stands between several that are chosen: the value is a list then. */
    separator: z.optional(z.string().check(z.minLength(1))),
    exact,
  }),
  /** Several texts in one cell, such as tags. */
  z.object({ as: z.literal('list'), separator: z.string().check(z.minLength(1)), exact }),
]);
export type Reading = DeepReadonly<z.infer<typeof Reading>>;

/** When a source counts: the cell is one of these, or is filled (or empty). */
export const When = z.union([
  z.object({ column: z.string(), in: z.array(z.string()) }),
  z.object({ column: z.string(), filled: z.boolean() }),
]);
export type When = DeepReadonly<z.infer<typeof When>>;

const when = { when: z.optional(When) };

/** Where a value comes from. */
export const Source = z.union([
  z.object({ column: z.string(), read: z.optional(Reading), ...when }),
  z.object({ constant: z.union([z.string(), z.number(), z.boolean()]), ...when }),
  /** Text with `{column}` or `{lookup.field}` in it; no value when one of them has none. */
  z.object({ template: z.string(), ...when }),
  /** The id of what a lookup found, or one of its fields. */
  z.object({ lookup: z.string(), field: z.optional(z.string()), ...when }),
  /** The stage of the mapping's pipeline that the cell names; `values` translates names first. */
  z.object({ stage: z.string(), values: z.optional(z.record(z.string(), z.string())), ...when }),
]);
export type Source = DeepReadonly<z.infer<typeof Source>>;

/** One field of the entity and where its value comes from. */
export const FieldMapping = z.object({
  /** Its path, with dots and places in lists: `amount`, `addresses.0.country`. */
  field: z.string().check(z.minLength(1)),
  /** The first source that has a value is taken. */
  from: z.array(Source).check(z.minLength(1)),
  /** Rejects the row when no source has a value. */
  required: z.optional(z.boolean()),
  /** What becomes of the field of a known entity when no source has a value: it stays (the default) or goes. */
  whenEmpty: z.optional(z.enum(['keep', 'clear'])),
});
export type FieldMapping = DeepReadonly<z.infer<typeof FieldMapping>>;

/** How a cell that names another entity finds it. Names are compared exactly; what is spelled otherwise needs an alias. */
export const Lookup = z.object({
  column: z.string(),
  /** The collection it is in, such as `products`. */
  in: z.string(),
  /** The field that has to be the same: `name`, or `externalIds.sap`. */
  by: z.string(),
  /** What stands in the file → what it is called here. */
  aliases: z.optional(z.record(z.string(), z.string())),
  /** Makes it when it is not there, of these fields. Lookups that stand before this one can be used in them. */
  create: z.optional(z.array(FieldMapping)),
  /** It may stand further down in the same file: the row waits for it. */
  mayComeLater: z.optional(z.boolean()),
});
export type Lookup = DeepReadonly<z.infer<typeof Lookup>>;

/** The pipeline that imported deals go through; it is made when it is not there. */
export const PipelineMapping = z.object({
  externalId: z.string().check(z.minLength(1)),
  name: z.string(),
  stages: z.array(
    z.object({
      name: z.string(),
      type: StageType,
      probability: z.number(),
      rottingDays: z.optional(z.int().check(z.positive())),
    }),
  ),
  /** The open stage in which a deal was from its `openedDay` on, as far as the file tells; a deal that is closed has been there. */
  openedIn: z.string(),
});
export type PipelineMapping = DeepReadonly<z.infer<typeof PipelineMapping>>;

/**
 * How one kind of CSV file becomes entities: declared, so that it can be kept, shown and repeated. Nothing in it is
 * guessed; plain JSON.
 */
export const Mapping = z.object({
  name: z.string(),
  /** The collection that its rows go into, such as `deals`. */
  into: z.string(),
  /** The system that the file comes from: rows are found again under it in `externalIds`. */
  system: z.string().check(z.regex(/^[A-Za-z][\w-]*$/, 'Expected a word of letters, digits, - and _.')),
  /** The columns that together name a row in that system. */
  externalId: z.array(z.string()).check(z.minLength(1)),
  /**
   * `id`: that column holds Kith's own ids, as in a file that was exported from this book and comes back. Rows are only
   * changed then, none is made, and one that is not there is a problem.
   */
  matchBy: z.optional(z.enum(['externalId', 'id'])),
  /** A WHATWG label; UTF-8 when left out. A byte order mark overrules it. */
  encoding: z.optional(z.string()),
  /** What stands between cells; found by the header line when left out. */
  delimiter: z.optional(z.enum([',', ';', '\t', '|'])),
  pipeline: z.optional(PipelineMapping),
  /** What becomes of a lost deal whose reason is not in the list that the house keeps: refused (the default), or the reason is added. */
  newLossReasons: z.optional(z.enum(['refuse', 'add'])),
  lookups: z.optional(z.record(z.string(), Lookup)),
  fields: z.array(FieldMapping).check(z.minLength(1)),
});
export type Mapping = DeepReadonly<z.infer<typeof Mapping>>;
