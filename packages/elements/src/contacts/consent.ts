import type { Contact, Instant } from '@kith/core';
import type { ConsentEvidence, Lead } from '@kith/core/leads';

/** How somebody stands to being written to or called for a purpose. */
export interface Consent {
  readonly purpose: string;
  readonly channel: ConsentEvidence['channel'];
  readonly status: ConsentEvidence['status'];
  readonly at: Instant;
  /** Where it was given: the page, or else what the lead came by. */
  readonly source: string | undefined;
  readonly text: string | undefined;
}

/**
 * The newest consent of somebody for each purpose and channel, from the evidence that came in with the leads they were
 * converted from; by purpose, then channel. Evidence of the same moment counts in the order it stands in.
 */
export function consentsOf(leads: readonly Lead[]): readonly Consent[] {
  const newest = new Map<string, Consent>();
  for (const { consents = [], source } of leads)
    for (const { purpose, channel, status, at, page, text } of consents) {
      const key = JSON.stringify([purpose, channel]);
      const known = newest.get(key);
      if (known && known.at > at) continue;
      newest.set(key, { purpose, channel, status, at, source: page ?? source, text });
    }
  return [...newest.values()].sort(
    (left, right) =>
      left.purpose.localeCompare(right.purpose) || (left.channel ?? '').localeCompare(right.channel ?? ''),
  );
}

/** Whether what a person said once and for all stands against a channel: no e-mails, no calls. */
export const isBlocked = (
  { doNotEmail, doNotPhone }: Pick<Contact, 'doNotEmail' | 'doNotPhone'>,
  channel: Consent['channel'],
): boolean => (channel === 'email' && doNotEmail === true) || (channel === 'phone' && doNotPhone === true);
