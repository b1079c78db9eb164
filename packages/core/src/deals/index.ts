export {
  ATTENTION_LIMITS,
  ATTENTION_REASONS,
  type Attention,
  type AttentionClock,
  type AttentionContext,
  type AttentionFinding,
  type AttentionLimits,
  type AttentionReason,
  attentionClock,
  attentionOf,
} from './attention.js';
export { dealContacts, primaryContact, withContacts, withoutContact } from './contacts.js';
export {
  Budget,
  Competitor,
  ContactRole,
  DealContact,
  DetailedDeal,
  HouseValue,
  Need,
  Split,
  withDetails,
} from './details.js';
export { type Brought, broughtIn, houseValueAfter, houseValueOf } from './house-value.js';
export { amountSource, withAmount, withItems } from './items.js';
export { LossReason } from './loss-reason.js';
export { contractValue, monthlyRevenue, monthsOf } from './recurring.js';
export { Recurring, SaleDeal } from './sale.js';
export { type Credit, creditsOf, evenSplits, splitsProblem } from './splits.js';
export { stayMillis, timeInStages } from './time-in-stages.js';
