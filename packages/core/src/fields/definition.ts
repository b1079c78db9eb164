import * as z from 'zod/mini';
import type { Filter } from '../filters/filter.js';
import { parseFilter } from '../filters/parse.js';
import { CustomValue } from '../kernel/entity.js';
import { type Infer, whole } from '../kernel/schema.js';

/** What a field can be. `formula` and `rollUp` are computed: nobody writes them. */
export const FieldType = z.enum([
  'text',
  'longText',
  'number',
  'money',
  'percent',
  'day',
  'instant',
  'boolean',
  'choice',
  'choices',
  'email',
  'phone',
  'url',
  'reference',
  'user',
  'formula',
  'rollUp',
]);
export type FieldType = z.infer<typeof FieldType>;

/** What a value is, whether somebody wrote it or it was computed. */
export type ValueType = Exclude<FieldType, 'formula' | 'rollUp'>;

/** Words by language (BCP 47): `{ en: 'Budget', 'zh-Hans': '预算' }`. */
export const Labels = z.record(z.string(), z.string().check(z.maxLength(200)));
export type Labels = Infer<typeof Labels>;

/** One thing to choose. `value` is what rows hold and never changes; the words around it may. */
export const FieldOption = z.object({
  value: z.string().check(z.minLength(1), z.maxLength(200)),
  labels: z.optional(Labels),
  /** A colour of CSS, such as `#2f6f4f`. */
  color: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/i, 'Expected a colour such as #2f6f4f.'))),
  /** Rows that hold it keep it; nobody chooses it anew. */
  retired: z.optional(z.boolean()),
});
export type FieldOption = Infer<typeof FieldOption>;

/** How delicate a value is: `personal` is about somebody, `health` is a special category (GDPR, article 9). */
export const Sensitivity = z.enum(['none', 'personal', 'health']);
export type Sensitivity = z.infer<typeof Sensitivity>;

/** Which roles may see and edit a field; everybody who may see the row, where a list is left out. */
export const FieldAccess = z.object({
  view: z.optional(z.array(z.string())),
  edit: z.optional(z.array(z.string())),
});
export type FieldAccess = Infer<typeof FieldAccess>;

const Condition = z.custom<Filter>((value) => parseFilter(value).ok, 'Expected a filter.');

/** What a roll-up adds up: rows of another kind that point here. */
export const RollUp = z.object({
  /** The kind of the rows, such as `deal`. */
  of: z.string(),
  /** The field of theirs that holds the id of this row, such as `companyId`. */
  by: z.string(),
  take: z.enum(['count', 'sum', 'min', 'max', 'last']),
  /** The field of theirs that is added up, compared or taken; every `take` but `count` needs it. */
  field: z.optional(z.string()),
  /** Where `take` is `last`: the field of theirs that says which one is the last. */
  order: z.optional(z.string()),
  /** Which of the rows count; all when left out. */
  where: z.optional(Condition),
});
export type RollUp = Infer<typeof RollUp>;

/**
 * A field that a house adds to a kind of entity: made in code or while the application runs, plain JSON. Its values stand
 * in `customFields.<name>` of the rows. `checkDefinition` says whether it fits the others.
 */
export const FieldDefinition = z.object({
  /** The kind of entity that has it: `deal`. */
  on: z.string(),
  /** A word of letters, digits and `_`, at most 63. It never changes: rows, filters and formulas name the field by it. */
  name: z.string(),
  type: FieldType,
  labels: Labels,
  help: z.optional(Labels),
  /** Whether a row must have a value: always, or when it meets a filter. */
  required: z.optional(z.union([z.boolean(), Condition])),
  /** Whether no two rows may have the same value; texts are compared without regard to case. */
  unique: z.optional(z.boolean()),
  /** What a new row gets where nothing is given. */
  default: z.optional(CustomValue),
  /** What can be chosen; `choice` and `choices` need it. */
  options: z.optional(z.array(FieldOption)),
  /** The least: a number (money in major units), characters of a text, or how many are chosen. */
  least: z.optional(z.number()),
  /** The most, counted in the same way. */
  most: z.optional(z.number()),
  /** Digits behind the point of a number or a percentage: 6 when left out. */
  decimals: z.optional(whole(0, 10)),
  /** The only currency of an amount; any when left out. */
  currency: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/, 'Expected an ISO 4217 code such as EUR.'))),
  /** The kind of entity that a reference points at. */
  to: z.optional(z.string()),
  /** What a formula says, such as `amount * probability / 100`. */
  formula: z.optional(z.string()),
  rollUp: z.optional(RollUp),
  sensitivity: z.optional(Sensitivity),
  access: z.optional(FieldAccess),
  /** Whether a search looks into it: texts, e-mail addresses, phone numbers and choices can be searched. */
  searched: z.optional(z.boolean()),
  /** Its place among the fields of its kind, as text that sorts (a `Rank`); those without come first, as they were declared. */
  rank: z.optional(z.string()),
});
export type FieldDefinition = Infer<typeof FieldDefinition>;

/** A kind of entity that a house adds: its rows have an id, a name, the stamps of every entity, and custom fields. */
export const EntityDefinition = z.object({
  /** The kind in its ids, one camel-case word: `vehicle`. */
  kind: z.string(),
  /** The collection of its rows, the plural in storage: `vehicles`. */
  collection: z.string(),
  labels: Labels,
  /** What several of them are called. */
  plural: Labels,
});
export type EntityDefinition = Infer<typeof EntityDefinition>;
