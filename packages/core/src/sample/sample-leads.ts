import type { Bant, Lead, LeadStatus } from '../leads/schema.js';
import type { Book } from './book.js';
import type { Chance } from './chance.js';
import { namesOf } from './companies.js';
import { contactPerson } from './contacts.js';
import { dayAt, momentAt } from './moments.js';
import { digits, type Person, personOf } from './people.js';
import { inOfficeHours, onWeekday } from './season.js';
import { itemsOf } from './tongue.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How often a lead stands where: most are being worked on, some came to something, some to nothing. */
const STATUSES: readonly LeadStatus[] = [
  'new',
  'new',
  'new',
  'contacted',
  'contacted',
  'working',
  'working',
  'nurturing',
  'qualified',
  'converted',
  'converted',
  'disqualified',
  'disqualified',
  'recycled',
];

interface Origin {
  readonly source: string;
  readonly detail: string;
  readonly medium?: string;
  readonly campaign?: string;
}

const ORIGINS: readonly Origin[] = [
  { source: 'Website', detail: 'Contact form', medium: 'organic' },
  { source: 'Website', detail: 'Price list', medium: 'cpc', campaign: 'Prices' },
  { source: 'Website', detail: 'Webinar', medium: 'email', campaign: 'Cold chain webinar' },
  { source: 'Trade fair', detail: 'LogiMAT' },
  { source: 'Partner', detail: 'Reseller portal' },
  { source: 'Referral', detail: 'Customer' },
];
const REASONS = ['No budget', 'Not our market', 'Student or press', 'Wrong number', 'Already a customer'];

/** How many leads a sales book has beside its deals. */
export const leadCount = ({ sizes }: Pick<Book, 'sizes'>): number => Math.max(14, Math.round(sizes.deals / 2));

/** People who asked for something; those that were converted are contacts of the book by now. */
export function* leadsOf(book: Book, poolId: Lead['poolId']): Generator<Lead> {
  const count = leadCount(book);
  for (let index = 0; index < count; index++) yield leadAt(book, index, poolId);
}

function leadAt(book: Book, index: number, poolId: Lead['poolId']): Lead {
  // Streams of other kinds, far from the numbers that they use.
  const chance = book.chance('contact', -1 - index);
  const status = STATUSES[index % STATUSES.length] ?? 'new';
  const contact = status === 'converted' ? index % book.sizes.contacts : undefined;
  const company = contact === undefined ? book.sizes.companies + index : book.companyOf(contact);
  const tongue = book.tongueOf(company);
  const person: Person = contact === undefined ? personOf(tongue, chance) : contactPerson(book, contact);
  const { name: companyName, industry, domain } = namesOf(book, company);
  const origin = chance.pick(ORIGINS);
  const [born, entered] = momentsOf(book, status, contact, chance, tongue.utcOffset);
  const ownerId = book.userIds[chance.between(0, book.userIds.length - 1)];
  const isPooled = (status === 'new' || status === 'recycled') && chance.isBelow(0.6);
  const isOver = status === 'converted' || status === 'disqualified';
  const isTouched = status !== 'new';
  const worth = Math.round((8_000 * Math.exp(0.7 * chance.normal())) / 500) * 500;
  const createdAt = momentAt(born);
  const enteredAt = momentAt(entered);
  return {
    id: book.idOf('lead', index, createdAt),
    name: person.name,
    status,
    statusEnteredAt: enteredAt,
    givenName: person.givenName,
    familyName: person.familyName,
    jobTitle: chance.pick(itemsOf(tongue.jobs)),
    companyName,
    industry,
    employees: Math.max(3, Math.round(60 * Math.exp(1.1 * chance.normal()))),
    emails: [{ value: `${person.account}@${domain}`, label: 'work', primary: true }],
    ...(chance.isBelow(0.7) && { phones: [{ value: digits(tongue.phone, chance), label: 'work', primary: true }] }),
    addresses: [{ country: tongue.country }],
    language: tongue.language,
    timeZone: tongue.timeZone,
    source: origin.source,
    sourceDetail: origin.detail,
    ...(origin.medium !== undefined && {
      utm: {
        source: origin.medium === 'cpc' ? 'google' : origin.medium === 'email' ? 'newsletter' : 'google',
        medium: origin.medium,
        ...(origin.campaign !== undefined && { campaign: origin.campaign }),
      },
      landingPage: `https://nordhav.example/${origin.medium === 'email' ? 'webinar' : 'contact'}`,
    }),
    ...((status === 'qualified' || status === 'converted' || chance.isBelow(0.3)) && {
      bant: bantOf(book, worth, tongue, status === 'qualified' || status === 'converted', chance),
    }),
    estimatedAmount: book.amount(worth, tongue),
    ...(status === 'qualified' && { estimatedCloseDay: dayAt(book.season.end + chance.between(10, 80) * DAY, 0) }),
    rating: chance.pick(['hot', 'warm', 'warm', 'cold'] as const),
    ...(status === 'disqualified' && { disqualifyReason: chance.pick(REASONS) }),
    ...(status === 'recycled' && { recycleOn: dayAt(book.season.end + chance.between(1, 40) * DAY, 0) }),
    ...(poolId && { poolId }),
    ...(isPooled && poolId
      ? { pooledAt: enteredAt }
      : { ...(ownerId && { ownerId }), ...(!isOver && { ownedAt: createdAt, idleSince: enteredAt }) }),
    ...(isTouched && { firstTouchedAt: enteredAt, lastTouchedAt: enteredAt }),
    ...(status === 'new' && { firstTouchDueAt: momentAt(born + 4 * HOUR) }),
    ...(contact !== undefined && {
      converted: {
        at: enteredAt,
        companyId: book.companyId(company),
        contactId: book.contactId(contact),
        ...(ownerId && { by: ownerId }),
      },
    }),
    createdAt,
    modifiedAt: enteredAt,
  };
}

/** When it came in, and since when it is where it is. */
function momentsOf(
  book: Book,
  status: LeadStatus,
  contact: number | undefined,
  chance: Chance,
  utcOffset: number,
): readonly [born: number, entered: number] {
  const { end } = book.season;
  if (contact !== undefined) {
    const entered = book.contactBirth(contact);
    return [entered - chance.between(1, 20) * DAY, entered];
  }
  // New ones are of these days; the others came in the last months.
  const ago = status === 'new' ? 3 * chance.next() : 2 + 90 * chance.next();
  const born = Math.min(end - HOUR, inOfficeHours(onWeekday(end - ago * DAY), chance, utcOffset));
  return [born, status === 'new' ? born : born + Math.floor(chance.next() * (end - born))];
}

function bantOf(
  book: Book,
  worth: number,
  tongue: Parameters<Book['amount']>[1],
  isQualified: boolean,
  { pick, isBelow }: Chance,
): Bant {
  return {
    budget: book.amount(worth, tongue),
    budgetStatus: isQualified ? pick(['planned', 'approved'] as const) : pick(['none', 'planned'] as const),
    isDecisionMaker: isBelow(isQualified ? 0.7 : 0.3),
    need: isQualified ? pick(['should-have', 'must-have'] as const) : pick(['good-to-have', 'should-have'] as const),
    timeFrame: isQualified ? pick(['immediate', 'this-quarter', 'next-quarter'] as const) : 'unknown',
  };
}
