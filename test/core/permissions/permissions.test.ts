import type { Instant } from '@kith/core';
import {
  type Access,
  accessOf,
  changedPaths,
  checkLockOut,
  complete,
  decide,
  decideChange,
  type Grant,
  type Member,
  type ProtectedField,
  parseRoles,
  personOf,
  reachesOf,
  readScope,
  redact,
  visibleFields,
} from '@kith/core/permissions';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../support/env.js';

const MOMENT = { now: '2026-11-22T08:30:00.000Z' as Instant, timeZone: 'Europe/Vienna' };
const USERS: readonly Member[] = [
  { id: 'user_top', teamId: 'team_top', roles: ['rep'] },
  { id: 'user_mid', teamId: 'team_north', managerId: 'user_top', roles: ['rep', 'extra'] },
  { id: 'user_low', teamId: 'team_fjord', managerId: 'user_mid' },
  { id: 'user_peer', teamId: 'team_north' },
  { id: 'user_lone', roles: ['rep'] },
];
const TEAMS = [
  { id: 'team_top' },
  { id: 'team_north', parentId: 'team_top' },
  { id: 'team_fjord', parentId: 'team_north' },
  { id: 'team_east', parentId: 'team_top', managerId: 'user_lone' },
];

const accessBy = (grants: readonly Grant[], user = 'user_mid', extra: readonly Grant[] = []): Access =>
  accessOf(
    {
      roles: [
        { key: 'rep', name: 'Rep', grants },
        { key: 'extra', name: 'Extra', grants: extra },
      ],
    },
    personOf(user, USERS, TEAMS),
  );
const may = (access: Access, action: 'read' | 'update' | 'delete', row: object, field?: string): boolean =>
  decide(access, { action, collection: 'deals', row, field }, MOMENT).ok;
const read = (more: Partial<Grant> = {}): Grant => ({ collection: 'deals', actions: ['read'], scope: 'own', ...more });
const ownedBy = (ownerId: string): object => ({ id: 'deal_1', ownerId });

describe('who somebody is', () => {
  it('PM2 finds the owners of each scope, each wider than the one before', () => {
    const { owners, groups } = personOf('user_mid', USERS, TEAMS);
    expect(owners.own).toEqual(['user_mid']);
    expect(owners.team).toEqual(['user_mid', 'user_peer']);
    expect(owners['team-and-below']).toEqual(['user_mid', 'user_peer', 'user_low']);
    expect(personOf('user_top', USERS, TEAMS).owners['unit-and-below']).toEqual([
      'user_top',
      'user_mid',
      'user_low',
      'user_peer',
    ]);
    expect(groups).toEqual(['user_mid', 'team_north', 'team_top']);
  });

  it('PM2 counts the teams somebody leads, and those below them, as below', () => {
    const users = [...USERS, { id: 'user_east', teamId: 'team_east' }];
    expect(personOf('user_lone', users, TEAMS).owners['team-and-below']).toEqual(['user_lone', 'user_east']);
    expect(personOf('user_lone', users, TEAMS).owners.team).toEqual(['user_lone']);
  });

  it('PM3 follows managers and teams that go round in a circle once', () => {
    const users = [
      { id: 'user_a', managerId: 'user_b', teamId: 'team_a' },
      { id: 'user_b', managerId: 'user_a', teamId: 'team_b' },
      { id: 'user_c', managerId: 'user_c' },
    ];
    const teams = [
      { id: 'team_a', parentId: 'team_b' },
      { id: 'team_b', parentId: 'team_a' },
    ];
    expect(personOf('user_a', users, teams).owners['unit-and-below']).toEqual(['user_a', 'user_b']);
    expect(personOf('user_a', users, teams).groups).toEqual(['user_a', 'team_a', 'team_b']);
    expect(personOf('user_c', users, teams).owners['team-and-below']).toEqual(['user_c']);
  });

  it('PM4 gives no role to somebody unknown or not active', () => {
    expect(personOf('user_new', USERS, TEAMS).roles).toEqual([]);
    expect(personOf('user_x', [{ id: 'user_x', roles: ['rep'], active: false }], []).roles).toEqual([]);
  });
});

