import type { Day, Instant } from '@kith/core';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../packages/elements/src/activities/entry.js';
import { type Calendar, sectionsOf, startOfWeek } from '../../../packages/elements/src/activities/section.js';

const day = (text: string): Day => text as Day;

const moveAt = (at: string): Entry => ({ kind: 'move', id: at, at: at as Instant }) as Entry;

// 2026-11-22 is a Sunday.
const calendar: Calendar = { today: day('2026-11-22'), timeZone: 'Europe/Vienna', firstWeekday: 1 };

describe('startOfWeek', () => {
  it('CD20 begins the week on the weekday of the locale', () => {
    expect(startOfWeek(day('2026-11-22'), 1)).toBe('2026-11-16');
    expect(startOfWeek(day('2026-11-22'), 7)).toBe('2026-11-22');
    expect(startOfWeek(day('2026-11-22'), 6)).toBe('2026-11-21');
    expect(startOfWeek(day('2026-03-01'), 1)).toBe('2026-02-23');
  });
});

describe('sectionsOf', () => {
  it('CD20 puts this week first, then the rest of the month, then month by month', () => {
    const entries = [
      '2026-11-22T08:00:00.000Z',
      '2026-11-16T08:00:00.000Z',
      '2026-11-15T08:00:00.000Z',
      '2026-10-31T08:00:00.000Z',
      '2025-10-01T08:00:00.000Z',
    ];
    const sections = sectionsOf(entries.map(moveAt), calendar);
    expect(sections.map(({ key, isRest }) => [key, isRest])).toEqual([
      ['week', false],
      ['2026-11', true],
      ['2026-10', false],
      ['2025-10', false],
    ]);
    expect(sections[0]?.entries.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-22', '2026-11-16']);
  });

  it('CD21 places a moment on the day it has in the zone of the reader', () => {
    const late = moveAt('2026-11-15T23:30:00.000Z');
    expect(sectionsOf([late], calendar)[0]).toMatchObject({ key: 'week', entries: [late] });
    expect(sectionsOf([late], { ...calendar, timeZone: 'America/Lima' })[0]).toMatchObject({
      key: '2026-11',
      entries: [late],
    });
  });

  it('CD20 answers no sections for no entries', () => {
    expect(sectionsOf([], calendar)).toEqual([]);
  });
});
