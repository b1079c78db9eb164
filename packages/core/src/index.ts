export { completeActivity, isOverdue, type LoggedActivity, lastDoneAt, logActivity } from './activities/rules.js';
export { Activity, ActivityKind } from './activities/schema.js';
export { checkParent } from './companies/rules.js';
export { Company } from './companies/schema.js';
export { primaryEmail, primaryPhone } from './contacts/rules.js';
export { Contact } from './contacts/schema.js';
export { rottingDays } from './deals/aging.js';
export { amountProblem, pipelineTotals, type StageTotal, weightedAmount } from './deals/amounts.js';
export { LARGEST_AMOUNT } from './deals/limits.js';
export { type NewDeal, newDeal } from './deals/new-deal.js';
export { type Closing, lostStage, type Move, moveDeal, openStage, reopenStage, wonStage } from './deals/rules.js';
export { Deal, NextStep, StageStay } from './deals/schema.js';
export { dependenciesOf, type FilterDependencies } from './filters/dependencies.js';
export type {
  FieldCondition,
  Filter,
  FilterMoment,
  FilterValue,
  RelativeDay,
  RelativeInstant,
  RelativeStartOfDay,
} from './filters/filter.js';
export { type Json, type Lowered, lowerFilter, type RowFilter } from './filters/lower.js';
export { compileFilter, type Matcher, matches } from './filters/matches.js';
export { parseFilter } from './filters/parse.js';
export { addDays, type Day, dayIn, daysBetween, isDay, startOfDay } from './kernel/day.js';
export { Address, ContactPoint, LifecycleStage } from './kernel/entity.js';
export { type Env, today } from './kernel/env.js';
export { type Id, isId, kindOf, makeId } from './kernel/id.js';
export { type Instant, instantOf, isInstant, millisBetween } from './kernel/instant.js';
export {
  addMoney,
  allocate,
  currencyExponent,
  money,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  sumByCurrency,
} from './kernel/money.js';
export {
  isRank,
  type Placement,
  placeAt,
  RANK_LENGTH,
  type Rank,
  rankBetween,
  rankSequence,
  spreadRanks,
} from './kernel/rank.js';
export { type Fix, ok, type Problem, type Result, refuse } from './kernel/result.js';
export { type DeepReadonly, type Infer, Money } from './kernel/schema.js';
export { withoutEmpty } from './kernel/without-empty.js';
export { Pipeline, Stage, StageType } from './pipelines/schema.js';
export { Product } from './products/schema.js';
export { Team, User } from './users/schema.js';
