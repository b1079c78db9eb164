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
    contactId: contact === undefined ? undefined : book.contactId(contact),
    companyId: book.companyId(life.company),
    ownerId: book.userIds[book.userOf(life.company)],
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
  readonly contactId: Activity['contactId'];
  readonly companyId: Activity['companyId'];
  readonly ownerId: Activity['ownerId'];
}

/** An activity while it is made, field by field: half of a large book are activities, and copying them would double its cost. */
type Draft = { -readonly [Field in keyof Activity]: Activity[Field] };

function pastOne(shared: Shared, index: number, past: number, end: number, chance: Chance): Activity {
  const { life, tongue } = shared;
  const kind = chance.pick(PAST);
  const workday = inOfficeHours(onWeekday(past), chance, tongue.utcOffset);
  const isOfItsLife = (millis: number): boolean => millis >= life.createdAt && millis <= end;
  const at = isOfItsLife(workday) ? workday : isOfItsLife(workday - 3 * DAY) ? workday - 3 * DAY : past;
  const moment = momentAt(at);
  const activity = begun(shared, index, kind, moment, chance);
  activity.status = 'done';
  activity.completedAt = moment;
  if (kind === 'call' || kind === 'email') activity.direction = chance.isBelow(0.6) ? 'outbound' : 'inbound';
  if (kind === 'note') activity.body = text(tongue.notes, shared, chance);
  if (kind === 'task') activity.dueDay = dayAt(at, tongue.utcOffset);
  return activity;
}

function plannedOne(shared: Shared, index: number, chance: Chance): Activity {
  const { book, life, tongue } = shared;
  const kind = chance.pick(FUTURE);
  const at = Math.max(
    book.season.end + HOUR,
    inOfficeHours(onWeekday(book.season.end + chance.between(1, 15) * DAY), chance, tongue.utcOffset),
  );
  const createdAt = momentAt(Math.max(life.createdAt, book.season.end - chance.next() * 10 * DAY));
  const activity = begun(shared, index, kind, createdAt, chance);
  activity.at = momentAt(at);
  if (kind === 'task') activity.dueDay = dayAt(at, tongue.utcOffset);
  return activity;
}

/** What all activities have. */
function begun(shared: Shared, index: number, kind: Activity['kind'], createdAt: Instant, chance: Chance): Draft {
  const { book, life, subjects, companyId, contactId, ownerId } = shared;
  const activity: Draft = {
    id: book.idOf('activity', index, createdAt),
    kind,
    subject: text(subjects[kind], shared, chance),
    status: 'planned',
    at: createdAt,
    createdAt,
    modifiedAt: createdAt,
    companyId,
    dealId: life.id,
  };
  if (contactId !== undefined) activity.contactId = contactId;
  if (ownerId !== undefined) activity.ownerId = activity.createdBy = activity.modifiedBy = ownerId;
  if (kind === 'call' || kind === 'meeting') activity.durationMinutes = chance.pick(MINUTES[kind]);
  return activity;
}

/** One of the texts; where nobody is known by name, one that names nobody. */
function text(list: string, values: { readonly deal: string; readonly name: string }, chance: Chance): string {
  const texts = itemsOf(list);
  const fitting = values.name === '' ? texts.filter((each) => !each.includes('{name}')) : texts;
  return filled(chance.pick(fitting), { deal: values.deal, name: values.name });
}
