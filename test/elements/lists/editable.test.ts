import type { Instant } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { expect, it } from 'vitest';
import { localeOf } from '../../../packages/elements/src/base/locale.js';
import { readTyped, typedText } from '../../../packages/elements/src/lists/editable.js';

const field: Field = { path: 'seenAt', name: 'seenAt', valueType: 'instant', labels: {} } as never;
const row = { seenAt: '2026-11-22T23:30:00.000Z' as Instant };

// Of two zones the machine is in one at most.
it.each([
  ['Europe/Vienna', '2026-11-23T00:30', '00:30'],
  ['America/New_York', '2026-11-22T18:30', '18:30'],
])('LS60 a moment is typed as it is shown, in the zone of the page: %s', (timeZone, text, clock) => {
  const locale = localeOf('en-GB', { timeZone, currency: 'EUR', now: () => '2026-11-22T08:30:00.000Z' as Instant });
  expect(locale.format.instant(row.seenAt)).toContain(clock);
  expect(typedText(row, field, locale)).toBe(text);
  expect(readTyped(text, field, locale, undefined)).toEqual({ value: row.seenAt });
  expect(readTyped('soon', field, locale, undefined)).toEqual({ wrong: 'format' });
});
