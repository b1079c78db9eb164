import { companyLikeness, isElsewhere } from './company-name.js';
import type { Identity } from './identity.js';
import { editDistance } from './jaro-winkler.js';
import { nameLikeness } from './person-name.js';

/** What speaks for or against two identities being one. */
export type Evidence =
  | 'same-email'
  | 'other-email'
  | 'same-phone'
  | 'similar-phone'
  | 'same-tax-id'
  | 'other-tax-id'
  | 'same-name'
  | 'similar-name'
  | 'other-name'
  | 'same-company'
  | 'similar-company'
  | 'other-company'
  | 'company-elsewhere'
  | 'same-domain'
  | 'same-birth-date'
  | 'similar-birth-date'
  | 'other-birth-date'
  | 'same-address';

/** One piece of evidence. */
export interface Reason {
  readonly evidence: Evidence;
  /** Bits: by how many doublings it makes the match likelier, or less likely when negative. */
  readonly weight: number;
  /** What both have, or how alike it is (0–1), where that tells something. */
  readonly value?: string | number;
}

/** `same` goes without asking, `likely` should be asked about, `possible` is worth a look. */
export type Verdict = 'same' | 'likely' | 'possible' | 'different';

/** What a comparison came to. */
export interface Comparison {
  /** How probable it is that both are one, 0–1. */
  readonly probability: number;
  readonly verdict: Verdict;
  /** The strongest first. */
  readonly reasons: readonly Reason[];
}

/** What is compared: two people, or the companies that both name. */
export type Comparing = 'people' | 'companies';

/**
 * Compares two identities by the sum of log₂(m/u) over what both have (Fellegi and Sunter 1969, in the form of Splink): `m`
 * is how often it agrees where both are one, `u` how often by chance. What one of them lacks says nothing. The weights are
 * estimates, made once and not trained on any book; docs/spec/duplicates.md has what they come to on published data.
 */
