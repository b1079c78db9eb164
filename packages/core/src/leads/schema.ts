import * as z from 'zod/mini';
import { Address, ContactPoint, entityFields } from '../kernel/entity.js';
import { day, type Infer, id, instant, Money, name, whole } from '../kernel/schema.js';

/** How far a lead has come. What may follow what stands in `leadTransitions`. */
export const LeadStatus = z.enum([
  'new',
  'contacted',
  'working',
  'nurturing',
  'qualified',
  'converted',
  'disqualified',
  'recycled',
]);
export type LeadStatus = z.infer<typeof LeadStatus>;

/** Where a visit came from, as the address says it; each at most 200 characters. */
export const Utm = z.object({
  source: z.optional(z.string()),
  medium: z.optional(z.string()),
  campaign: z.optional(z.string()),
  term: z.optional(z.string()),
  content: z.optional(z.string()),
});
export type Utm = Infer<typeof Utm>;

/** That somebody agreed to something (or did not), with what proves it. */
export const ConsentEvidence = z.object({
  /** What for, such as `newsletter`. */
  purpose: name,
  channel: z.optional(z.enum(['email', 'phone', 'chat', 'post'])),
  /** `pending` while a second opt-in is awaited. */
  status: z.enum(['granted', 'denied', 'pending']),
  at: instant,
  /** The words that were agreed to, and which version of them. */
  text: z.optional(z.string()),
  textVersion: z.optional(z.string()),
  /** The page on which it was given. */
  page: z.optional(z.string()),
});
export type ConsentEvidence = Infer<typeof ConsentEvidence>;

/** Budget, authority, need and time: what makes a lead worth selling to. */
export const Bant = z.object({
  budget: z.optional(Money),
  budgetStatus: z.optional(z.enum(['none', 'planned', 'approved'])),
  /** Whether the person decides, or who does. */
  isDecisionMaker: z.optional(z.boolean()),
  decisionMaker: z.optional(z.string()),
  need: z.optional(z.enum(['none', 'good-to-have', 'should-have', 'must-have'])),
  needNote: z.optional(z.string()),
  timeFrame: z.optional(z.enum(['immediate', 'this-quarter', 'next-quarter', 'this-year', 'later', 'unknown'])),
  purchaseProcess: z.optional(z.enum(['individual', 'committee', 'unknown'])),
});
export type Bant = Infer<typeof Bant>;

/** Why a lead changed hands. */
export const OwnerReason = z.enum([
  'captured',
  'assigned',
  'by-rule',
  'claimed',
  'given-back',
  'no-follow-up',
  'no-deal',
  'recycled',
]);
export type OwnerReason = z.infer<typeof OwnerReason>;

/** One stretch in which somebody (or nobody, in a pool) had a lead. */
export const Ownership = z.object({
  /** Absent while it lay in a pool, or with nobody. */
  ownerId: z.optional(id('user')),
  poolId: z.optional(id('pool')),
  from: instant,
  reason: OwnerReason,
  note: z.optional(z.string()),
  /** Who brought it about; absent when a rule did. */
  by: z.optional(id('user')),
});
export type Ownership = Infer<typeof Ownership>;

/** Somebody who may become a customer (线索): a person, a company, or not yet known which. */
export const Lead = z.object({
  id: id('lead'),
  /** The person, or else the company, or else the address: what it is called in a list. */
  name,
  status: LeadStatus,
  statusEnteredAt: instant,
  salutation: z.optional(z.string()),
  givenName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  jobTitle: z.optional(z.string()),
  companyName: z.optional(z.string()),
  industry: z.optional(z.string()),
  employees: z.optional(whole(0)),
  website: z.optional(z.string()),
  emails: z.optional(z.array(ContactPoint)),
  phones: z.optional(z.array(ContactPoint)),
  addresses: z.optional(z.array(Address)),
  /** BCP 47. */
  language: z.optional(z.string()),
  /** IANA name. */
  timeZone: z.optional(z.string()),
  /** What they wrote. */
  message: z.optional(z.string()),
  /** Such as `Website` or `Trade fair`; the name of the fair or form stands in the detail. */
  source: z.optional(z.string()),
  sourceDetail: z.optional(z.string()),
  campaignId: z.optional(id('campaign')),
  utm: z.optional(Utm),
  landingPage: z.optional(z.string()),
  referrer: z.optional(z.string()),
  /** The submission it came by; the same one never makes two leads. */
  submissionId: z.optional(z.string()),
  consents: z.optional(z.array(ConsentEvidence)),
  /** What else the form asked, by the names of its fields. */
  answers: z.optional(z.record(z.string(), z.string())),
  bant: z.optional(Bant),
  estimatedAmount: z.optional(Money),
  estimatedCloseDay: z.optional(day),
  qualificationNote: z.optional(z.string()),
  rating: z.optional(z.enum(['hot', 'warm', 'cold'])),
  /** Written by scoring: fit and engagement in points, predicted 0–1. */
  score: z.optional(
    z.object({
      fit: z.optional(z.number()),
      engagement: z.optional(z.number()),
      predicted: z.optional(z.number()),
    }),
  ),
  grade: z.optional(z.string()),
  disqualifyReason: z.optional(z.string()),
  disqualifyNote: z.optional(z.string()),
  /** The day from which a recycled lead is worked on again. */
  recycleOn: z.optional(day),
  recycleReason: z.optional(z.string()),
  /** The pool it lies in while nobody owns it, and goes back to. */
  poolId: z.optional(id('pool')),
  /** Since when it has lain in the pool. */
  pooledAt: z.optional(instant),
  /** Since when its owner has had it, or has had it anew after a rest; absent without one, and once it is converted or disqualified. */
  ownedAt: z.optional(instant),
  /** Since when nobody has followed it up: its last touch, or when its owner got it. Absent like `ownedAt`. */
  idleSince: z.optional(instant),
  /** Everybody who had it, oldest first. */
  ownerHistory: z.optional(z.array(Ownership)),
  /** By which rule its owner got it. */
  assignment: z.optional(
    z.object({
      at: instant,
      planId: id('assignmentPlan'),
      ruleId: z.string(),
      ruleName: z.string(),
      method: z.string(),
      candidates: z.number(),
      leftOut: z.optional(z.record(z.string(), z.number())),
      open: z.optional(z.number()),
    }),
  ),
  /** Why no rule gave it to anybody, and when it is tried again. */
  unassigned: z.optional(z.object({ why: z.string(), ruleId: z.optional(z.string()), retryAt: instant })),
  /** By when somebody should have been in touch. */
  firstTouchDueAt: z.optional(instant),
  firstTouchedAt: z.optional(instant),
  lastTouchedAt: z.optional(instant),
  /** What became of it. */
  converted: z.optional(
    z.object({
      at: instant,
      by: z.optional(id('user')),
      companyId: z.optional(id('company')),
      contactId: z.optional(id('contact')),
      dealId: z.optional(id('deal')),
    }),
  ),
  description: z.optional(z.string()),
  ...entityFields,
});
export type Lead = Infer<typeof Lead>;
