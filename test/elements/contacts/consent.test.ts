import type { Lead } from '@kith/core/leads';
import { describe, expect, it } from 'vitest';
import { consentsOf, isBlocked } from '../../../packages/elements/src/contacts/consent.js';

const lead = (source: string, consents: readonly object[]): Lead => ({ source, consents }) as unknown as Lead;

describe('consents of a contact', () => {
  it('CD54 keeps the newest for each purpose and channel, over all leads', () => {
    const consents = consentsOf([
      lead('Fair', [
        { purpose: 'News', channel: 'email', status: 'granted', at: '2025-01-01T00:00:00.000Z', page: '/a' },
        { purpose: 'News', channel: 'phone', status: 'denied', at: '2025-01-01T00:00:00.000Z' },
      ]),
      lead('Web', [
        { purpose: 'News', channel: 'email', status: 'denied', at: '2026-01-01T00:00:00.000Z' },
        { purpose: 'News', channel: 'email', status: 'granted', at: '2024-01-01T00:00:00.000Z' },
        { purpose: 'Calls', status: 'pending', at: '2026-01-01T00:00:00.000Z' },
      ]),
    ]);
    expect(consents.map(({ purpose, channel, status, source }) => [purpose, channel, status, source])).toEqual([
      ['Calls', undefined, 'pending', 'Web'],
      ['News', 'email', 'denied', 'Web'],
      ['News', 'phone', 'denied', 'Fair'],
    ]);
  });

  it('CD54 lets the last word of one moment count', () => {
    const at = '2026-01-01T00:00:00.000Z';
    const [consent] = consentsOf([
      lead('Web', [
        { purpose: 'News', status: 'granted', at },
        { purpose: 'News', status: 'denied', at },
      ]),
    ]);
    expect(consent?.status).toBe('denied');
  });

  it('CD54 puts a wish for no e-mails or calls above what was given', () => {
    expect(isBlocked({ doNotEmail: true }, 'email')).toBe(true);
    expect(isBlocked({ doNotEmail: true }, 'phone')).toBe(false);
    expect(isBlocked({ doNotPhone: true }, 'phone')).toBe(true);
    expect(isBlocked({ doNotPhone: true }, undefined)).toBe(false);
  });
});
