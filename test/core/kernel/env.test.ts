import { type Instant, today } from '@kith/core';
import { expect, it } from 'vitest';

it('K11 says which day it is for whoever acts', () => {
  const now = '2026-11-22T23:30:00.000Z' as Instant;
  expect(today({ now, timeZone: 'Europe/Vienna' })).toBe('2026-11-23');
  expect(today({ now, timeZone: 'America/New_York' })).toBe('2026-11-22');
});