describe('what somebody may do', () => {
  it('PM1 adds the rights of several roles up', () => {
    const access = accessBy([read()], 'user_mid', [read({ actions: ['delete'], scope: 'all' })]);
    expect(may(access, 'read', ownedBy('user_mid'))).toBe(true);
    expect(may(access, 'read', ownedBy('user_low'))).toBe(false);
    expect(may(access, 'delete', ownedBy('user_low'))).toBe(true);
    expect(may(accessBy([read()], 'user_low'), 'read', ownedBy('user_low'))).toBe(false);
  });

  it('PM5 reads scopes and conditions as one filter', () => {
    const where = { field: 'status', is: 'eq', value: 'open' } as const;
    expect(readScope(accessBy([read({ scope: 'all' })]), 'deals')).toEqual({ and: [] });
    expect(readScope(accessBy([]), 'deals')).toEqual({ or: [] });
    expect(readScope(accessBy([read({ where }), read({ scope: 'shared' })]), 'deals')).toEqual({
      or: [
        { and: [{ field: 'ownerId', is: 'eq', value: 'user_mid' }, where] },
        { field: 'sharedWith', is: 'in', value: ['user_mid', 'team_north', 'team_top'] },
      ],
    });
  });

  it('PM6 sees fields by the rights that reach the row, a path with all below it', () => {
    const access = accessBy([read(), read({ scope: 'team', fields: { except: ['amount', 'margin'] } })]);
    expect(may(access, 'read', ownedBy('user_mid'), 'amount.minor')).toBe(true);
    expect(may(access, 'read', ownedBy('user_peer'), 'amount.minor')).toBe(false);
    expect(may(access, 'read', ownedBy('user_peer'), 'name')).toBe(true);
    const fields = visibleFields(access, 'deals', MOMENT, ownedBy('user_peer'));
    expect(['name', 'amount', 'amount.minor', 'id'].map(fields)).toEqual(['whole', 'none', 'none', 'whole']);
    const only = accessBy([read({ fields: { only: ['amount.currency'] } })]);
    expect(['amount', 'amount.currency', 'amount.minor', 'id'].map(visibleFields(only, 'deals', MOMENT))).toEqual([
      'part',
      'whole',
      'none',
      'whole',
    ]);
  });

  it('PM7 keeps sensitive fields for who is cleared, and others for the roles they name', () => {
    const fields: readonly ProtectedField[] = [
      { collection: 'deals', field: 'customFields.diagnosis', sensitivity: 'health' },
      { collection: 'deals', field: 'customFields.price', read: ['rep', 'boss'], update: ['boss'] },
      { collection: 'deals', field: 'customFields.bonus', read: ['boss'] },
    ];
    const accessWith = (more: Partial<Grant>): Access =>
      accessOf(
        {
          roles: [{ key: 'rep', name: 'Rep', grants: [read({ actions: ['read', 'update'], scope: 'all', ...more })] }],
          fields,
        },
        personOf('user_mid', USERS, TEAMS),
      );
    const seen = (access: Access): readonly string[] =>
      ['diagnosis', 'plain', 'price', 'bonus'].filter((name) =>
        may(access, 'read', ownedBy('x'), `customFields.${name}`),
      );
    expect(seen(accessWith({}))).toEqual(['plain', 'price']);
    expect(seen(accessWith({ cleared: ['health'] }))).toEqual(['diagnosis', 'plain', 'price']);
    expect(may(accessWith({}), 'update', ownedBy('x'), 'customFields.price')).toBe(false);
    expect(may(accessWith({}), 'update', ownedBy('x'), 'customFields.plain')).toBe(true);
  });

  it('PM8 takes a star for every collection but the audit log, and journals for nobody’s', () => {
    const access = accessBy([read({ collection: '*', actions: ['*'], scope: 'all' })]);
    const reads = (collection: string): boolean => decide(access, { action: 'read', collection }, MOMENT).ok;
    const asked = ['deals', 'roles', 'auditEntries', 'auditValues', 'historySteps', 'importSteps', 'identities'];
    expect(asked.filter(reads)).toEqual(['deals', 'roles']);
    const named = accessBy([
      read({ collection: 'auditEntries', scope: 'all' }),
      read({ collection: 'historySteps', scope: 'all' }),
    ]);
    expect(decide(named, { action: 'read', collection: 'auditEntries' }, MOMENT).ok).toBe(true);
    expect(decide(named, { action: 'read', collection: 'historySteps' }, MOMENT).ok).toBe(false);
  });
});

