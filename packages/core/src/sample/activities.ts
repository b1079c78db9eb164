import type { Activity } from '../activities/schema.js';
import type { Instant } from '../kernel/instant.js';
import type { Book } from './book.js';
import type { Chance } from './chance.js';
import { contactPerson } from './contacts.js';
import { type DealLife, dealLife } from './deal-life.js';
import { titleOf } from './deals.js';
import { dayAt, momentAt } from './moments.js';
import { filled } from './people.js';
import { inOfficeHours, onWeekday } from './season.js';
import { itemsOf, type Tongue } from './tongue.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const PAST = ['call', 'call', 'email', 'email', 'email', 'meeting', 'note', 'task'] as const;
const FUTURE = ['call', 'meeting', 'task', 'task'] as const;
const MINUTES = { call: [5, 10, 15, 20, 30], meeting: [30, 45, 60, 60, 90] } as const;

/** What people did for the deals, deal by deal, each in the order in which it happened; for open deals also what they mean to do. */
export function* activitiesOf(book: Book): Generator<Activity> {
  let made = 0;
  for (let index = 0; index < book.sizes.deals; index++) {
    const life = dealLife(book, index);
    const left = book.sizes.activities - made;
    const count =
      index === book.sizes.deals - 1
        ? left
        : Math.min(left, share(book, index, life, left / (book.sizes.deals - index)));
    yield* activitiesFor(book, index, life, made, count);
    made += count;
  }
}

/** Deals that came far have seen more. The shares come to about the mean. */
function share(book: Book, index: number, { stays }: DealLife, mean: number): number {
  const wanted = mean * (0.35 + 0.25 * stays.length) * (0.6 + 0.8 * book.chance('pipeline', index).next());
  return Math.floor(wanted + book.chance('product', index).next());
}

function* activitiesFor(book: Book, index: number, life: DealLife, from: number, count: number): Generator<Activity> {
  const tongue = book.tongueOf(life.company);
  const closed = life.stays.at(-1);
  const isOpen = closed?.stage.type === 'open';
  const end = isOpen ? book.season.end : (closed?.enteredAt ?? book.season.end);
  const planned = isOpen && count > 1 ? Math.min(2, Math.round(count / 4)) : 0;
  const contact = life.contacts[0];
  const ownerId = book.userIds[book.userOf(life.company)];
  const shared: Shared = {
    book,
    life,
    tongue,
    deal: titleOf(book, index, life),
    name: contact === undefined ? '' : contactPerson(book, contact).name,
    subjects: {
      call: tongue.calls,
      email: tongue.emails,
      meeting: tongue.meetings,
      task: tongue.tasks,
      note: '{deal}',
    },
    references: {
      ...(contact !== undefined && { contactId: book.contactId(contact) }),
      companyId: book.companyId(life.company),
      dealId: life.id,
      ...(ownerId && { ownerId, createdBy: ownerId, modifiedBy: ownerId }),
    },
  };
  for (let place = 0; place < count; place++) {
    const chance = book.chance('activity', from + place);
    const isPlanned = place >= count - planned;
    // The parts of its life are of one length, and something happens in each: so they come in order.
    const past = life.createdAt + ((end - life.createdAt) * (place + chance.next())) / Math.max(1, count - planned);
    yield isPlanned ? plannedOne(shared, from + place, chance) : pastOne(shared, from + place, past, end, chance);
  }
}

interface Shared {
  readonly book: Book;
  readonly life: DealLife;
  readonly tongue: Tongue;
  readonly deal: string;
  readonly name: string;
  readonly subjects: Readonly<Record<Activity['kind'], string>>;
  /** Who and what all of them are about. */
  readonly references: Partial<Activity>;
}

function pastOne(shared: Shared, index: number, past: number, end: number, chance: Chance): Activity {
  const { life, tongue } = shared;
  const kind = chance.pick(PAST);
  const workday = inOfficeHours(onWeekday(past), chance, tongue.utcOffset);
  const isOfItsLife = (millis: number): boolean => millis >= life.createdAt && millis <= end;
  const at = isOfItsLife(workday) ? workday : isOfItsLife(workday - 3 * DAY) ? workday - 3 * DAY : past;
  const moment = momentAt(at);
  const activity: Activity = {
    ...about(shared, index, kind, moment, chance),
    status: 'done',
    at: moment,
    completedAt: moment,
    createdAt: moment,
    modifiedAt: moment,
  };
  switch (kind) {
    case 'call':
    case 'email':
      return { ...activity, direction: chance.isBelow(0.6) ? 'outbound' : 'inbound' };
    case 'note':
      return { ...activity, body: text(tongue.notes, shared, chance) };
    case 'task':
      return { ...activity, dueDay: dayAt(at, tongue.utcOffset) };
    case 'meeting':
      return activity;
  }
}

function plannedOne(shared: Shared, index: number, chance: Chance): Activity {
  const { book, life, tongue } = shared;
  const kind = chance.pick(FUTURE);
  const at = Math.max(
    book.season.end + HOUR,
    inOfficeHours(onWeekday(book.season.end + chance.between(1, 15) * DAY), chance, tongue.utcOffset),
  );
  const createdAt = momentAt(Math.max(life.createdAt, book.season.end - chance.next() * 10 * DAY));
  return {
    ...about(shared, index, kind, createdAt, chance),
    status: 'planned',
    ...(kind === 'task' && { dueDay: dayAt(at, tongue.utcOffset) }),
    at: momentAt(at),
    createdAt,
    modifiedAt: createdAt,
  };
}

/** What all activities have. */
function about(
  { book, subjects, deal, name, references }: Shared,
  index: number,
  kind: Activity['kind'],
  createdAt: Instant,
  chance: Chance,
): Pick<Activity, 'id' | 'kind' | 'subject'> & Partial<Activity> {
  return {
    id: book.idOf('activity', index, createdAt),
    kind,
    subject: text(subjects[kind], { deal, name }, chance),
    ...((kind === 'call' || kind === 'meeting') && { durationMinutes: chance.pick(MINUTES[kind]) }),
    ...references,
  };
}

/** One of the texts; where nobody is known by name, one that names nobody. */
function text(list: string, values: { readonly deal: string; readonly name: string }, chance: Chance): string {
  const texts = itemsOf(list);
  const fitting = values.name === '' ? texts.filter((each) => !each.includes('{name}')) : texts;
  return filled(chance.pick(fitting), { deal: values.deal, name: values.name });
}
