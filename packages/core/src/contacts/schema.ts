import * as z from 'zod/mini';
import { Address, ContactPoint, entityFields, LifecycleStage } from '../kernel/entity.js';
import { day, type Infer, id, name } from '../kernel/schema.js';

/** A person one does business with. */
export const Contact = z.object({
  id: id('contact'),
  /** The full name in the order the person writes it: Léa Fontanel, 王小明. */
  name,
  salutation: z.optional(z.string()),
  givenName: z.optional(z.string()),
  middleName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  jobTitle: z.optional(z.string()),
  department: z.optional(z.string()),
  companyId: z.optional(id('company')),
  emails: z.optional(z.array(ContactPoint)),
  phones: z.optional(z.array(ContactPoint)),
  addresses: z.optional(z.array(Address)),
  birthDate: z.optional(day),
  /** BCP 47, such as `zh-Hans`. */
  language: z.optional(z.string()),
  /** IANA name, such as `Europe/Paris`. */
  timeZone: z.optional(z.string()),
  preferredChannel: z.optional(z.enum(['email', 'phone', 'chat', 'post'])),
  /** Where the person came from, such as `Trade fair`. */
  source: z.optional(z.string()),
  lifecycleStage: z.optional(LifecycleStage),
  doNotEmail: z.optional(z.boolean()),
  doNotPhone: z.optional(z.boolean()),
  description: z.optional(z.string()),
  ...entityFields,
});
export type Contact = Infer<typeof Contact>;
