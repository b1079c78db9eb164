import { type Deal, type Id, money } from '@kith/core';
import {
  amountSource,
  broughtIn,
  type Credit,
  creditsOf,
  type DealContact,
  DetailedDeal,
  dealContacts,
  evenSplits,
  houseValueAfter,
  houseValueOf,
  primaryContact,
  type Split,
  splitsProblem,
  withAmount,
  withContacts,
  withDetails,
  withItems,
  withoutContact,
} from '@kith/core/deals';
import type { LineItem } from '@kith/core/pricing';
import type { Rate } from '@kith/core/rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { line, terms } from '../pricing/lines.js';
import { aDeal, day } from './book.js';

const contactId = (name: string): Id<'contact'> => `contact_${name}` as Id<'contact'>;
const userId = (name: string): Id<'user'> => `user_${name}` as Id<'user'>;
const contact = (name: string, ...roles: DealContact['roles']): DealContact => ({ contactId: contactId(name), roles });
const env = envAt();

describe('who takes part in a deal', () => {
  const deal = withDetails(aDeal({ contactIds: [contactId('ada')] }));

  it('D30 a contact may have several roles, and one is the primary', () => {
    const made = valueOf(
      withContacts(deal, [
        contact('ada', 'champion', 'user'),
        { ...contact('ben', 'economicBuyer', 'decisionMaker'), primary: true },
      ]),
    );
    expect(DetailedDeal.parse(made)).toEqual(made);
    expect(dealContacts(made)).toEqual([
      { contactId: contactId('ben'), roles: ['economicBuyer', 'decisionMaker'], primary: true },
      { contactId: contactId('ada'), roles: ['champion', 'user'] },
    ]);
    expect(primaryContact(made)).toBe(contactId('ben'));
    expect(primaryContact(deal)).toBe(contactId('ada'));
    expect(primaryContact(aDeal())).toBeUndefined();
    const two = [
      { ...contact('ada'), primary: true as const },
      { ...contact('ben'), primary: true as const },
    ];
    expect(problemOf(withContacts(deal, two)).code).toBe('deals/two-primary-contacts');
    expect(problemOf(withContacts(deal, [contact('ada', 'user'), contact('ada', 'champion')])).code).toBe(
      'deals/contact-twice',
    );
  });

  it('D31 a contact with a role is on the deal, and one that is taken off has none', () => {
    const made = valueOf(withContacts(deal, [contact('ben', 'blocker')]));
    expect(made.contactIds).toEqual([contactId('ada'), contactId('ben')]);
    expect(dealContacts(made)).toEqual([contact('ada'), contact('ben', 'blocker')]);
    // Whoever knows only of contactIds takes the role along with the contact.
    const edited = { ...made, contactIds: [contactId('ada')] };
    expect(dealContacts(edited)).toEqual([contact('ada')]);
    const budget = { status: 'approved', contactId: contactId('ben'), amount: money(5, 'EUR') } as const;
    const off = withoutContact(frozen({ ...made, budget }), contactId('ben'));
    expect(off).toMatchObject({
      contactIds: [contactId('ada')],
      budget: { status: 'approved', amount: money(5, 'EUR') },
    });
    expect(off.budget).not.toHaveProperty('contactId');
    expect(off).not.toHaveProperty('contacts');
    expect(withoutContact(off, contactId('ada'))).not.toHaveProperty('contactIds');
    expect(withContacts(deal, [contact('ada')])).toMatchObject({ value: { contactIds: [contactId('ada')] } });
  });

  it('D32 revenue splits make exactly 100 percent', () => {
    const revenue = (...percents: readonly number[]): readonly Split[] =>
      percents.map((percent, index) => ({ userId: userId(String(index)), kind: 'revenue', percent }));
    expect(splitsProblem(revenue(33.3334, 33.3333, 33.3333))).toBeUndefined();
    expect(splitsProblem(revenue(10.1, 20.2, 69.7))).toBeUndefined(); // 100.00000000000001 in floating point
    expect(splitsProblem(revenue(33.33, 33.33, 33.33))).toMatchObject({
      code: 'deals/splits-not-100',
      params: { percent: 99.99 },
    });
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(splitsProblem(revenue(odd, 100))?.code).toBe('deals/splits-not-100');
    expect(splitsProblem([])).toBeUndefined();
    expect(splitsProblem([{ userId: HANNA, kind: 'overlay', percent: 100 }])).toBeUndefined();
    const twice = [...revenue(50, 50), { userId: userId('0'), kind: 'revenue', percent: 1 } as const];
    expect(splitsProblem(twice)?.code).toBe('deals/split-twice');
    expect(splitsProblem([...revenue(100), { userId: userId('0'), kind: 'overlay', percent: 5 }])).toBeUndefined();
    expect(evenSplits(['a', 'b', 'c'].map(userId)).map(({ percent }) => percent)).toEqual([33.34, 33.33, 33.33]);
    expect(splitsProblem(evenSplits(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(userId)))).toBeUndefined();
    expect(evenSplits([])).toEqual([]);
    for (const percent of [0, -1, 100.5, Number.NaN, 0.000_01])
      expect(DetailedDeal.safeParse({ ...deal, splits: revenue(percent) }).success).toBe(false);
  });

  it('D33 credits make the amount to the minor unit', () => {
    const sum = (credits: readonly Credit[]): number => credits.reduce((total, { amount }) => total + amount.minor, 0);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 1e15 }),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        fc.integer({ min: 1, max: 100 }),
        (cuts, minor, currency, overlay) => {
          // Cuts of a hundred percent, in ten-thousandths.
          const ends = [...new Set(cuts)].sort((a, b) => a - b);
          const parts = [...ends, 1_000_000].map((end, index) => (end - (ends[index - 1] ?? 0)) / 10_000);
          const splits = parts.map(
            (percent, index): Split => ({ userId: userId(String(index)), kind: 'revenue', percent }),
          );
          expect(splitsProblem(splits)).toBeUndefined();
          const extra: Split = { userId: HANNA, kind: 'overlay', percent: overlay };
          const credits = creditsOf({ status: 'open', amount: money(minor, currency), splits: [...splits, extra] });
          const revenue = credits.filter(({ kind }) => kind === 'revenue');
          expect(sum(revenue)).toBe(minor);
          for (const { amount, percent } of revenue)
            expect(Math.abs(amount.minor - (minor * percent) / 100)).toBeLessThan(1 + minor * 1e-15);
          expect(credits.at(-1)).toMatchObject({ kind: 'overlay', amount: { currency } });
        },
      ),
      fuzz(500),
    );
    const won = { status: 'won', amount: money(1, 'EUR'), actualValue: money(100, 'EUR') } as const;
    expect(creditsOf({ ...won, ownerId: HANNA })).toEqual([
      { userId: HANNA, kind: 'revenue', percent: 100, amount: money(100, 'EUR') },
    ]);
    expect(creditsOf(won)).toEqual([]);
    expect(creditsOf({ status: 'lost', amount: money(1, 'EUR'), ownerId: HANNA })).toEqual([]);
    expect(creditsOf({ status: 'open', ownerId: HANNA })).toEqual([]);
  });
});

