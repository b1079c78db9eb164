import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { DealContact, DetailedDeal } from './details.js';

/**
 * The contacts of a deal with their roles, the primary one first. `contactIds` says who is on the deal: a contact taken
 * out of it has no role any more, and one without a role is there with none.
 */
export function dealContacts(deal: Pick<DetailedDeal, 'contactIds' | 'contacts'>): readonly DealContact[] {
  const known = new Map(deal.contacts?.map((contact) => [contact.contactId, contact]));
  const all = (deal.contactIds ?? []).map((contactId) => known.get(contactId) ?? { contactId, roles: [] });
  return [...all.filter(({ primary }) => primary), ...all.filter(({ primary }) => !primary)];
}

/** Whom to call first: the contact marked primary, or else the first. */
export const primaryContact = (deal: Pick<DetailedDeal, 'contactIds' | 'contacts'>): Id<'contact'> | undefined =>
  dealContacts(deal)[0]?.contactId;

/**
 * Says which contacts have which part in a deal. Who is not on it yet comes on it; who is and is not named stays, without
 * a role. Problems: `deals/contact-twice`, `deals/two-primary-contacts`.
 */
export function withContacts(deal: DetailedDeal, contacts: readonly DealContact[]): Result<DetailedDeal> {
  const ids = contacts.map(({ contactId }) => contactId);
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  if (twice !== undefined)
    return refuse({
      code: 'deals/contact-twice',
      message: 'A contact is named twice. Give it all its roles at once.',
      path: 'contacts',
      params: { contact: twice },
    });
  const [, second] = contacts.filter(({ primary }) => primary);
  if (second)
    return refuse({
      code: 'deals/two-primary-contacts',
      message: 'Two contacts are to be the primary one. Choose one of them.',
      path: 'contacts',
      params: { contact: second.contactId },
    });
  const contactIds = [...(deal.contactIds ?? []), ...ids.filter((each) => !deal.contactIds?.includes(each))];
  const roles = contacts.filter(({ roles: own, primary }) => own.length > 0 || primary);
  return ok(withoutEmpty({ ...deal, contactIds, contacts: roles.length > 0 ? roles : undefined }));
}

/** A deal without a contact: off the list, without its roles, and not the one who has the budget. */
export function withoutContact(deal: DetailedDeal, contactId: Id<'contact'>): DetailedDeal {
  const contactIds = deal.contactIds?.filter((each) => each !== contactId);
  const contacts = deal.contacts?.filter((each) => each.contactId !== contactId);
  const { contactId: buyer, ...budget } = deal.budget ?? {};
  return withoutEmpty({
    ...deal,
    contactIds: contactIds?.length ? contactIds : undefined,
    contacts: contacts?.length ? contacts : undefined,
    ...(buyer === contactId && { budget: budget as DetailedDeal['budget'] }),
  });
}