export function compareIdentities(left: Identity, right: Identity, comparing: Comparing): Comparison {
  const reasons = (comparing === 'people' ? aboutPeople(left, right) : aboutCompanies(left, right)).filter(
    (reason) => reason !== undefined,
  );
  const bits = reasons.reduce((sum, { weight }) => sum + weight, PRIOR);
  const probability = 1 / (1 + 2 ** -bits);
  return {
    probability,
    verdict:
      probability >= 0.99 ? 'same' : probability >= 0.9 ? 'likely' : probability >= 0.5 ? 'possible' : 'different',
    reasons: [...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

/** One in 64 pairs that share a blocking key is one. */
const PRIOR = -6;

type Weighed = readonly (Reason | undefined)[];

const aboutPeople = (left: Identity, right: Identity): Weighed => {
  const names = nameEvidence(left, right);
  const emails = emailEvidence(left, right, 'people');
  return [
    names,
    emails,
    phoneEvidence(left, right),
    // That two colleagues work for one company says nothing about their being one person.
    names && names.weight < 0
      ? undefined
      : heavier(companyEvidence(left, right, 4), domainEvidence(left, right, 4, emails)),
    birthEvidence(left, right),
    left.place !== undefined && left.place === right.place
      ? { evidence: 'same-address', weight: 5, value: left.place }
      : undefined,
    taxEvidence(left, right),
  ];
};

const aboutCompanies = (left: Identity, right: Identity): Weighed => {
  const emails = emailEvidence(left, right, 'companies');
  return [
    companyEvidence(left, right, 7),
    heavier(emails, domainEvidence(left, right, 7, undefined)),
    phoneEvidence(left, right),
    taxEvidence(left, right),
  ];
};

function nameEvidence({ person: left }: Identity, { person: right }: Identity): Reason | undefined {
  if (!left || !right) return undefined;
  const likeness = nameLikeness(left, right);
  // A Chinese name of two characters is shared by many; one of three by fewer.
  const same = left.isHan && (left.words[0] ?? '').length <= 2 ? 5 : 7;
  if (likeness === 1) return { evidence: 'same-name', weight: same, value: left.words.join(' ') };
  const weight = likeness >= 0.95 ? 5 : likeness >= 0.9 ? 3 : likeness >= 0.84 ? 1 : undefined;
  return weight === undefined
    ? { evidence: 'other-name', weight: -6, value: likeness }
    : { evidence: 'similar-name', weight, value: likeness };
}

function emailEvidence(left: Identity, right: Identity, comparing: Comparing): Reason | undefined {
  if (left.emails.length === 0 || right.emails.length === 0) return undefined;
  const both = left.emails.filter(({ mailbox }) => right.emails.some((other) => other.mailbox === mailbox));
  const shared = both.find(({ isRole }) => !isRole) ?? both[0];
  if (!shared) return comparing === 'people' ? { evidence: 'other-email', weight: -1 } : undefined;
  // An office's address is that of many people, and of one company.
  const weight = shared.isRole ? (comparing === 'people' ? 3 : 8) : comparing === 'people' ? 12 : 5;
  return { evidence: 'same-email', weight, value: shared.mailbox };
}

function phoneEvidence(left: Identity, right: Identity): Reason | undefined {
  const pairs = left.phones.flatMap((a) => right.phones.map((b) => [a, b] as const));
  const same = pairs.find(
    ([a, b]) =>
      a.digits === b.digits ||
      (a.hasCountry !== b.hasCountry && (a.digits.endsWith(b.digits) || b.digits.endsWith(a.digits))),
  );
  if (same) return { evidence: 'same-phone', weight: 8, value: same[0].digits };
  const ending = pairs.find(([a, b]) => a.ending === b.ending && !(a.hasCountry && b.hasCountry));
  return ending && { evidence: 'similar-phone', weight: 4, value: ending[0].ending };
}

function companyEvidence(left: Identity, right: Identity, same: number): Reason | undefined {
  if (!left.company || !right.company) return undefined;
  const likeness = companyLikeness(left.company, right.company);
  if (likeness >= 0.93 && isElsewhere(left.company, right.company))
    return { evidence: 'company-elsewhere', weight: same === 7 ? 1 : 0.5, value: right.company.place ?? '' };
  if (likeness >= 0.99) return { evidence: 'same-company', weight: same, value: left.company.core };
  return likeness >= 0.93
    ? { evidence: 'similar-company', weight: same / 2, value: likeness }
    : { evidence: 'other-company', weight: same === 7 ? -6 : -2, value: likeness };
}

/** One mailbox has one domain: that it is shared says nothing more then. */
function domainEvidence(
  left: Identity,
  right: Identity,
  weight: number,
  emails: Reason | undefined,
): Reason | undefined {
  if (emails?.evidence === 'same-email') return undefined;
  const shared = left.domains.find((domain) => right.domains.includes(domain));
  return shared === undefined ? undefined : { evidence: 'same-domain', weight, value: shared };
}

function birthEvidence({ birthDate: left }: Identity, { birthDate: right }: Identity): Reason | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left === right) return { evidence: 'same-birth-date', weight: 8, value: left };
  // One digit mistyped, or day and month the wrong way round.
  return editDistance(left, right) === 1 || left === `${right.slice(0, 5)}${right.slice(8)}-${right.slice(5, 7)}`
    ? { evidence: 'similar-birth-date', weight: 3, value: left }
    : { evidence: 'other-birth-date', weight: -4 };
}

function taxEvidence({ taxId: left }: Identity, { taxId: right }: Identity): Reason | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left === right
    ? { evidence: 'same-tax-id', weight: 14, value: left }
    : { evidence: 'other-tax-id', weight: -8 };
}

/** Of two that say nearly the same thing only the weightier counts. */
const heavier = (left: Reason | undefined, right: Reason | undefined): Reason | undefined =>
  (left?.weight ?? Number.NEGATIVE_INFINITY) >= (right?.weight ?? Number.NEGATIVE_INFINITY) ? left : right;
