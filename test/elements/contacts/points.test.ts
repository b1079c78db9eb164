import { describe, expect, it } from 'vitest';
import { primaryPoint, withPrimary } from '../../../packages/elements/src/contacts/points.js';

const work = { value: 'work@example.org', label: 'work' } as const;
const home = { value: 'home@example.org', label: 'home', primary: true } as const;

describe('ways to reach somebody', () => {
  it('CD8 have one that is edited: the primary one, or the first', () => {
    expect(primaryPoint([work, home])).toBe(home);
    expect(primaryPoint([work])).toBe(work);
    expect(primaryPoint(undefined)).toBeUndefined();
  });

  it('CD8 keep what else is known of the one that is edited, and the others', () => {
    expect(withPrimary([work, home], 'new@example.org')).toEqual([work, { ...home, value: 'new@example.org' }]);
    expect(withPrimary([work, home], '')).toEqual([work]);
    expect(withPrimary([work], '')).toBeUndefined();
    expect(withPrimary(undefined, '')).toBeUndefined();
    expect(withPrimary(undefined, 'first@example.org')).toEqual([{ value: 'first@example.org', primary: true }]);
  });
});
