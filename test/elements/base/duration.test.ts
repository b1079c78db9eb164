import { describe, expect, it } from 'vitest';
import { durationText, minutesText } from '../../../packages/elements/src/base/duration.js';

const HOUR = 3_600_000;

describe('durations', () => {
  it('CD34 are told in the largest unit that they fill', () => {
    expect(durationText(36 * 24 * HOUR + 5, 'en')).toBe('36 days');
    expect(durationText(24 * HOUR, 'en')).toBe('1 day');
    expect(durationText(24 * HOUR - 1, 'en')).toBe('23 hr');
    expect(durationText(HOUR - 1, 'en')).toBe('59 min');
    expect(durationText(-5, 'en')).toBe('0 min');
    expect(durationText(3 * 24 * HOUR, 'zh-Hans')).toBe('3天');
    expect(minutesText(90, 'en')).toBe('90 min');
  });
});
