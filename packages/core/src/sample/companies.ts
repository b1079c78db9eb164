import type { Company } from '../companies/schema.js';
import type { Book } from './book.js';
import { momentAt } from './moments.js';
import { digits, filled, type Item, latin, splitItem } from './people.js';
import { INDUSTRIES, type Industry, itemsOf, type Tongue } from './tongue.js';

/** What other rows have to know of a company. */
export interface CompanyNames {
  readonly name: string;
  readonly industry: Industry;
  /** Where its people get mail. */
  readonly domain: string;
}

/**
 * The name of a company, and the address that goes with it. Within a language no two of the first thousands are alike:
 * stems and trades are gone through in an order that looks like chance, and then again with a city.
 */
export function namesOf(book: Book, company: number): CompanyNames {
  const tongue = book.tongueOf(company);
  const stems = itemsOf(tongue.stems);
  const trades = tradesOf(tongue);
  const cities = itemsOf(tongue.cities);
  const combinations = stems.length * trades.length;
  const turn = Math.floor(company / book.tongues);
  // A step without a common divisor visits every combination once.
  const place = ((turn + (company % book.tongues) * 37) * stepFor(combinations)) % combinations;
  const round = Math.floor(turn / combinations);
  const stem = splitItem(stems[place % stems.length] ?? '');
  const { trade, industry } = trades[Math.floor(place / stems.length)] ?? {
    trade: { name: '', letters: '' },
    industry: 'Retail',
  };
  const [city = ''] = (cities[(round - 1) % cities.length] ?? '').split('|');
  const form = itemsOf(tongue.forms)[(place + round) % itemsOf(tongue.forms).length] ?? '';
  const name = filled(round === 0 ? tongue.company : tongue.companyInCity, {
    stem: stem.name,
    trade: trade.name,
    form,
    city,
  });
  const number = round === 0 ? '' : `-${round}`;
  return { name, industry, domain: `${latin(stem.letters)}-${latin(trade.letters)}${number}.example` };
}

/** Companies with the mark of their language in name, address, phone and size. */
export function* companiesOf(book: Book): Generator<Company> {
  for (let index = 0; index < book.sizes.companies; index++) yield companyAt(book, index);
}

function companyAt(book: Book, index: number): Company {
  const chance = book.chance('company', index);
  const tongue = book.tongueOf(index);
  const { name, industry, domain } = namesOf(book, index);
  const createdAt = momentAt(book.companyBirth(index));
  // The first companies of a book are its large ones: they have the most contacts and deals.
  const size = 40 + 4_000 * (1 - Math.sqrt(index / book.sizes.companies)) ** 3;
  const employees = Math.max(3, Math.round(size * Math.exp(0.7 * chance.normal())));
  const [city = '', postalCode = ''] = chance.pick(itemsOf(tongue.cities)).split('|');
  const street = filled(tongue.address, { street: chance.pick(itemsOf(tongue.streets)), n: chance.between(1, 180) });
  const isCustomer = chance.isBelow(0.45);
  const parent = book.parentOf(index);
  return {
    id: book.companyId(index),
    name,
    type: isCustomer ? 'customer' : chance.isBelow(0.1) ? 'partner' : 'prospect',
    industry,
    employees,
    annualRevenue: book.amount(employees * 95_000 * Math.exp(0.4 * chance.normal()), tongue),
    foundedYear: chance.between(1890, 2019),
    website: `https://www.${domain}`,
    emails: [{ value: `info@${domain}`, label: 'work', primary: true }],
    phones: [{ value: digits(tongue.phone, chance), label: 'work', primary: true }],
    addresses: [{ label: 'work', street, postalCode: digits(postalCode, chance), city, country: tongue.country }],
    ...(parent !== undefined && { parentId: book.companyId(parent) }),
    lifecycleStage: isCustomer ? 'customer' : 'qualified',
    ...(book.userIds[book.userOf(index)] && { ownerId: book.userIds[book.userOf(index)] }),
    createdAt,
    modifiedAt: createdAt,
  };
}

const tradesByTongue = new Map<Tongue, ReadonlyArray<{ readonly trade: Item; readonly industry: Industry }>>();

function tradesOf(tongue: Tongue): ReadonlyArray<{ readonly trade: Item; readonly industry: Industry }> {
  const known = tradesByTongue.get(tongue);
  if (known) return known;
  const trades = INDUSTRIES.flatMap((industry) =>
    itemsOf(tongue.trades[industry]).map((item) => ({ trade: splitItem(item), industry })),
  );
  tradesByTongue.set(tongue, trades);
  return trades;
}

const steps = new Map<number, number>();
function stepFor(count: number): number {
  const known = steps.get(count);
  if (known !== undefined) return known;
  const divisor = (left: number, right: number): number => (right === 0 ? left : divisor(right, left % right));
  let step = Math.max(1, Math.floor(count * 0.382));
  while (divisor(step, count) !== 1) step += 1;
  steps.set(count, step);
  return step;
}
