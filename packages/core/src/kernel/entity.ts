import * as z from 'zod/mini';
import { type Infer, id, instant, Money, text } from './schema.js';

/** A value that a custom field may hold. Amounts in several currencies, and choices, are lists. */
export type CustomValue = string | number | boolean | Money | readonly string[] | readonly Money[];

const isText = (value: unknown): boolean => typeof value === 'string';
const isMoney = (value: unknown): boolean => Money.safeParse(value).success;

// A union of schemas would weigh half a kilobyte more.
export const CustomValue = z.custom<CustomValue>(
  (value) =>
    isText(value) ||
    typeof value === 'boolean' ||
    Number.isFinite(value) ||
    isMoney(value) ||
    (Array.isArray(value) && (value.every(isText) || value.every(isMoney))),
  'Expected a text, a number, an amount of money, true or false, or a list of texts or amounts.',
);

/** The fields that every entity has besides its id. Spread them into the entity's schema. */
export const entityFields = {
  createdAt: instant,
  createdBy: z.optional(id('user')),
  modifiedAt: instant,
  modifiedBy: z.optional(id('user')),
  /** Who is responsible. */
  ownerId: z.optional(id('user')),
  /** The same thing in other systems: system → its id there. Imports find rows again by it. */
  externalIds: z.optional(z.record(z.string(), z.string())),
  tags: z.optional(z.array(z.string())),
  customFields: z.optional(z.record(z.string(), CustomValue)),
};

/** One way to reach somebody: an e-mail address or a phone number, with what it is for. */
export const ContactPoint = z.object({
  value: text(320),
  label: z.optional(z.enum(['work', 'home', 'mobile', 'other'])),
  primary: z.optional(z.boolean()),
});
export type ContactPoint = Infer<typeof ContactPoint>;

/** A postal address, each part as the person writes it. */
export const Address = z.object({
  label: z.optional(z.enum(['billing', 'shipping', 'work', 'home', 'other'])),
  street: z.optional(z.string()),
  postalCode: z.optional(z.string()),
  city: z.optional(z.string()),
  region: z.optional(z.string()),
  /** ISO 3166-1 alpha-2 where it is known, otherwise the name as it was given. */
  country: z.optional(z.string()),
});
export type Address = Infer<typeof Address>;

/** Where a person or company stands in its life as a customer. */
export const LifecycleStage = z.enum(['subscriber', 'lead', 'qualified', 'customer', 'advocate', 'former']);
export type LifecycleStage = z.infer<typeof LifecycleStage>;
