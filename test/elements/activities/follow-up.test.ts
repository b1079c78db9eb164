import type { Day } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { followUpOf } from '../../../packages/elements/src/activities/follow-up.js';

// 2026-11-20 is a Friday.
const friday = '2026-11-20' as Day;

describe('followUpOf', () => {
  it('TL6 proposes what usually follows, and never for a Saturday or Sunday', () => {
    expect(followUpOf('call', friday)).toEqual({ kind: 'call', dueDay: '2026-11-27' });
    expect(followUpOf('email', friday)).toEqual({ kind: 'call', dueDay: '2026-11-23' });
    expect(followUpOf('meeting', friday)).toEqual({ kind: 'email', dueDay: '2026-11-23' });
    expect(followUpOf('meeting', '2026-11-21' as Day)).toEqual({ kind: 'email', dueDay: '2026-11-23' });
    expect(followUpOf('note', friday)).toEqual({ kind: 'task', dueDay: '2026-11-27' });
  });
});