describe('a step of a row', () => {
  const grants: readonly Grant[] = [
    read({ actions: ['read'], scope: 'all', fields: { except: ['margin'] } }),
    read({ actions: ['create', 'update'], scope: 'own', fields: { except: ['stage'] } }),
    read({ actions: ['deals/win'], scope: 'team' }),
  ];
  const deal = frozen({ id: 'deal_1', ownerId: 'user_mid', name: 'A', stage: 'lead', margin: 3 });
  const code = (
    from: object | null,
    to: object | null,
    command = 'deals/edit',
    by: readonly Grant[] = grants,
  ): string => {
    const decided = decideChange(accessBy(by), { collection: 'deals', from, to, command }, MOMENT);
    return decided.ok ? 'ok' : decided.problem.code;
  };

  it('PM9 is taken in rows of the right, as they were, and in fields that are seen', () => {
    expect(code(deal, { ...deal, name: 'B' })).toBe('ok');
    expect(code({ ...deal, ownerId: 'user_low' }, { ...deal, ownerId: 'user_low', name: 'B' })).toBe(
      'permissions/not-allowed',
    );
    expect(code(deal, { ...deal, stage: 'won' })).toBe('permissions/field-not-allowed');
    expect(code(deal, { ...deal, margin: 4 })).toBe('permissions/field-not-allowed');
    expect(code(deal, null)).toBe('permissions/not-allowed');
    expect(code(deal, { ...deal, modifiedAt: 'later', modifiedBy: 'user_mid' })).toBe('ok');
  });

  it('PM10 makes rows within the right only, and says which field would do', () => {
    expect(code(null, { id: 'deal_2', ownerId: 'user_mid' })).toBe('ok');
    const refused = decideChange(
      accessBy(grants),
      { collection: 'deals', from: null, to: { id: 'deal_2' }, command: '' },
      MOMENT,
    );
    expect(refused).toMatchObject({
      problem: { code: 'permissions/not-allowed', fix: { kind: 'fields', fields: ['ownerId'] } },
    });
  });

  it('PM11 needs the right to transfer for another owner, and for sharing', () => {
    expect(code(deal, { ...deal, ownerId: 'user_low' })).toBe('permissions/not-allowed');
    expect(code(deal, { ...deal, sharedWith: ['user_low'] })).toBe('permissions/not-allowed');
    const transfers = [...grants, read({ actions: ['transfer'] })];
    expect(code(deal, { ...deal, ownerId: 'user_low' }, '', transfers)).toBe('ok');
    expect(code(deal, { ...deal, ownerId: 'user_low', stage: 'won' }, '', transfers)).toBe(
      'permissions/field-not-allowed',
    );
  });

  it('PM12 is taken by a command that a right names, whatever the fields', () => {
    const peers = { ...deal, ownerId: 'user_peer' };
    expect(code(peers, { ...peers, stage: 'won', margin: 9 }, 'deals/win')).toBe('ok');
    expect(code(peers, { ...peers, stage: 'won' }, 'deals/lose')).toBe('permissions/not-allowed');
    expect(code({ ...deal, ownerId: 'user_low' }, { ...deal, ownerId: 'user_low', stage: 'won' }, 'deals/win')).toBe(
      'permissions/not-allowed',
    );
  });

  it('PM13 needs an administrator where it decides who may do what', () => {
    const all: readonly Grant[] = [{ collection: '*', actions: ['*'], scope: 'all' }];
    const wanted = (collection: string, from: object | null, to: object | null): string => {
      const decided = decideChange(accessBy(all), { collection, from, to, command: '' }, MOMENT);
      return decided.ok ? 'ok' : decided.problem.code;
    };
    const user = { id: 'user_mid', name: 'Mid' };
    expect(wanted('users', user, { ...user, name: 'Mia' })).toBe('ok');
    expect(wanted('users', user, { ...user, roles: ['admin'] })).toBe('permissions/administrators-only');
    expect(wanted('users', user, { ...user, managerId: 'user_low' })).toBe('permissions/administrators-only');
    expect(wanted('users', user, null)).toBe('permissions/administrators-only');
    expect(wanted('teams', { id: 'team_a' }, { id: 'team_a', parentId: 'team_b' })).toBe(
      'permissions/administrators-only',
    );
    expect(wanted('roles', null, { id: 'role_a' })).toBe('permissions/administrators-only');
    expect(wanted('fields', null, { id: 'field_a' })).toBe('permissions/administrators-only');
  });
});

