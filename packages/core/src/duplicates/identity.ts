import type { Day } from '../kernel/day.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import { type CompanyName, companyName } from './company-name.js';
import { domainOf, type NormalEmail, normalEmail } from './email.js';
import { fold } from './fold.js';
import { type PersonName, personName } from './person-name.js';
import { type NormalPhone, normalPhone } from './phone.js';

/** What a lead, a contact or a company says about who it is; each reads its own fields into this. */
export interface IdentitySource {
  /** A person's name, as a whole. */
  readonly name?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly companyName?: string | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly website?: string | undefined;
  /** ISO 3166-1 alpha-2: where numbers without a calling code are dialled. */
  readonly country?: string | undefined;
  readonly birthDate?: Day | undefined;
  readonly postalCode?: string | undefined;
  readonly street?: string | undefined;
  readonly taxId?: string | undefined;
}

/** Who somebody (or some company) is, made ready to be compared; plain JSON, so that it can be kept. */
export interface Identity {
  readonly person?: PersonName;
  readonly company?: CompanyName;
  readonly emails: readonly NormalEmail[];
  readonly phones: readonly NormalPhone[];
  /** Domains that belong to the company: of the website and of addresses that not everybody can have. */
  readonly domains: readonly string[];
  readonly birthDate?: Day;
  /** Postal code and number in the street, where both are known: `1060 12`. */
  readonly place?: string;
  readonly taxId?: string;
}

/** No more points of contact than these are compared. */
const MOST = 20;

/** Reads who somebody is. What cannot be read is left out: a blank is never like anything. */
export function identityOf(source: IdentitySource): Identity {
  const emails = (source.emails ?? []).slice(0, MOST).flatMap((text) => normalEmail(text) ?? []);
  const phones = (source.phones ?? []).slice(0, MOST).flatMap((text) => normalPhone(text, source.country) ?? []);
  const own = emails.filter(({ isPublic }) => !isPublic).map(({ domain }) => domain);
  const site = source.website === undefined ? undefined : domainOf(source.website);
  const number = source.street === undefined ? undefined : /\d+/.exec(fold(source.street))?.[0];
  const postalCode = source.postalCode === undefined ? '' : fold(source.postalCode).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return withoutEmpty({
    person: personName(...(source.name === undefined ? [source.givenName, source.familyName] : [source.name])),
    company: source.companyName === undefined ? undefined : companyName(source.companyName),
    emails,
    phones,
    domains: [...new Set([...(site === undefined ? [] : [site]), ...own])],
    birthDate: source.birthDate,
    place: number !== undefined && postalCode !== '' ? `${postalCode} ${number}` : undefined,
    taxId: source.taxId === undefined ? undefined : fold(source.taxId).replaceAll(/[^\p{L}\p{N}]/gu, '') || undefined,
  } as Identity);
}
