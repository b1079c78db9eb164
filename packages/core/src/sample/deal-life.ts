import type { Id } from '../kernel/id.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import type { Book } from './book.js';
import type { Chance } from './chance.js';
import { momentAt } from './moments.js';
import { inOfficeHours, onWeekday } from './season.js';
import { FAMILIES, type Family } from './tongue.js';

/** What a deal goes through: everything that other rows have to agree with. */
export interface DealLife {
  readonly id: Id<'deal'>;
  readonly company: number;
  readonly contacts: readonly number[];
  readonly family: Family;
  readonly pipeline: Pipeline;
  /** Euros. */
  readonly worth: number;
  readonly createdAt: number;
  readonly stays: readonly { readonly stage: Stage; readonly enteredAt: number }[];
  /** Where it would have been closed, had the book not ended before. */
  readonly expectedAt: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Median worth in euros; deals are log-normal around it. */
const WORTH: Readonly<Record<Family, number>> = {
  Portal: 42_000,
  Shop: 30_000,
  'Service desk': 18_000,
  Sensors: 22_000,
  Fleet: 26_000,
  Warehouse: 58_000,
  Analytics: 15_000,
  Care: 12_000,
};
const SPREAD = 0.75;

/** How a deal fares in the open stages of a pipeline: the share that goes on from each, and the days it takes (median). */
const COURSE: ReadonlyArray<{ readonly goesOn: readonly number[]; readonly days: readonly number[] }> = [
  { goesOn: [0.66, 0.62, 0.7, 0.78, 0.9], days: [6, 11, 14, 9, 5] },
  { goesOn: [0.9, 0.9], days: [24, 14] },
];
const SHARE_OF_RENEWALS = 0.2;
/** So far behind the end of a quarter a signature may be, and still be brought forward into it. */
const PULLED = 18 * DAY;

/** Lives through a deal, up to the end of the book. */
export function dealLife(book: Book, index: number): DealLife {
  const chance = book.chance('deal', index);
  const company = Math.floor(book.sizes.companies * chance.next() ** 2);
  const course = book.pipelines.length > 1 && chance.isBelow(SHARE_OF_RENEWALS) ? 1 : 0;
  const pipeline = book.pipelines[course] ?? book.pipelines[0];
  if (!pipeline) throw new RangeError('sample: a book has a pipeline.');
  const family = course === 1 ? 'Care' : chance.pick(FAMILIES);
  const worth = WORTH[family] * (course === 1 ? 0.8 : 1) * Math.exp(SPREAD * chance.normal());
  const createdAt = beginning(book, company, chance);
  const { stays, expectedAt } = courseOf(
    book,
    pipeline,
    course,
    { worth: worth / WORTH[family], createdAt, utcOffset: book.tongueOf(company).utcOffset },
    chance,
  );
  return {
    id: book.idOf('deal', index, momentAt(createdAt)),
    company,
    contacts: contactsFor(book, company, createdAt, chance),
    family,
    pipeline,
    worth,
    createdAt,
    stays,
    expectedAt,
  };
}

function beginning(book: Book, company: number, chance: Chance): number {
  const birth = book.companyBirth(company);
  const opened = inOfficeHours(book.season.opening(chance, birth), chance, book.tongueOf(company).utcOffset);
  return Math.min(Math.max(opened, birth + HOUR), book.season.end - HOUR);
}

function courseOf(
  book: Book,
  pipeline: Pipeline,
  course: number,
  { worth, createdAt, utcOffset }: { readonly worth: number; readonly createdAt: number; readonly utcOffset: number },
  chance: Chance,
): Pick<DealLife, 'stays' | 'expectedAt'> {
  const { goesOn, days } = COURSE[course] ?? { goesOn: [], days: [] };
  const open = pipeline.stages.filter((stage) => stage.type === 'open');
  const [won, lost] = [
    pipeline.stages.find((stage) => stage.type === 'won'),
    pipeline.stages.find((stage) => stage.type === 'lost'),
  ];
  const first = open[0];
  if (!first || !won || !lost) throw new RangeError('sample: a pipeline has open stages, a won and a lost one.');
  const stays = [{ stage: first, enteredAt: createdAt }];
  let at = createdAt;
  for (let place = 0; place < open.length; place++) {
    // Large deals take longer.
    const took = (days[place] ?? 10) * worth ** 0.2 * Math.exp(0.6 * chance.normal());
    const isLast = place === open.length - 1;
    const goes = chance.isBelow(goesOn[place] ?? 0);
    const due = at + took * DAY;
    const meant = isLast && goes ? signed(due, at, chance) : due;
    at = Math.max(at + HOUR, inOfficeHours(onWeekday(meant), chance, utcOffset));
    if (at > book.season.end) return { stays, expectedAt: at + (open.length - 1 - place) * 12 * DAY };
    stays.push({ stage: goes ? (isLast ? won : (open[place + 1] ?? won)) : lost, enteredAt: at });
    if (!goes) break;
  }
  return { stays, expectedAt: at };
}

/** Some signatures that would come shortly after a quarter's end are brought forward into its last days. */
function signed(due: number, from: number, chance: Chance): number {
  const date = new Date(due);
  const quarter = Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1);
  const isPulled = due - quarter < PULLED && chance.isBelow(0.55);
  return isPulled ? Math.max(from + DAY, quarter - chance.between(1, 8) * DAY) : due;
}

/** One to three of the company's people, among them only those who are known by then. */
function contactsFor(book: Book, company: number, createdAt: number, chance: Chance): readonly number[] {
  const known = book.contactsOf(company).filter((contact) => book.contactBirth(contact) <= createdAt);
  const wanted = chance.isBelow(0.25) ? 2 : 1;
  const from = known.length > 0 ? chance.between(0, known.length - 1) : 0;
  return Array.from(
    { length: Math.min(wanted, known.length) },
    (_, place) => known[(from + place) % known.length] ?? 0,
  );
}
