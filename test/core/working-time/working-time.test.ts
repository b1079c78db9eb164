import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type Day, dayIn, type Instant, instantOf } from '@kith/core';
import {
  addWorkingDays,
  addWorkingTime,
  checkWorkingTime,
  clockText,
  isWorking,
  isWorkingDay,
  nextWorkingMoment,
  readClockText,
  type Shift,
  type WorkingTime,
  workingTimeBetween,
} from '@kith/core/working-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';
import { fuzz } from '../../support/fuzz.js';
import { problemOf } from '../../support/result.js';

const HOUR = 3_600_000;
const shifts = (...texts: readonly string[]): readonly Shift[] =>
  texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
const office = (timeZone: string, hours = shifts('10:00-18:00')): WorkingTime => ({
  timeZone,
  week: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
});
const at = (text: string): Instant => `${text}:00.000Z` as Instant;

describe('working time', () => {
  it('WT1 defect 2: reckons a weekend as published: Saturday and an hour is Monday at eleven', () => {
    const utc = office('UTC');
    expect(addWorkingTime(utc, at('2026-11-21T14:00'), HOUR)).toBe(at('2026-11-23T11:00'));
    expect(addWorkingTime(utc, at('2026-11-21T18:30'), HOUR)).toBe(at('2026-11-23T11:00'));
    expect(addWorkingTime(utc, at('2026-11-20T17:30'), HOUR)).toBe(at('2026-11-23T10:30'));
  });

  it('WT2 defects 3 and 5: knows zones, several shifts in a day, holidays and working weekends', () => {
    const shop: WorkingTime = {
      timeZone: 'Europe/Vienna',
      week: { 1: shifts('09:00-12:30', '14:00-18:00'), 6: shifts('22:00-24:00') },
      days: { '2026-11-23': [], '2026-11-28': shifts('08:00-09:00') },
    };
    expect(isWorking(shop, at('2026-11-16T08:00'))).toBe(true);
    expect(isWorking(shop, at('2026-11-16T11:30'))).toBe(false);
    expect(isWorking(shop, at('2026-11-23T08:00'))).toBe(false);
    expect(isWorking(shop, at('2026-11-21T22:59'))).toBe(true);
    expect(isWorking(shop, at('2026-11-21T23:00'))).toBe(false);
    expect(nextWorkingMoment(shop, at('2026-11-22T10:00'))).toBe(at('2026-11-28T07:00'));
    expect(isWorkingDay(shop, '2026-11-23' as Day)).toBe(false);
    expect(workingTimeBetween(shop, at('2026-11-15T00:00'), at('2026-11-29T00:00'))).toBe((3.5 + 4 + 2 + 1) * HOUR);
    expect(workingTimeBetween(shop, at('2026-11-29T00:00'), at('2026-11-15T00:00'))).toBe(0);
  });

  it('WT3 keeps to the clock on the wall when it is changed', () => {
    const night: WorkingTime = { timeZone: 'Europe/Vienna', week: { 7: shifts('00:00-24:00') } };
    expect(workingTimeBetween(night, at('2026-03-28T12:00'), at('2026-03-30T12:00'))).toBe(23 * HOUR);
    expect(workingTimeBetween(night, at('2026-10-24T12:00'), at('2026-10-26T12:00'))).toBe(25 * HOUR);
    const skipped: WorkingTime = { timeZone: 'Europe/Vienna', week: { 7: shifts('02:30-04:00') } };
    // From two to three there is no clock: what begins at half past two begins at three.
    expect(workingTimeBetween(skipped, at('2026-03-28T12:00'), at('2026-03-30T12:00'))).toBeLessThanOrEqual(HOUR);
    const summer = office('Europe/Vienna');
    expect(nextWorkingMoment(summer, at('2026-10-25T12:00'))).toBe(at('2026-10-26T09:00'));
    expect(nextWorkingMoment(summer, at('2026-10-18T12:00'))).toBe(at('2026-10-19T08:00'));
  });

  it('WT8 begins and ends at the clock change what falls into the hour it skips, and counts no more than has passed', () => {
    const sunday = (...texts: readonly string[]): WorkingTime => ({
      timeZone: 'Europe/Vienna',
      week: { 7: shifts(...texts) },
    });
    const [midnight, six, change] = [at('2026-03-28T23:00'), at('2026-03-29T04:00'), at('2026-03-29T01:00')];
    const counted = (...texts: readonly string[]): number => workingTimeBetween(sunday(...texts), midnight, six) / HOUR;
    expect(nextWorkingMoment(sunday('02:30-06:00'), midnight)).toBe(change);
    expect(counted('02:30-06:00')).toBe(3);
    expect(counted('00:00-02:45')).toBe(2);
    expect(counted('00:00-02:45', '03:00-06:00')).toBe(5);
    expect(counted('02:00-02:20', '02:20-02:40', '02:40-03:30')).toBe(0.5);
    expect(counted('02:10-02:50')).toBe(0);
    const halfHour: WorkingTime = {
      timeZone: 'Australia/Lord_Howe',
      week: { 7: shifts('00:00-02:15', '02:15-05:00') },
    };
    expect(workingTimeBetween(halfHour, at('2026-10-03T13:30'), at('2026-10-03T18:00')) / HOUR).toBe(4.5);
  });

  it('WT9 writes a moment as the clocks of a zone show it, and reads it back', () => {
    const zones = ['Europe/Vienna', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'];
    const minute = fc.integer({ min: Date.parse('1980-01-01') / 60_000, max: Date.parse('2040-01-01') / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, (timeZone, minutes) => {
        const moment = instantOf(minutes * 60_000);
        const text = clockText(moment, timeZone);
        const read = readClockText(text, timeZone);
        expect(clockText(read ?? moment, timeZone)).toBe(text);
        // Of two moments that the clocks show alike, the earlier.
        expect(read !== undefined && read <= moment && moment <= instantOf(Date.parse(read) + HOUR)).toBe(true);
      }),
      fuzz(500),
    );
    const vienna = (text: string) => readClockText(text, 'Europe/Vienna');
    expect(vienna('2026-03-29T02:30')).toBe(at('2026-03-29T01:30'));
    expect(vienna('2026-10-25T02:30')).toBe(at('2026-10-25T00:30'));
    expect(vienna('2026-11-23T00:30:15')).toBe('2026-11-22T23:30:15.000Z');
    expect(vienna('2026-11-23T00:30:15.250')).toBe('2026-11-22T23:30:15.250Z');
    for (const text of ['', '2026-11-23', '2026-02-30T10:00', 'soon', '2026-11-23T24:00', '12026-01-01T00:00'])
      expect(vienna(text)).toBeUndefined();
    expect(readClockText('9999-12-31T23:30', 'America/New_York')).toBeUndefined();
  });

  it('WT4 counts working days forwards and backwards, without the day itself', () => {
    const utc: WorkingTime = { ...office('UTC'), days: { '2026-11-24': [] } };
    expect(addWorkingDays(utc, '2026-11-20' as Day, 1)).toBe('2026-11-23');
    expect(addWorkingDays(utc, '2026-11-22' as Day, 2)).toBe('2026-11-25');
    expect(addWorkingDays(utc, '2026-11-25' as Day, -2)).toBe('2026-11-20');
    expect(addWorkingDays(utc, '2026-11-22' as Day, 0)).toBe('2026-11-22');
  });

  it('WT5 refuses what is no working time, and never searches for ever', () => {
    const utc = office('UTC');
    const wrong: readonly (readonly [string, WorkingTime])[] = [
      ['timeZone', { ...utc, timeZone: 'Mars/Olympus' }],
      ['week', { timeZone: 'UTC', week: {} }],
      ['week.1', { ...utc, week: { 1: shifts('9:00-18:00') } }],
      ['week.1', { ...utc, week: { 1: shifts('18:00-09:00') } }],
      ['week.1', { ...utc, week: { 1: shifts('09:00-13:00', '12:00-18:00') } }],
      ['week.8', { ...utc, week: { ...utc.week, 8: [] } as never }],
      ['days.2026-02-30', { ...utc, days: { '2026-02-30': [] } }],
    ];
    for (const [field, time] of wrong)
      expect(problemOf(checkWorkingTime(time))).toMatchObject({ code: 'working-time/invalid', path: field });
    expect(checkWorkingTime(utc).ok).toBe(true);
    const never: WorkingTime = { timeZone: 'UTC', week: {} };
    expect(nextWorkingMoment(never, at('2026-11-22T10:00'))).toBeUndefined();
    expect(addWorkingTime(never, at('2026-11-22T10:00'), 1)).toBeUndefined();
    expect(addWorkingDays(never, '2026-11-22' as Day, 1)).toBeUndefined();
  });

  it('WT6 adds what it measures: the time between a moment and the one it leads to', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        fc.integer({ min: 1, max: 200 * 60 }),
        fc.constantFrom('Europe/Vienna', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe'),
        (minute, minutes, timeZone) => {
          const time = office(timeZone, shifts('08:15-12:00', '13:00-17:45'));
          const from = instantOf(start + minute * 60_000);
          const to = addWorkingTime(time, from, minutes * 60_000) as Instant;
          expect(workingTimeBetween(time, from, to)).toBe(minutes * 60_000);
          expect(isWorking(time, instantOf(Date.parse(to) - 1))).toBe(true);
          expect(addDays(dayIn(timeZone, to), 0) >= dayIn(timeZone, from)).toBe(true);
        },
      ),
      fuzz(60),
    );
  });
});

