export { deals as collection } from './collection.js';
export { create, type CreateInput, edit, lose, move, type MoveInput, reopen, win } from './commands.js';
export type { Place } from './place.js';
export {
  byId,
  inStage,
  ofCompany,
  ofContact,
  totals,
  totalsOfCompany,
  wonTotals,
  wonTotalsOfCompany,
} from './queries.js';
