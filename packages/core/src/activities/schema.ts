import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { day, type Infer, id, instant, name } from '../kernel/schema.js';

/** What kind of thing was done or is to be done. */
export const ActivityKind = z.enum(['call', 'email', 'meeting', 'note', 'task']);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** One call, e-mail, meeting, note or task, about a contact, a company, a deal or several of them. */
export const Activity = z.object({
  id: id('activity'),
  kind: ActivityKind,
  subject: name,
  body: z.optional(z.string()),
  status: z.enum(['planned', 'done', 'cancelled']),
  direction: z.optional(z.enum(['inbound', 'outbound'])),
  /** When it took place or begins. */
  at: instant,
  /** The day a task is promised for; it does not shift with a zone. */
  dueDay: z.optional(day),
  durationMinutes: z.optional(z.number().check(z.refine((minutes) => minutes >= 0, 'Expected minutes, 0 or more.'))),
  completedAt: z.optional(instant),
  outcome: z.optional(z.string()),
  contactId: z.optional(id('contact')),
  companyId: z.optional(id('company')),
  dealId: z.optional(id('deal')),
  leadId: z.optional(id('lead')),
  ...entityFields,
});
export type Activity = Infer<typeof Activity>;
