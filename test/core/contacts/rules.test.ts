import { primaryEmail, primaryPhone } from '@kith/core';
import { expect, it } from 'vitest';
import { frozen } from '../../support/env.js';

it('E6 writes to the primary address and calls the primary number, or else the first', () => {
  const points = frozen([{ value: 'first' }, { value: 'second', primary: true }, { value: 'third', primary: true }]);
  expect(primaryEmail({ emails: points })).toBe('second');
  expect(primaryPhone({ phones: points })).toBe('second');
  expect(primaryEmail({ emails: points.slice(0, 1) })).toBe('first');
  expect(primaryEmail({ emails: [{ value: 'only', primary: false }] })).toBe('only');
  expect([primaryEmail({}), primaryEmail({ emails: [] }), primaryPhone({})]).toEqual([undefined, undefined, undefined]);
});
