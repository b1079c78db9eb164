import type { Deal } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { dealsValue } from '../../../packages/elements/src/records/value.js';

const euros = (minor: number, currency = 'EUR') => ({ minor, currency });
const deal = (status: Deal['status'], more: object): Deal =>
  ({ id: `deal_${JSON.stringify(more)}`, status, ...more }) as never;

describe('what somebody is worth', () => {
  it('CD56 adds up what won deals brought and open ones may bring, each currency by itself', () => {
    const value = dealsValue([
      deal('won', { amount: euros(900), actualValue: euros(700), actualCloseDay: '2026-01-01' }),
      deal('won', { amount: euros(300), actualCloseDay: '2026-03-01' }),
      deal('open', { amount: euros(50) }),
      deal('open', { amount: euros(90, 'USD') }),
      deal('open', {}),
      deal('lost', { amount: euros(5_000) }),
    ]);
    expect(value).toMatchObject({
      won: [euros(1_000)],
      wonCount: 2,
      open: [euros(90, 'USD'), euros(50)],
      openCount: 3,
      lastWon: { day: '2026-03-01' },
    });
  });

  it('CD56 has nothing to say before anything is won', () => {
    expect(dealsValue([])).toEqual({ won: [], wonCount: 0, open: [], openCount: 0, lastWon: undefined });
  });
});
