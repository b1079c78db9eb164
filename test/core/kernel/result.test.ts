import { ok, type Result, refuse } from '@kith/core';
import { expect, it } from 'vitest';

it('K28 holds a value or the problem', () => {
  const half = (whole: number): Result<number> =>
    whole % 2 === 0 ? ok(whole / 2) : refuse({ code: 'test/odd', message: `${whole} is odd.`, path: 'whole' });
  const even = half(4);
  const odd = half(3);
  expect(even.ok && even.value).toBe(2);
  expect(!odd.ok && odd.problem).toEqual({ code: 'test/odd', message: '3 is odd.', path: 'whole' });
});
