import { type Identity, type IdentitySource, identityOf } from '../duplicates/identity.js';
import type { Env } from '../kernel/env.js';
import type { Instant } from '../kernel/instant.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { CapturedLead } from './capture.js';
import type { Lead } from './schema.js';

/** What is given for a new lead. */
export type NewLead = Partial<CapturedLead> & { readonly name: string; readonly firstTouchDueAt?: Instant | undefined };

/** Makes a lead: new, in nobody's hands unless an owner or a pool is named. Problem: `leads/name-required`. */
export function newLead(draft: NewLead, env: Env): Result<Lead> {
  const name = draft.name.trim();
  if (name === '')
    return refuse({
      code: 'leads/name-required',
      message: 'Give the lead a name: the person, or else the company.',
      path: 'name',
      fix: { kind: 'fields', fields: ['name'] },
    });
  const { ownerId, poolId } = draft;
  return ok(
    withoutEmpty({
      ...withoutEmpty(draft),
      id: env.newId('lead'),
      name,
      status: 'new',
      statusEnteredAt: env.now,
      ...(ownerId ? { ownedAt: env.now, idleSince: env.now } : poolId ? { pooledAt: env.now } : {}),
      ownerHistory:
        ownerId || poolId
          ? [
              withoutEmpty({
                ownerId,
                ...(ownerId ? {} : { poolId }),
                from: env.now,
                reason: 'captured',
                by: env.actor,
              }),
            ]
          : undefined,
      createdAt: env.now,
      createdBy: env.actor,
      modifiedAt: env.now,
      modifiedBy: env.actor,
    } as Lead),
  );
}

/** Who a lead is, to look for duplicates: the person and the company that it names. */
export function identityOfLead(lead: Partial<Lead>): Identity {
  const address = lead.addresses?.[0];
  const isCompany = lead.givenName === undefined && lead.familyName === undefined && lead.name === lead.companyName;
  const isPoint =
    lead.emails?.some(({ value }) => value === lead.name) || lead.phones?.some(({ value }) => value === lead.name);
  return identityOf({
    ...identityPoints(lead),
    name: isCompany || isPoint ? undefined : lead.name,
    companyName: lead.companyName,
    country: address?.country,
  });
}

/** The ways to reach somebody, as identities take them; for contacts and companies too. */
export function identityPoints(
  row: Partial<Pick<Lead, 'emails' | 'phones' | 'website' | 'addresses'>>,
): IdentitySource {
  const address = row.addresses?.[0];
  return {
    emails: row.emails?.map(({ value }) => value),
    phones: row.phones?.map(({ value }) => value),
    website: row.website,
    country: address?.country,
    postalCode: address?.postalCode,
    street: address?.street,
  };
}
