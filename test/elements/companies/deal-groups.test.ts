import type { Deal } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { dealGroups } from '../../../packages/elements/src/companies/deal-groups.js';

const deal = (name: string, status: Deal['status'], day?: string): Deal =>
  ({ name, status, ...(status === 'open' ? { expectedCloseDay: day } : { actualCloseDay: day }) }) as Deal;

describe('dealGroups', () => {
  it('CD14 sorts open deals by the day they are to close, closed ones the latest first', () => {
    const groups = dealGroups([
      deal('undated', 'open'),
      deal('later', 'open', '2026-12-01'),
      deal('sooner', 'open', '2026-11-24'),
      deal('won early', 'won', '2025-01-01'),
      deal('won late', 'won', '2026-01-01'),
      deal('lost', 'lost', '2026-02-01'),
    ]);
    expect(groups.open.map(({ name }) => name)).toEqual(['sooner', 'later', 'undated']);
    expect(groups.won.map(({ name }) => name)).toEqual(['won late', 'won early']);
    expect(groups.lost.map(({ name }) => name)).toEqual(['lost']);
  });
});
