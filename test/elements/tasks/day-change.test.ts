import type { Day, Instant } from '@kith/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../packages/elements/src/base/locale.js';
import { DayChange } from '../../../packages/elements/src/tasks/day-change.js';

describe('what is drawn by the day', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('TK25 is drawn anew when midnight comes while it is drawn, and at the next one', () => {
    let now = '2026-11-20T22:59:59.999Z';
    let drawn = 0;
    const locale = {
      timeZone: 'Europe/Vienna',
      now: () => now as Instant,
      format: { today: () => new Date(Date.parse(now) + 3_600_000).toISOString().slice(0, 10) as Day },
    };
    const change = new DayChange({
      locale: locale as Locale,
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => {
        drawn++;
      },
      updateComplete: Promise.resolve(true),
    });
    change.hostUpdate();
    now = '2026-11-20T23:00:00.001Z';
    change.hostUpdated();
    expect(drawn).toBe(1);
    change.hostUpdate();
    change.hostUpdated();
    expect(drawn).toBe(1);
    now = '2026-11-21T23:00:00.001Z';
    vi.advanceTimersByTime(60_000);
    expect(drawn).toBe(2);
  });
});
