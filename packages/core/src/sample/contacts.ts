import type { Contact } from '../contacts/schema.js';
import type { Book } from './book.js';
import { namesOf } from './companies.js';
import { momentAt } from './moments.js';
import { digits, type Person, personOf } from './people.js';
import { itemsOf } from './tongue.js';

export const SOURCES = ['Referral', 'Trade fair', 'Website', 'Outbound', 'Partner'];

/** People who work at the companies of the book. */
export function* contactsOf(book: Book): Generator<Contact> {
  for (let index = 0; index < book.sizes.contacts; index++) yield contactAt(book, index);
}

/** The names of a contact, for those who write about them. */
export const contactPerson = (book: Book, index: number): Person =>
  personOf(book.tongueOf(book.companyOf(index)), book.chance('contact', index));

function contactAt(book: Book, index: number): Contact {
  const chance = book.chance('contact', index);
  const company = book.companyOf(index);
  const tongue = book.tongueOf(company);
  const { name, givenName, familyName, account } = personOf(tongue, chance);
  const { domain } = namesOf(book, company);
  const createdAt = momentAt(book.contactBirth(index));
  const ownerId = book.userIds[book.userOf(company)];
  return {
    id: book.contactId(index),
    name,
    givenName,
    familyName,
    jobTitle: chance.pick(itemsOf(tongue.jobs)),
    companyId: book.companyId(company),
    emails: [{ value: `${account}@${domain}`, label: 'work', primary: true }],
    phones: [{ value: digits(tongue.phone, chance), label: chance.isBelow(0.3) ? 'mobile' : 'work', primary: true }],
    language: tongue.language,
    timeZone: tongue.timeZone,
    source: chance.pick(SOURCES),
    ...(chance.isBelow(0.06) && { doNotEmail: true }),
    ...(ownerId && { ownerId }),
    createdAt,
    modifiedAt: createdAt,
  };
}