describe('a row that is seen in part', () => {
  const reaches = reachesOf({ except: ['amount.minor', 'emails.value', 'secret', 'deep.er.est'] }, []);
  const row = frozen({
    id: 'deal_1',
    amount: { minor: 5, currency: 'EUR' },
    emails: [{ value: 'a@b.c', label: 'work' }, { value: 'only' }],
    secret: 'x',
    deep: { er: { est: 1 } },
    name: 'A',
  });

  it('PM14 is as if hidden fields had never been filled in', () => {
    expect(redact(row, reaches)).toEqual({
      id: 'deal_1',
      amount: { currency: 'EUR' },
      emails: [{ label: 'work' }],
      name: 'A',
    });
    expect(redact(row, reachesOf(undefined, []))).toBe(row);
    const plain = frozen({ id: 'deal_1', name: 'A' });
    expect(redact(plain, reaches)).toBe(plain);
    const odd = JSON.parse('{"id":"deal_1","__proto__":{"secret":1},"constructor":{"a":1}}');
    expect(Object.keys(redact(odd, reachesOf({ except: ['__proto__'] }, [])))).toEqual(['id', 'constructor']);
  });

  it('PM15 gets what is hidden back when it is written', () => {
    const seen = redact(row, reaches);
    expect(complete(row, seen, reaches)).toEqual(row);
    expect(complete(row, { ...seen, name: 'B' }, reaches)).toEqual({ ...row, name: 'B' });
    expect(complete(row, { ...seen, amount: { currency: 'USD' } }, reaches).amount).toEqual({
      minor: 5,
      currency: 'USD',
    });
    const { amount: _, name: __, ...without } = seen as typeof row;
    expect(complete(row, without as typeof row, reaches)).toMatchObject({ amount: { minor: 5 }, secret: 'x' });
    expect(complete(row, without as typeof row, reaches)).not.toHaveProperty('name');
    // What is given for a hidden field stays, so that it is refused and not silently dropped.
    expect(complete(row, { ...seen, secret: 'y' }, reaches).secret).toBe('y');
  });

  it('PM9 finds what changed as deep as objects go', () => {
    expect(changedPaths({ a: 1, b: { c: 1, d: 2 }, e: [1] }, { a: 1, b: { c: 2, d: 2 }, e: [2], f: { g: 1 } })).toEqual(
      ['b.c', 'e', 'f.g'],
    );
    expect(changedPaths({ a: { b: 1 } }, { a: 'x' })).toEqual(['a']);
    expect(changedPaths({ a: {} }, {})).toEqual(['a']);
  });
});

