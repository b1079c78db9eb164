import type { Company, Contact, Id } from '@kith/core';
import { blockingKeys, type Identity, identityOf } from '@kith/core/duplicates';
import { identityOfLead, identityPoints, type Lead } from '@kith/core/leads';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

/** Kinds of rows among which duplicates are looked for. */
export type SourceName = 'leads' | 'contacts' | 'companies';

/** Who a row is, kept beside it under its own id, with the keys by which it is found. */
export interface IdentityRow extends Identified {
  readonly of: SourceName;
  readonly keys: readonly string[];
  readonly identity: Identity;
}

/** The identities of all leads, contacts and companies. Written by `keepIdentities()` only. */
export const identities: Collection<IdentityRow> = {
  name: 'identities',
  kind: 'identity',
  schema: z.looseObject({ id: z.string(), of: z.string(), keys: z.array(z.string()) }) as never,
  shape: { indexes: [['keys']] },
};

/** How each kind of row tells who it is; undefined for one that is no candidate. */
export const IDENTITY_OF: Readonly<Record<SourceName, (row: object) => Identity | undefined>> = {
  contacts: (row) => {
    const contact = row as Contact;
    return identityOf({ ...identityPoints(contact), name: contact.name, birthDate: contact.birthDate });
  },
  companies: (row) => {
    const company = row as Company;
    return identityOf({ ...identityPoints(company), companyName: company.name });
  },
  // What became of a converted lead is a candidate instead. To who does not see whether it is converted, it is none.
  leads: (row) =>
    ['converted', undefined].includes((row as Partial<Lead>).status) ? undefined : identityOfLead(row as Lead),
};

/** Whether a collection is one of those in which duplicates are looked for. */
export const isSource = (collection: string): collection is SourceName => Object.hasOwn(IDENTITY_OF, collection);

/** The row that says who an entity is; undefined where it says nothing by which it could be found. */
export function identityRow(of: SourceName, entity: object): IdentityRow | undefined {
  const identity = IDENTITY_OF[of](entity);
  if (!identity) return undefined;
  // Colleagues share a company, and are no duplicates of each other for that.
  const keys = of === 'leads' ? keysToFind(identity) : blockingKeys(identity);
  return keys.length > 0 ? { id: (entity as { id: Id }).id, of, keys, identity } : undefined;
}

/** The keys by which the person is found, and the company that is named. */
export function keysToFind({ person, ...company }: Identity): readonly string[] {
  const keys = blockingKeys(person ? { ...company, person } : company);
  return person ? [...new Set([...keys, ...blockingKeys(company)])] : keys;
}
