import type { Deal } from '../deals/schema.js';
import { rankSequence } from '../kernel/rank.js';
import { statusIn } from '../kernel/stage-status.js';
import type { Book } from './book.js';
import { SOURCES } from './contacts.js';
import { type DealLife, dealLife } from './deal-life.js';
import { dayAt, momentAt } from './moments.js';
import { filled } from './people.js';
import { CATALOGUE } from './staff.js';
import { itemsOf } from './tongue.js';

const REASONS = ['Price', 'Chose a competitor', 'No budget this year', 'Postponed', 'No answer', 'Missing feature'];
const TAGS = ['Pilot', 'Strategic', 'Tender', 'Public', 'Partner', 'Framework'];
const STEPS = ['call', 'email', 'meeting', 'task'] as const;
const DAY = 86_400_000;

/** Deals through a year: in every stage, at every age. */
export function* dealsOf(book: Book): Generator<Deal> {
  const ranks = rankSequence();
  for (let index = 0; index < book.sizes.deals; index++) {
    const life = dealLife(book, index);
    yield dealAt(book, index, life, ranks.next().value);
  }
}

/** The title that a deal has. */
export function titleOf(
  book: Book,
  index: number,
  { family, company, createdAt }: Pick<DealLife, 'family' | 'company' | 'createdAt'>,
): string {
  const chance = book.chance('activity', -1 - index);
  const titles = itemsOf(book.tongueOf(company).deals[family]);
  const year = new Date(createdAt).getUTCFullYear() + 1;
  return filled(chance.pick(titles), {
    n: chance.pick([3, 4, 6, 8, 12, 14, 18, 25, 40, 60]),
    phase: chance.between(2, 3),
    year,
  });
}

function dealAt(book: Book, index: number, life: DealLife, rank: Deal['rank']): Deal {
  const { stays, pipeline, company } = life;
  const chance = book.chance('stage', index);
  const tongue = book.tongueOf(company);
  const last = stays.at(-1) ?? { stage: pipeline.stages[0] ?? missing(), enteredAt: life.createdAt };
  const { stage } = last;
  const ownerIndex = book.userOf(company);
  const ownerId = book.userIds[ownerIndex];
  const teamId = book.teamIds[Math.floor(ownerIndex / 8)];
  const productId = productFor(book, life, chance.next());
  const amount = book.amount(life.worth, tongue);
  const status = statusIn(stage);
  const closed = status === 'open' ? {} : closing(status, life, last.enteredAt, chance);
  return {
    id: life.id,
    name: titleOf(book, index, life),
    amount,
    pipelineId: pipeline.id,
    stageId: stage.id,
    status,
    rank,
    companyId: book.companyId(company),
    ...(life.contacts.length > 0 && { contactIds: life.contacts.map((contact) => book.contactId(contact)) }),
    ...(productId && { productIds: [productId] }),
    ...(teamId && { teamId }),
    source: chance.pick(SOURCES),
    openedDay: dayAt(life.createdAt, tongue.utcOffset),
    // People promise a week early or late, and some promises have passed.
    expectedCloseDay: dayAt(
      Math.max(life.createdAt + 3 * DAY, life.expectedAt + Math.round(9 * chance.normal()) * DAY),
      tongue.utcOffset,
    ),
    ...closed,
    ...(stage.type === 'won' && { actualValue: book.amount(life.worth * (1 - 0.15 * chance.next() ** 2), tongue) }),
    ...(stage.type === 'open' && chance.isBelow(0.75) && { nextStep: nextStep(book, life, chance) }),
    stageEnteredAt: momentAt(last.enteredAt),
    stageHistory: stays.map((stay, place) => {
      const next = stays[place + 1];
      return {
        stageId: stay.stage.id,
        enteredAt: momentAt(stay.enteredAt),
        ...(ownerId && { enteredBy: ownerId }),
        ...(next && { leftAt: momentAt(next.enteredAt) }),
      };
    }),
    ...(ownerId && { ownerId, createdBy: ownerId, modifiedBy: ownerId }),
    ...(chance.isBelow(0.35) && { tags: [chance.pick(TAGS)] }),
    createdAt: momentAt(life.createdAt),
    modifiedAt: momentAt(last.enteredAt),
  };

  function closing(type: 'won' | 'lost', { createdAt }: DealLife, at: number, { pick }: typeof chance): Partial<Deal> {
    const actualCloseDay = dayAt(Math.max(at, createdAt), tongue.utcOffset);
    return type === 'won' ? { actualCloseDay } : { actualCloseDay, lossReason: pick(REASONS) };
  }
}

function nextStep(
  book: Book,
  { company, family }: DealLife,
  { pick, between, isBelow }: ReturnType<Book['chance']>,
): NonNullable<Deal['nextStep']> {
  const tongue = book.tongueOf(company);
  const kind = pick(STEPS);
  const subjects = { call: tongue.calls, email: tongue.emails, meeting: tongue.meetings, task: tongue.tasks }[kind];
  const plain = itemsOf(subjects).filter((subject) => !subject.includes('{'));
  // One in seven is late.
  const days = isBelow(0.14) ? -between(1, 9) : between(0, 14);
  return {
    kind,
    subject: plain.length > 0 ? pick(plain) : family,
    day: dayAt(book.season.end + days * DAY - DAY / 2, tongue.utcOffset),
  };
}

function productFor(book: Book, { family }: DealLife, draw: number): Book['productIds'][number] | undefined {
  const fitting = book.productIds.filter((_, index) => CATALOGUE[index]?.[1] === family);
  return fitting[Math.floor(draw * fitting.length)];
}

function missing(): never {
  throw new RangeError('sample: a pipeline has stages.');
}
