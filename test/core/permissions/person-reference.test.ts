import type { Instant } from '@kith/core';
import {
  accessOf,
  decide,
  decideChange,
  type GrantFilter,
  parseGrantFilter,
  parseRoles,
  personOf,
  type Role,
  readScope,
} from '@kith/core/permissions';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../support/result.js';

const MOMENT = { now: '2026-11-22T09:30:00.000Z' as Instant, timeZone: 'UTC' };
const USERS = [
  {
    id: 'user_ida',
    teamId: 'team_north',
    roles: ['rep'],
    territories: ['AT', 'CH'],
    customFields: { line: 'rail', seats: 3 },
  },
  { id: 'user_jo', roles: ['rep'] },
];
const TEAMS = [{ id: 'team_north', parentId: 'team_all' }, { id: 'team_all' }];
const role = (where: GrantFilter): Role => ({
  key: 'rep',
  name: 'Rep',
  grants: [{ collection: 'deals', actions: ['read'], scope: 'all', where }],
});
const access = (user: string, where: GrantFilter) => accessOf({ roles: [role(where)] }, personOf(user, USERS, TEAMS));
const sees = (user: string, where: GrantFilter, row: object): boolean =>
  decide(access(user, where), { action: 'read', collection: 'deals', row: { id: 'deal_1', ...row } }, MOMENT).ok;

describe('Conditions that speak of whoever acts', () => {
  it('PM42 are resolved to what the person has: one value, or any of several', () => {
    const mine: GrantFilter = { field: 'territory', is: 'eq', value: { person: 'territories' } };
    expect(readScope(access('user_ida', mine), 'deals')).toEqual({ field: 'territory', is: 'in', value: ['AT', 'CH'] });
    expect(['AT', 'CH', 'DE'].map((territory) => sees('user_ida', mine, { territory }))).toEqual([true, true, false]);
    const others: GrantFilter = { field: 'ownerId', is: 'ne', value: { person: 'id' } };
    expect(['user_ida', 'user_jo'].map((ownerId) => sees('user_ida', others, { ownerId }))).toEqual([false, true]);
    const mixed: GrantFilter = { field: 'unit', is: 'in', value: ['open', { person: 'teamIds' }] };
    const units = ['open', 'team_north', 'team_all', 'team_south'];
    expect(units.map((unit) => sees('user_ida', mixed, { unit }))).toEqual([true, true, true, false]);
    const custom: GrantFilter = {
      and: [
        { field: 'line', is: 'eq', value: { person: 'customFields.line' } },
        { not: { field: 'seats', is: 'eq', value: { person: 'customFields.seats' } } },
      ],
    };
    expect([3, 4].map((seats) => sees('user_ida', custom, { line: 'rail', seats }))).toEqual([false, true]);
  });

  it('PM43 give no right to somebody without what they refer to, whichever way they are said', () => {
    const mine = { field: 'territory', is: 'eq', value: { person: 'territories' } } as const;
    for (const where of [mine, { not: mine }, { ...mine, is: 'ne' }, { or: [mine, { and: [] }] }] as const)
      expect(sees('user_jo', where, { territory: 'AT' })).toBe(false);
    const inherited = { field: 'x', is: 'eq', value: { person: 'customFields.constructor' } } as const;
    expect(readScope(access('user_ida', inherited), 'deals')).toEqual({ or: [] });
  });

  it('PM44 are refused by name when they refer to what there is not', () => {
    const refused = parseGrantFilter({ field: 'territory', is: 'eq', value: { person: 'teritories' } });
    expect(problemOf(refused)).toMatchObject({
      code: 'permissions/unknown-reference',
      params: { reference: 'teritories' },
    });
    expect(problemOf(refused).message).toContain('Did you mean "territories"?');
    for (const person of ['__proto__', 'customFields.', '', 7, null, ['id'], { person: 'id' }])
      expect(problemOf(parseGrantFilter({ field: 'a', is: 'in', value: [{ person }] })).code).toBe(
        'permissions/unknown-reference',
      );
    expect(problemOf(parseGrantFilter({ field: 'a', is: 'eq', value: { person: 'id', or: 1 } })).code).toBe(
      'permissions/unknown-reference',
    );
    const admin = { key: 'admin', name: 'Admin', administers: true, grants: [] };
    const bad = role({ field: 'a', is: 'eq', value: { person: 'salary' } } as never);
    expect(problemOf(parseRoles([admin, bad]))).toMatchObject({ path: '1.grants.0.where' });
    expect(problemOf(parseRoles([admin, bad])).message).toContain('"salary"');
    expect(parseRoles([admin, role({ field: 'a', is: 'ne', value: { person: 'id' } })]).ok).toBe(true);
  });

  it('PM44 stand only where values are compared for being the same, and no deeper than any filter', () => {
    expect(problemOf(parseGrantFilter({ field: 'a', is: 'gt', value: { person: 'id' } })).code).toBe(
      'filters/wrong-value',
    );
    expect(problemOf(parseGrantFilter({ field: 'a', is: 'contains', value: { person: 'id' } })).code).toBe(
      'filters/wrong-value',
    );
    let deep: unknown = { field: 'a', is: 'eq', value: { person: 'nobody' } };
    for (let level = 0; level < 10_000; level++) deep = { not: deep };
    expect(problemOf(parseGrantFilter(deep)).code).toBe('filters/too-deep');
  });

  it('PM44 leave what they refer to in the row of a user to those who administer', () => {
    const hr: Role = {
      key: 'hr',
      name: 'HR',
      grants: [
        { collection: 'users', actions: ['update'], scope: 'all' },
        { collection: 'users', actions: ['read'], scope: 'all' },
      ],
    };
    const rep = role({
      or: [
        { field: 'territory', is: 'in', value: { person: 'territories' } },
        { field: 'line', is: 'eq', value: { person: 'customFields.line' } },
      ],
    });
    const people = personOf('user_hr', [{ id: 'user_hr', roles: ['hr'] }], []);
    const change = (to: object) =>
      decideChange(
        accessOf({ roles: [hr, rep] }, people),
        {
          collection: 'users',
          from: { id: 'user_jo', name: 'Jo' },
          to: { id: 'user_jo', name: 'Jo', ...to },
          command: 'users/edit',
        },
        MOMENT,
      );
    expect(problemOf(change({ territories: ['AT'] })).code).toBe('permissions/administrators-only');
    expect(problemOf(change({ customFields: { line: 'rail' } })).code).toBe('permissions/administrators-only');
    expect(change({ customFields: { phone: '1' } }).ok).toBe(true);
    expect(change({ name: 'Joan' }).ok).toBe(true);
  });
});
