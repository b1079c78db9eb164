export type { Place } from '../pipelines/place.js';
export { deals as collection } from './collection.js';
export { type CreateInput, create, edit, lose, type MoveInput, move, reopen, win } from './commands.js';
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
