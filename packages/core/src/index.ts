export { addDays, type Day, dayIn, daysBetween, isDay, startOfDay } from './kernel/day.js';
export { Address, ContactPoint, LifecycleStage } from './kernel/entity.js';
export { type Env, today } from './kernel/env.js';
export { type Id, isId, kindOf, makeId } from './kernel/id.js';
export { type Instant, instantOf, isInstant, millisBetween } from './kernel/instant.js';
export { addMoney, allocate, currencyExponent, Money, money, parseMoney, sumByCurrency } from './kernel/money.js';
export { isRank, type Rank, RANK_LENGTH, rankBetween, rankSequence, spreadRanks } from './kernel/rank.js';
export { type Fix, ok, type Problem, refuse, type Result } from './kernel/result.js';
export { type DeepReadonly, type Infer } from './kernel/schema.js';

export { Activity, ActivityKind } from './activities/schema.js';
export { Company } from './companies/schema.js';
export { Contact } from './contacts/schema.js';
export { lostStage, type Move, moveDeal, reopenStage, rottingDays, timeInStages, wonStage } from './deals/rules.js';
export { Deal, NextStep, StageStay } from './deals/schema.js';
export type { Filter, FilterValue, RelativeDay, RelativeInstant } from './filters/filter.js';
export { Pipeline, Stage, StageType } from './pipelines/schema.js';
export { Product } from './products/schema.js';
export { Team, User } from './users/schema.js';