describe('the amount of a deal', () => {
  const blank = withDetails(aDeal({ amount: undefined }));
  const lines = frozen([line(1), line(2, { taxPercent: 20 })]);
  const priced = (deal: DetailedDeal, of: readonly LineItem[] = lines): DetailedDeal =>
    valueOf(withItems(frozen(deal), of, terms(), env));

  it('D34 follows the line items without tax, and says so', () => {
    const deal = priced(blank);
    expect(deal).toMatchObject({ amount: money(200_00, 'EUR'), items: { total: money(220_00, 'EUR') } });
    expect(amountSource(deal)).toBe('items');
    expect(DetailedDeal.parse(deal)).toEqual(deal);
    expect(priced(deal, [line(3)]).amount).toEqual(money(100_00, 'EUR'));
    expect(amountSource(blank)).toBeUndefined();
  });

  it('D34 set by hand it stays, whoever wrote it, until it is to follow again', () => {
    const before = priced(withDetails(aDeal()));
    expect([before.amount, amountSource(before)]).toEqual([money(1250_00, 'EUR'), 'hand']);
    const edited: DetailedDeal = { ...priced(blank), amount: money(150_00, 'EUR') };
    expect(amountSource(edited)).toBe('hand');
    expect(priced(edited, [line(3)])).toMatchObject({ amount: money(150_00, 'EUR') });
    // What it came to, but said by hand: it does not follow either.
    const said = valueOf(withAmount(priced(blank), money(200_00, 'EUR'), env));
    expect([amountSource(said), amountSource(priced(said, [line(3)]))]).toEqual(['hand', 'hand']);
    const again = valueOf(withAmount(edited, 'items', env));
    expect([again.amount, amountSource(again)]).toEqual([money(200_00, 'EUR'), 'items']);
    expect(problemOf(withAmount(blank, 'items', env)).code).toBe('deals/no-items');
    expect(problemOf(withAmount(blank, money(-1, 'EUR'), env)).code).toBe('deals/negative-amount');
    expect(valueOf(withAmount(before, undefined, env))).not.toHaveProperty('amount');
    const huge = line(1, { price: money(9e14, 'EUR'), quantity: 2 });
    expect(problemOf(withItems(blank, [huge], terms(), env)).code).toBe('deals/absurd-amount');
    expect(problemOf(withItems(blank, [line(1, { quantity: 0 })], terms(), env)).code).toBe('pricing/wrong-quantity');
  });

  it('D35 stays by hand when the lines are taken away', () => {
    const deal = priced(priced(blank), []);
    expect(deal).not.toHaveProperty('items');
    expect([deal.amount, amountSource(deal)]).toEqual([money(200_00, 'EUR'), 'hand']);
  });

  it('D36 and the line items of a closed deal stay as they are', () => {
    for (const status of ['won', 'lost'] as const) {
      const closed: DetailedDeal = { ...priced(blank), status };
      expect(problemOf(withItems(closed, [line(3)], terms(), env)).code).toBe('deals/closed');
      expect(problemOf(withItems(closed, [], terms(), env)).code).toBe('deals/closed');
      expect(problemOf(withAmount(closed, money(1, 'EUR'), env)).code).toBe('deals/closed');
    }
  });
});

