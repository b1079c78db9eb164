import { describe, expect, it } from 'vitest';
import { primaryPoint } from '../../../packages/elements/src/contacts/points.js';

const work = { value: 'work@example.org', label: 'work' } as const;
const home = { value: 'home@example.org', label: 'home', primary: true } as const;

describe('ways to reach somebody', () => {
  it('CD8 have one that is edited: the primary one, or the first', () => {
    expect(primaryPoint([work, home])).toBe(home);
    expect(primaryPoint([work])).toBe(work);
    expect(primaryPoint(undefined)).toBeUndefined();
  });
});
