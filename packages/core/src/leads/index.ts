export { type AskedConsent, type CaptureContext, type CapturedLead, capture } from './capture.js';
export { type Conversion, type Converted, convertLead, type FieldMapping } from './convert.js';
export { type NameParts, nameParts, writtenName } from './name-parts.js';
export { identityOfLead, identityPoints, type NewLead, newLead } from './new-lead.js';
export { applyAssignment, giveTo, putIntoPool } from './ownership.js';
export {
  type Claimant,
  capacitiesFor,
  claimLead,
  dueBefore,
  freeFrom,
  Pool,
  PoolCapacity,
  recycleReason,
  Wait,
  wakeLead,
} from './pool.js';
export { Bant, ConsentEvidence, Lead, LeadStatus, OwnerReason, Ownership, Utm } from './schema.js';
export {
  checkStep,
  disqualifyLead,
  firstTouchDue,
  isOpenLead,
  leadTransitions,
  missingBant,
  moveLead,
  openLeadStatuses,
  qualifyLead,
  recycleLead,
  type Touch,
  touchLead,
} from './status.js';
export { utmOf } from './utm.js';
