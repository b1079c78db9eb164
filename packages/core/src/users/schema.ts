import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, name } from '../kernel/schema.js';

/** Somebody who works with the CRM. */
export const User = z.object({
  id: id('user'),
  name,
  email: z.optional(z.string()),
  teamId: z.optional(id('team')),
  managerId: z.optional(id('user')),
  /** BCP 47. */
  locale: z.optional(z.string()),
  /** IANA name. */
  timeZone: z.optional(z.string()),
  active: z.optional(z.boolean()),
  /** Keys of the roles they have. */
  roles: z.optional(z.array(z.string())),
  /** Where they sell, such as `AT` or `1060`. */
  territories: z.optional(z.array(z.string())),
  ...entityFields,
});
export type User = Infer<typeof User>;

/** People who sell or serve together. */
export const Team = z.object({
  id: id('team'),
  name,
  managerId: z.optional(id('user')),
  region: z.optional(z.string()),
  /** The team it is part of. */
  parentId: z.optional(id('team')),
  ...entityFields,
});
export type Team = Infer<typeof Team>;