describe('roles as data', () => {
  const admin = { key: 'admin', name: 'Admin', administers: true, grants: [] };
  const codeOf = (value: unknown): string => {
    const parsed = parseRoles(value);
    return parsed.ok ? 'ok' : `${parsed.problem.code} ${parsed.problem.path ?? ''}`.trim();
  };
  const withGrant = (grant: object): unknown => [{ ...admin, grants: [grant] }];
  const grant = { collection: 'deals', actions: ['read'], scope: 'own' };

  it('PM16 are read from JSON, and refused with the place where they do not fit', () => {
    expect(codeOf(JSON.parse(JSON.stringify(withGrant({ ...grant, where: { field: 'a', is: 'eq', value: 1 } }))))).toBe(
      'ok',
    );
    expect(codeOf(withGrant({ ...grant, scope: 'mine' }))).toBe('permissions/invalid-policy 0.grants.0.scope');
    expect(codeOf(withGrant({ ...grant, actions: ['see'] }))).toBe('permissions/invalid-policy 0.grants.0.actions.0');
    expect(codeOf(withGrant({ ...grant, actions: [] }))).toBe('permissions/invalid-policy 0.grants.0.actions');
    expect(codeOf(withGrant({ ...grant, deny: true }))).toContain('permissions/invalid-policy');
    expect(codeOf(withGrant({ ...grant, fields: { only: ['a'], except: ['b'] } }))).toBe(
      'permissions/invalid-policy 0.grants.0.fields',
    );
    expect(codeOf(withGrant({ ...grant, fields: { only: ['a..b'] } }))).toContain('permissions/invalid-policy');
    expect(codeOf([admin, admin])).toBe('permissions/duplicate-role');
    expect(codeOf('everything')).toBe('permissions/invalid-policy');
  });

  it('PM16 are refused with a condition 1,000 levels deep, and take a value called __proto__ as it is', () => {
    let where: object = { field: 'a', is: 'eq', value: 1 };
    for (let depth = 0; depth < 1_000; depth++) where = { and: [where] };
    expect(codeOf(withGrant({ ...grant, where }))).toBe('permissions/invalid-policy 0.grants.0.where');
    const values = Array.from({ length: 10_000 }, (_, index) => `user_${index}`);
    expect(codeOf(withGrant({ ...grant, where: { field: 'ownerId', is: 'in', value: values } }))).toBe('ok');
    const odd = accessBy([read({ collection: '__proto__', scope: 'all' })]);
    expect(decide(odd, { action: 'read', collection: 'deals' }, MOMENT).ok).toBe(false);
    expect(decide(odd, { action: 'read', collection: '__proto__', row: { id: 'x' } }, MOMENT).ok).toBe(true);
    expect(decideChange(odd, { collection: 'constructor', from: null, to: { id: 'x' }, command: '' }, MOMENT).ok).toBe(
      false,
    );
  });

  it('PM17 are refused when nobody could ever change them again', () => {
    expect(parseRoles([{ key: 'sales', name: 'Sales', grants: [] }])).toMatchObject({
      problem: { code: 'permissions/no-administrator', message: expect.stringContaining('"sales"') },
    });
  });

  it('PM17 cannot be changed so that nobody is left who administers', () => {
    const before = { roles: [admin], users: [{ id: 'user_a', roles: ['admin'] }] };
    expect(checkLockOut(before, { ...before, users: [{ id: 'user_a', roles: [] }] })).toMatchObject({
      problem: { code: 'permissions/locks-everyone-out', message: expect.stringContaining('user_a') },
    });
    expect(checkLockOut(before, { ...before, users: [{ id: 'user_a', roles: ['admin'], active: false }] }).ok).toBe(
      false,
    );
    expect(checkLockOut(before, { ...before, users: [{ id: 'user_b', roles: ['admin'] }] }).ok).toBe(true);
    expect(checkLockOut({ roles: [admin], users: [] }, { roles: [admin], users: [{ id: 'user_a' }] }).ok).toBe(true);
  });
});
