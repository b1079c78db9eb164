import { addDays, type Day, dayIn, daysBetween, type Instant, instantOf, isDay, startOfDay } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

const day = (text: string): Day => text as Day;
const days = fc.integer({ min: -600_000, max: 2_900_000 }).map((count) => addDays(day('1970-01-01'), count));
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Etc/GMT-14', 'Etc/GMT+12');

describe('days', () => {
  it('K6 exists', () => {
    for (const right of ['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
      expect(isDay(right), right).toBe(true);
    for (const wrong of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '0000-01-01',
      '2026-04-31',
      '2026-01-01 ',
      '20260101',
      '',
    ])
      expect(isDay(wrong), wrong).toBe(false);
  });

  it('K7 adds and counts days as each other’s inverse', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30_000, max: 30_000 }), (from, count) => {
        const to = addDays(from, count);
        expect(isDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(count);
        expect(to < from).toBe(count < 0);
      }),
      fuzz(1000),
    );
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30');
    expect(daysBetween(day('2026-03-01'), day('2026-04-01'))).toBe(31);
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
  });

  it('K8 knows the day in zones from fourteen hours ahead to twelve behind', () => {
    const at = '2026-01-01T10:30:00.000Z' as Instant;
    expect(dayIn('Pacific/Kiritimati', at)).toBe('2026-01-02');
    expect(dayIn('Etc/GMT-14', at)).toBe('2026-01-02');
    expect(dayIn('UTC', at)).toBe('2026-01-01');
    expect(dayIn('Etc/GMT+12', at)).toBe('2025-12-31');
    expect(dayIn('UTC', '1500-01-01T00:00:00.000Z' as Instant)).toBe('1500-01-01');
    expect(dayIn('UTC', '0042-07-01T00:00:00.000Z' as Instant)).toBe('0042-07-01');
    expect(() => dayIn('Europe/Atlantis', at)).toThrow(RangeError);
  });

  it.each([
    ['Europe/Vienna', '2026-11-22', '2026-11-21T23:00:00.000Z', 'an ordinary day'],
    ['Europe/Vienna', '2026-03-29', '2026-03-28T23:00:00.000Z', 'a day of 23 hours'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 'midnight is skipped'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', 'midnight is skipped'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 'midnight comes twice'],
    [
      'America/St_Johns',
      '2006-10-29',
      '2006-10-29T02:30:00.000Z',
      'the day begins, goes back to yesterday, begins again',
    ],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 'half an hour off'],
    ['Australia/Lord_Howe', '2026-10-05', '2026-10-04T13:00:00.000Z', 'after a change of half an hour'],
    ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z', 'a quarter of an hour off'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 'the zone skipped this day'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 'the day after the skipped one'],
    ['Etc/GMT+12', '2026-01-01', '2026-01-01T12:00:00.000Z', 'the last zone to begin'],
    ['Etc/GMT-14', '2026-01-01', '2025-12-31T10:00:00.000Z', 'the first zone to begin'],
  ])('K9 starts a day in %s on %s at %s: %s', (zone, date, start) => {
    expect(startOfDay(day(date), zone)).toBe(start);
  });

  it('K10 starts every day at its first moment, in every zone', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 30_000 }), (zone, count) => {
        const date = addDays(day('1971-01-01'), count);
        const start = startOfDay(date, zone);
        const shown = dayIn(zone, start);
        // A zone that skipped the day shows a later one at once.
        expect(shown >= date).toBe(true);
        if (shown === date) expect(dayIn(zone, instantOf(Date.parse(start) - 1)) < date).toBe(true);
        else expect(daysBetween(date, dayIn(zone, instantOf(Date.parse(start) - 1)))).toBe(-1);
      }),
      fuzz(3000),
    );
  });
});
