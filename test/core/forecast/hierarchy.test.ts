import type { Day, Id } from '@kith/core';
import { checkHierarchy, type Hierarchy, makeForecast, teamsOn } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../support/result.js';
import { ASOF, deal, MONTHS } from './deals.js';

const day = (text: string): Day => text as Day;
const HANNA = 'user_hanna' as Id<'user'>;
const team = (name: string) => `team_${name}` as Id<'team'>;

/** Hanna went from North to South on 1 May; both stand below Sales. */
const HIERARCHY: Hierarchy = {
  stays: [
    { userId: HANNA, teamId: team('north'), from: day('2025-01-01'), until: day('2026-04-30') },
    { userId: HANNA, teamId: team('south'), from: day('2026-05-01') },
  ],
  places: [
    { teamId: team('north'), parentId: team('sales'), from: day('2025-01-01') },
    { teamId: team('south'), parentId: team('sales'), from: day('2025-01-01') },
  ],
};

describe('Teams over time', () => {
  it('FC21 count a won deal where its owner was on the day it closed, an open one where the owner is, and both above', () => {
    const won = deal({ status: 'won', probability: 100, category: 'closed', closeDay: day('2026-04-10') });
    const forecast = makeForecast({ periods: MONTHS, asOf: ASOF, hierarchy: HIERARCHY }, [won, deal()]);
    const rows = forecast.rows(['team']).map(({ key, line }) => {
      const rollUp = line.perCurrency[0]?.rollUp;
      return [key.team, rollUp?.closed, rollUp?.openPipeline];
    });
    expect(rows).toEqual([
      ['team_north', 100_000_00, 0],
      ['team_sales', 100_000_00, 100_000_00],
      ['team_south', 0, 100_000_00],
    ]);
    expect(forecast.rows(['owner'], { team: 'team_north' })).toHaveLength(1);
    expect(forecast.line({ team: 'team_south' }).perCurrency[0]?.categories.closed.count).toBe(0);
    expect(teamsOn(HIERARCHY, HANNA, day('2024-12-31'))).toEqual([]);
  });

  it('FC22 refuse somebody in two teams at once, a team below two, and a circle', () => {
    expect(checkHierarchy(HIERARCHY)).toMatchObject({ ok: true });
    const twice = { stays: [...HIERARCHY.stays, { userId: HANNA, teamId: team('east'), from: day('2026-06-01') }] };
    expect(problemOf(checkHierarchy(twice))).toMatchObject({ code: 'forecast/two-teams', params: { id: HANNA } });
    const places = [
      ...(HIERARCHY.places ?? []),
      { teamId: team('north'), parentId: team('east'), from: day('2026-01-01') },
    ];
    expect(problemOf(checkHierarchy({ stays: [], places })).code).toBe('forecast/two-parents');
    const circle = [
      ...(HIERARCHY.places ?? []),
      { teamId: team('sales'), parentId: team('south'), from: day('2026-01-01') },
    ];
    expect(problemOf(checkHierarchy({ stays: [], places: circle }))).toMatchObject({ code: 'forecast/team-cycle' });
    expect(() => teamsOn({ ...HIERARCHY, places: circle }, HANNA, ASOF)).toThrow(RangeError);
  });
});
