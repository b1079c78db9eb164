import type { ContactPoint } from '../kernel/entity.js';
import type { Contact } from './schema.js';

/** The address to write to: the one marked primary, or else the first. Works for a company as well. */
export const primaryEmail = (contact: Pick<Contact, 'emails'>): string | undefined => primary(contact.emails);

/** The number to call: the one marked primary, or else the first. Works for a company as well. */
export const primaryPhone = (contact: Pick<Contact, 'phones'>): string | undefined => primary(contact.phones);

const primary = (points: readonly ContactPoint[] = []): string | undefined =>
  (points.find((point) => point.primary) ?? points[0])?.value;
