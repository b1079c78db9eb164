import type { Id } from '@kith/core';
import { type Actor, type Approvers, checkPipeline, stillToApprove } from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { pipelineOf, stage } from './rules.js';

const user = (name: string): Id<'user'> => `user_${name}` as Id<'user'>;
const NORTH = 'team_north' as Id<'team'>;
const actor = (name: string, more: Partial<Actor> = {}): Actor => ({ id: user(name), teams: [], roles: [], ...more });

const ida = actor('ida', { roles: ['lead'] });
const olga = actor('olga', { teams: [NORTH] });
const tom = actor('tom', { teams: [NORTH], roles: ['lead'] });

describe('whose approval is missing', () => {
  const several: Approvers = { roles: ['lead'], teams: [NORTH], users: [user('zoe'), user('kim')], need: 'all' };

  it('PL69 waits for each name, users before teams before roles', () => {
    const names = [{ users: [user('zoe')] }, { users: [user('kim')] }, { teams: [NORTH] }, { roles: ['lead'] }];
    expect(stillToApprove(several, [])).toEqual(names);
    expect(stillToApprove(several, [actor('kim'), ida])).toEqual([names[0], names[2]]);
    expect(stillToApprove(several, [actor('kim'), ida, olga, actor('zoe')])).toEqual([]);
  });

  it('PL69 counts an approval for each name that means whoever gave it', () => {
    expect(stillToApprove({ teams: [NORTH], roles: ['lead'], need: 'inOrder' }, [tom])).toEqual([]);
  });

  it('PL69 does not wait for a user who is named and asks, unless there is no other name', () => {
    const both: Approvers = { users: [user('zoe'), user('kim')], need: 'all' };
    expect(stillToApprove(both, [], user('zoe'))).toEqual([{ users: [user('kim')] }]);
    expect(stillToApprove({ users: [user('zoe')], need: 'all' }, [], user('zoe'))).toEqual([{ users: [user('zoe')] }]);
    expect(stillToApprove({ teams: [NORTH], need: 'all' }, [], olga.id)).toEqual([{ teams: [NORTH] }]);
  });

  it('PL30 is content with anybody who is meant where nothing else is said', () => {
    const { need: _, ...anybody } = several;
    expect(stillToApprove(anybody, [])).toEqual([anybody]);
    expect(stillToApprove(anybody, [olga])).toEqual([]);
  });

  it('PL2 takes no other need, and none that is nobody’s', () => {
    const ask = (approvers: object) => checkPipeline(pipelineOf(stage('Lead'), stage('Offer', { approvers } as never)));
    valueOf(ask({ roles: ['lead'], need: 'inOrder' }));
    expect(problemOf(ask({ roles: ['lead'], need: 'most' })).code).toBe('pipelines/invalid-rule');
    expect(problemOf(ask({ need: 'all' })).code).toBe('pipelines/nobody-may');
  });
});