interface Vectors {
  readonly configs: Readonly<
    Record<
      string,
      { readonly tz: string; readonly hours: Record<string, Record<string, string>>; readonly hol: readonly string[] }
    >
  >;
  readonly vectors: readonly {
    readonly config: string;
    readonly op: 'add' | 'between';
    readonly at: string;
    readonly from: string;
    readonly to: string;
    readonly seconds: number;
    readonly result: string;
    readonly independent: string | number;
  }[];
}

const folder = dataFolder('business_hours');
describe.skipIf(!folder)('published questions of working time (Intrepidd/working_hours)', () => {
  it('WT7 answers all on which two implementations agree, and the independent one where they differ', () => {
    const { configs, vectors } = JSON.parse(
      readFileSync(path.join(folder ?? '', 'sla_vectors_dev.json'), 'utf8'),
    ) as Vectors;
    const times = new Map(
      Object.entries(configs).map(([name, { tz, hours, hol }]): readonly [string, WorkingTime] => [
        name,
        {
          timeZone: tz,
          week: Object.fromEntries(
            Object.entries(hours).map(([day, stretches]) => [
              ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day) + 1,
              Object.entries(stretches).map(([from, to]) => ({ from, to })),
            ]),
          ),
          days: Object.fromEntries(hol.map((day) => [day, []])),
        },
      ]),
    );
    const instant = (text: string): Instant => instantOf(Date.parse(text));
    for (const vector of vectors) {
      const time = times.get(vector.config) as WorkingTime;
      const agrees = vector.independent === 'agrees';
      if (vector.op === 'add') {
        const wanted = agrees ? vector.result : String(vector.independent);
        const got = addWorkingTime(time, instant(vector.at), vector.seconds * 1000) as Instant;
        expect([vector, Date.parse(got)]).toEqual([vector, Date.parse(wanted)]);
      } else {
        const wanted = agrees ? vector.seconds : Number(vector.independent);
        expect([vector, workingTimeBetween(time, instant(vector.from), instant(vector.to)) / 1000]).toEqual([
          vector,
          wanted,
        ]);
      }
    }
    expect(vectors.length).toBeGreaterThan(200);
  });
});
