export { lossReasons } from '../loss-reasons.js';
export type { AttentionItem, AttentionList } from './attention-book.js';
export { type AttentionOptions, type WatchedAttention, watchAttention } from './attention-list.js';
export type { OfDeal } from './change-deal.js';
export { addLossReason, keepHouseValue, type ReasonsMoved, removeContact, removeLossReason } from './closing.js';
export { detailedDeals } from './collection.js';
export {
  addLine,
  editLine,
  type LineByBook,
  type LineByHand,
  removeLine,
  setAmount,
  setLines,
  setTerms,
} from './line-items.js';
export { completeNextStep } from './next-step.js';
export {
  addCompetitor,
  dropContact,
  editCompetitor,
  removeCompetitor,
  setBudget,
  setContact,
  setContacts,
  setNeeds,
  setSplits,
} from './parts.js';
export { allLossReasons, detailsOf } from './queries.js';
