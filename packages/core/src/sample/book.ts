import type { Day } from '../kernel/day.js';
import { type Id, makeId } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import { currencyExponent, type Money, money } from '../kernel/money.js';
import type { Pipeline } from '../pipelines/schema.js';
import { type Chance, chanceOf, seedOf } from './chance.js';
import { momentAt } from './moments.js';
import { type Season, seasonUntil } from './season.js';
import { type Sizes, sampleSizes } from './sizes.js';
import type { Tongue } from './tongue.js';
import { TONGUES } from './tongues.js';

/** What book is made. */
export interface SampleOptions {
  /** The same seed makes the same book, byte for byte. */
  readonly seed: string | number;
  /** How many rows in all, 50 to 1,000,000. */
  readonly size: number;
  /** The day (to its end) or the moment up to which things have happened; the book is about the year before it. */
  readonly until: Day | Instant;
  /** The currency of all amounts (ISO 4217), or `local` for that of each company's country. `EUR` when left out. */
  readonly currency?: string;
  /** The languages of the companies (BCP 47), such as `['de', 'zh-Hans']`; sixteen of them when left out. */
  readonly languages?: readonly string[];
}

/** One kind of row each draws its chance from a stream of its own. */
const STREAMS = [
  'team',
  'user',
  'product',
  'pipeline',
  'stage',
  'company',
  'contact',
  'deal',
  'activity',
  'id',
] as const;
type Stream = (typeof STREAMS)[number];

const DAY = 86_400_000;

/** All that is known before the first row: any row can be made from it and its own number. */
export interface Book {
  readonly sizes: Sizes;
  readonly season: Season;
  readonly until: Instant;
  chance(stream: Stream, index: number): Chance;
  idOf<Kind extends string>(kind: Kind, index: number, createdAt: Instant): Id<Kind>;
  tongueOf(company: number): Tongue;
  /** How many languages take turns. */
  readonly tongues: number;
  companyBirth(company: number): number;
  /** The company that this one is a subsidiary of: an earlier one of its language. */
  parentOf(company: number): number | undefined;
  companyId(company: number): Id<'company'>;
  contactBirth(contact: number): number;
  contactId(contact: number): Id<'contact'>;
  /** The company that a contact works for. */
  companyOf(contact: number): number;
  /** The contacts of a company: its first, and the numbers of the others. */
  contactsOf(company: number): readonly number[];
  userOf(company: number): number;
  /** A price in euros as an amount in the book's currency. */
  amount(euros: number, tongue: Tongue): Money;
  readonly userIds: readonly Id<'user'>[];
  readonly teamIds: readonly Id<'team'>[];
  readonly productIds: readonly Id<'product'>[];
  readonly pipelines: readonly Pipeline[];
}

/** Before this many days the people of the book began to work with it. */
export const staffBirth = (season: Season): Instant => momentAt(season.start - 1_000 * DAY);

/** Begins a book; the pipelines are made by the caller from the same chance. */
export function bookOf(
  options: SampleOptions,
  makePipelines: (book: Omit<Book, 'pipelines'>) => readonly Pipeline[],
): Book {
  const seed = seedOf(options.seed);
  const sizes = sampleSizes(options.size);
  const until = options.until.length === 10 ? `${options.until}T23:59:59.999Z` : options.until;
  if (Number.isNaN(Date.parse(until)))
    throw new RangeError(`sample: until is a day or a moment, not "${options.until}".`);
  const season = seasonUntil(Date.parse(until));
  const tongues = TONGUES.filter(({ language }) => options.languages?.includes(language) ?? true);
  if (tongues.length === 0)
    throw new RangeError(`sample: languages are some of ${TONGUES.map(({ language }) => language).join(', ')}.`);

  const chance = (stream: Stream, index: number): Chance => chanceOf(seed, STREAMS.indexOf(stream), index);
  const idOf = <Kind extends string>(kind: Kind, index: number, createdAt: Instant): Id<Kind> =>
    makeId(kind, createdAt, chanceOf(seed, 100 + STREAMS.indexOf(kind as unknown as Stream), index).next);
  const extra = Math.max(0, sizes.contacts - sizes.companies);
  const tongueOf = (company: number): Tongue => tongues[company % tongues.length] ?? (TONGUES[0] as Tongue);
  const companyOf = (contact: number): number =>
    contact < sizes.companies
      ? contact
      : Math.floor(sizes.companies * ((contact - sizes.companies + 0.5) / extra) ** 2);
  const companyBirth = (company: number): number => {
    const { next, isBelow } = chanceOf(seed, 200, company);
    const { start, end } = season;
    // Three of four were customers or known before the year began; the others come in its course.
    return Math.floor(isBelow(0.75) ? start - (1 + next() * 900) * DAY : start + next() * 0.8 * (end - start));
  };
  const contactBirth = (contact: number): number => {
    const birth = companyBirth(companyOf(contact));
    if (contact < sizes.companies) return birth + 60_000;
    return birth + Math.floor(chanceOf(seed, 201, contact).next() * 0.9 * (season.end - birth));
  };
  const staff = staffBirth(season);
  const ids = <Kind extends string>(kind: Kind, count: number): readonly Id<Kind>[] =>
    Array.from({ length: count }, (_, index) => idOf(kind, index, staff));
  const base = {
    sizes,
    season,
    until: momentAt(season.end),
    chance,
    idOf,
    tongueOf,
    tongues: tongues.length,
    companyBirth,
    parentOf(company: number) {
      const { isBelow, between } = chanceOf(seed, 203, company);
      const turn = Math.floor(company / tongues.length);
      return turn > 0 && isBelow(0.1)
        ? (company % tongues.length) + between(0, Math.floor((turn - 1) / 3)) * tongues.length
        : undefined;
    },
    companyId: (company: number) => idOf('company', company, momentAt(companyBirth(company))),
    contactBirth,
    contactId: (contact: number) => idOf('contact', contact, momentAt(contactBirth(contact))),
    companyOf,
    contactsOf(company: number) {
      const contacts = company < sizes.contacts ? [company] : [];
      let contact = sizes.companies + Math.max(0, Math.floor(extra * Math.sqrt(company / sizes.companies)) - 1);
      while (contact < sizes.contacts && companyOf(contact) < company) contact += 1;
      for (; contact < sizes.contacts && companyOf(contact) === company; contact++) contacts.push(contact);
      return contacts;
    },
    userOf: (company: number) => chanceOf(seed, 202, company).between(0, sizes.users - 1),
    amount(euros: number, tongue: Tongue): Money {
      const isLocal = options.currency === 'local';
      const currency = isLocal ? tongue.currency : (options.currency ?? 'EUR');
      const perEuro = isLocal ? tongue.perEuro : (TONGUES.find((each) => each.currency === currency)?.perEuro ?? 1);
      return money(rounded(euros * perEuro) * 10 ** currencyExponent(currency), currency);
    },
    userIds: ids('user', sizes.users),
    teamIds: ids('team', sizes.teams),
    productIds: ids('product', sizes.products),
  };
  return { ...base, pipelines: makePipelines(base) };
}

/** Prices are round: 12,300, not 12,287. */
function rounded(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2);
  return Math.max(step, Math.round(value / step) * step);
}
