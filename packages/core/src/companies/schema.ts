import * as z from 'zod/mini';
import { Address, ContactPoint, entityFields, LifecycleStage } from '../kernel/entity.js';
import { type Infer, id, Money, name, whole } from '../kernel/schema.js';

/** An organisation one does business with (account, 客户). */
export const Company = z.object({
  id: id('company'),
  name,
  legalName: z.optional(z.string()),
  type: z.optional(z.enum(['prospect', 'customer', 'partner', 'reseller', 'supplier', 'investor', 'competitor'])),
  /** The industry in the source's own words. */
  industry: z.optional(z.string()),
  /** How many people work there. */
  employees: z.optional(whole(0)),
  annualRevenue: z.optional(Money),
  /** The year it was founded, such as 1996. */
  foundedYear: z.optional(whole(1, 9999)),
  website: z.optional(z.string()),
  emails: z.optional(z.array(ContactPoint)),
  phones: z.optional(z.array(ContactPoint)),
  addresses: z.optional(z.array(Address)),
  /** The company this one is a subsidiary of. */
  parentId: z.optional(id('company')),
  lifecycleStage: z.optional(LifecycleStage),
  description: z.optional(z.string()),
  ...entityFields,
});
export type Company = Infer<typeof Company>;
