import * as z from 'zod/mini';
import { type Day, isDay } from './day.js';
import { type Id, isId } from './id.js';
import { type Instant, isInstant } from './instant.js';
import { type Money as Amount, isCurrencyCode } from './money.js';
import { isRank, type Rank } from './rank.js';

/** The schema of an id of one kind. */
export const id = <Kind extends string>(kind: Kind): z.ZodMiniType<Id<Kind>> =>
  z
    .string()
    .check(
      z.refine((value) => isId(kind, value), `Expected an id that starts with "${kind}_".`),
    ) as unknown as z.ZodMiniType<Id<Kind>>;

/** The schema of a day that exists. */
export const day: z.ZodMiniType<Day> = z
  .string()
  .check(z.refine(isDay, 'Expected a day that exists, as YYYY-MM-DD.')) as unknown as z.ZodMiniType<Day>;

/** The schema of a moment in UTC. */
export const instant: z.ZodMiniType<Instant> = z
  .string()
  .check(
    z.refine(isInstant, 'Expected a moment in UTC, as YYYY-MM-DDThh:mm:ss.sssZ.'),
  ) as unknown as z.ZodMiniType<Instant>;

/** The schema of an order key. */
export const rank: z.ZodMiniType<Rank> = z
  .string()
  .check(z.refine(isRank, 'Expected an order key.')) as unknown as z.ZodMiniType<Rank>;

/** The schema of an amount of money. */
export const Money: z.ZodMiniType<Amount> = z.object({
  minor: z.number().check(z.refine(Number.isSafeInteger, 'Expected a whole number of minor units below 2^53.')),
  currency: z.string().check(z.refine(isCurrencyCode, 'Expected an ISO 4217 code such as EUR.')),
});
export type Money<Currency extends string = string> = Amount<Currency>;

/** The schema of a text that is there: 1 to so many characters, more than white space. */
export const text = (longest: number): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.refine(
        (value) => value.trim() !== '' && value.length <= longest,
        `Expected 1 to ${longest} characters, not just white space.`,
      ),
    );

/** The schema of a name. */
export const name: z.ZodMiniType<string> = text(500);

/** The schema of a whole number from here to there. */
export const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER): z.ZodMiniType<number> =>
  z
    .number()
    .check(
      z.refine(
        (value) => Number.isSafeInteger(value) && value >= least && value <= most,
        `Expected a whole number from ${least} to ${most}.`,
      ),
    );

/** Makes every level of a value read-only: entities are never changed in place. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };

/** The read-only type of what a schema accepts. */
export type Infer<Schema extends z.ZodMiniType> = DeepReadonly<z.infer<Schema>>;
