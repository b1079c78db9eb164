import { ContactRole, type DetailedDeal } from '../deals/details.js';
import type { Deal } from '../deals/schema.js';
import { money } from '../kernel/money.js';
import type { Items, LineItem } from '../pricing/schema.js';
import { totalsOf } from '../pricing/totals.js';
import type { Book } from './book.js';
import type { Chance } from './chance.js';
import { CATALOGUE } from './staff.js';

const ROLES = ContactRole.options;
const RIVALS = ['Vektra', 'Blaumeer', 'Stellwerk', 'Onda Systems', 'Kestrel'];
const STRENGTHS = ['Price', 'Already in the house', 'Local service', 'Short delivery'];
const WEAKNESSES = ['No cold chain', 'Slow support', 'No interface', 'Only in English'];
const NEEDS = [
  'Offers and orders in one place',
  'Readings every five minutes, with an alarm',
  'Works without a network',
  'An interface to the merchandise system',
  'Rights for each branch',
];

/** A deal with its people, rivals, needs, budget, splits and lines; many have only some of these. */
export function withSampleDetails(book: Book, deal: Deal, index: number): DetailedDeal {
  const chance = book.chance('deal', -1 - index);
  const { isBelow, pick, between } = chance;
  const idOf = <Kind extends string>(kind: Kind, place: number) => book.idOf(kind, index * 10 + place, deal.createdAt);
  const helper = book.userIds[(index * 7 + 1) % book.userIds.length];
  const items = itemsFor(book, deal, index, chance);
  return {
    ...deal,
    ...(deal.contactIds && {
      contacts: deal.contactIds.map((contactId, place) => ({
        contactId,
        roles: place === 0 ? [pick(['decisionMaker', 'economicBuyer', 'champion'] as const)] : [pick(ROLES)],
        ...(place === 0 && { primary: true as const }),
      })),
    }),
    ...(isBelow(0.35) && {
      competitors: [
        {
          id: idOf('competitor', 0),
          name: pick(RIVALS),
          status:
            deal.status === 'lost' && deal.lossReason === 'Chose a competitor'
              ? 'won'
              : pick(['suspected', 'active'] as const),
          strengths: pick(STRENGTHS),
          weaknesses: pick(WEAKNESSES),
        },
      ],
    }),
    ...(isBelow(0.4) && {
      needs: Array.from({ length: between(1, 2) }, (_, place) => ({
        id: idOf('need', place),
        text: NEEDS[(index + place) % NEEDS.length] ?? '',
        importance: pick(['must', 'should', 'could'] as const),
        ...(isBelow(0.5) && { isMet: isBelow(0.7) }),
      })),
    }),
    ...(deal.amount &&
      isBelow(0.4) && { budget: { status: pick(['planned', 'approved'] as const), amount: deal.amount } }),
    ...(deal.ownerId &&
      helper &&
      helper !== deal.ownerId &&
      isBelow(0.2) && {
        splits: [
          { userId: deal.ownerId, kind: 'revenue' as const, percent: 70 },
          { userId: helper, kind: 'revenue' as const, percent: 30, role: 'Presales' },
        ],
      }),
    ...(items && { items }),
  };
}

/** Lines that come to the deal's amount without tax: what it is about, and the work that goes with it. */
function itemsFor(
  book: Book,
  { amount, productIds, createdAt }: Deal,
  index: number,
  { between }: Chance,
): Items | undefined {
  const [productId] = productIds ?? [];
  if (!amount || !productId || index % 2 > 0) return undefined;
  const [name = '', ,] = CATALOGUE[book.productIds.indexOf(productId)] ?? [];
  const quantity = between(1, 6);
  const each = Math.floor((amount.minor * 0.8) / quantity);
  const line = (place: number, rest: Omit<LineItem, 'id'>): LineItem => ({
    id: book.idOf('lineItem', index * 10 + place, createdAt),
    ...rest,
  });
  const lines = [
    line(0, { productId, name, quantity, price: money(each, amount.currency), taxPercent: 20 }),
    line(1, {
      name: 'Set-up and training',
      quantity: 1,
      price: money(amount.minor - each * quantity, amount.currency),
      taxPercent: 20,
    }),
  ];
  const terms = { currency: amount.currency, tax: 'exclusive', rounding: 'line', half: 'up' } as const;
  const totals = totalsOf(lines, terms);
  if (!totals.ok) return undefined;
  return {
    terms,
    lines,
    net: money(totals.value.net, amount.currency),
    total: money(totals.value.total, amount.currency),
  };
}