describe('the value at the close', () => {
  const rate = (began: string, units: number): Rate => ({ from: 'USD', to: 'EUR', day: day(began), rate: units });
  const open = aDeal({ amount: money(50_00, 'USD') });
  const won: Deal = { ...open, status: 'won', actualValue: money(50_00, 'USD'), actualCloseDay: day('2026-06-15') };
  const brought = { value: money(50_00, 'USD'), day: day('2026-06-15') };
  const rates = [rate('2026-01-01', 0.9)];
  const kept: DetailedDeal = { ...won, houseValue: houseValueOf(brought, 'EUR', rates) };

  it('D37 is kept with its rates: what rates say later changes nothing (defect 10, golden vector "Currency")', () => {
    expect(houseValueAfter(open, won)).toEqual(brought);
    expect(kept.houseValue).toEqual({ amount: money(45_00, 'EUR'), day: '2026-06-15', rates });
    expect(DetailedDeal.parse(kept)).toEqual(kept);
    for (const later of [[], [...rates, rate('2026-06-16', 0.5)], [rate('2026-01-01', 0.1)], [rate('2026-06-15', 2)]])
      expect(valueOf(broughtIn(kept, 'EUR', later))).toEqual({ amount: money(45_00, 'EUR'), rates });
    // Another house currency: what it brought, at the rates of that day.
    const pounds = { from: 'USD', to: 'GBP', day: day('2026-06-01'), rate: 0.7 };
    expect(valueOf(broughtIn(kept, 'GBP', [pounds])).amount).toEqual(money(35_00, 'GBP'));
    expect(houseValueOf({ ...brought, value: money(7, 'EUR') }, 'EUR', [])).toEqual({
      amount: money(7, 'EUR'),
      day: '2026-06-15',
      rates: [],
    });
  });

  it('D38 goes when it is reopened, and is taken anew with another value or day', () => {
    expect(houseValueAfter(kept, { ...kept, rank: open.rank })).toBe('stays');
    expect(houseValueAfter(kept, { ...open, houseValue: kept.houseValue })).toBe('goes');
    expect(houseValueAfter(kept, { ...kept, status: 'lost' })).toBe('goes');
    expect(houseValueAfter(open, open)).toBe('stays');
    expect(houseValueAfter(kept, { ...kept, actualValue: money(1, 'USD') })).toEqual({
      ...brought,
      value: money(1, 'USD'),
    });
    expect(houseValueAfter(kept, { ...kept, actualCloseDay: day('2026-07-01') })).toEqual({
      ...brought,
      day: '2026-07-01',
    });
  });

  it('D39 there is none without a rate, and never one to one', () => {
    expect(houseValueOf(brought, 'EUR', [rate('2026-06-16', 0.9)])).toBeUndefined();
    expect(problemOf(broughtIn(won, 'EUR', [])).code).toBe('rates/missing');
    expect(valueOf(broughtIn(won, 'EUR', rates)).amount).toEqual(money(45_00, 'EUR'));
    expect(problemOf(broughtIn(open, 'EUR', rates)).code).toBe('deals/not-won');
  });
});
