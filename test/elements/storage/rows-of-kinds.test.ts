import type { BackupHeader } from '@kith/store/backup';
import { describe, expect, it } from 'vitest';
import { rowCount, rowsOfKinds } from '../../../packages/elements/src/storage/rows-of-kinds.js';

const header = (change: Partial<BackupHeader>): BackupHeader => ({
  kith: 'backup',
  version: 1,
  schema: 1,
  made: '2026-11-20T09:00:00.000Z',
  rows: { contacts: 12, deals: 3, teams: 2, users: 0 },
  ...change,
});

describe('rowsOfKinds', () => {
  it('KE1 and KE4 count what people count: not what was deleted, and no kind of which there is nothing', () => {
    const whole = header({ tombstones: { contacts: 2, teams: 2 } });
    expect(rowsOfKinds(whole)).toEqual([
      { kind: 'contacts', count: 10 },
      { kind: 'deals', count: 3 },
    ]);
    expect(rowCount(whole)).toBe(13);
    expect(rowCount(header({}))).toBe(17);
  });
});
