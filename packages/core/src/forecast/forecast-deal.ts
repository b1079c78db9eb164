import type { DetailedDeal } from '../deals/details.js';
import type { Deal } from '../deals/schema.js';
import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import { isCurrencyCode, type Money } from '../kernel/money.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Pipeline, Stage } from '../pipelines/schema.js';
import { categoryOfProbability, type ForecastCategory, type OpenCategory } from './categories.js';
import { isOpenCategory, manualCategoryOf } from './manual-category.js';

/** What a forecast looks at in a deal. */
export interface ForecastDeal {
  readonly id: Id<'deal'>;
  readonly ownerId?: Id<'user'>;
  readonly pipelineId: Id<'pipeline'>;
  /** Said by the type of its stage, never read off a probability. */
  readonly status: 'open' | 'won' | 'lost';
  /** What it is expected to bring; when won, what it brought. */
  readonly amount?: Money;
  /** What a won one brought in the currency of the house, frozen at the rates of the day it was won. */
  readonly houseValue?: Money;
  /** The day it is expected to close; when won or lost, the day it did. */
  readonly closeDay?: Day;
  /** How likely an open deal is won, 0–100. */
  readonly probability: number;
  readonly category: ForecastCategory;
}

/** What a house knows about a deal's chances beyond its stage. */
export interface Judgement {
  /** What a person said, where it does not stand in the deal's row ({@link manualCategoryOf}). */
  readonly category?: OpenCategory;
  /** How likely it is won (0–100) where a model or a person knows better than the stage. */
  readonly probability?: number;
  /** The category that goes with a stage. When left out: the one its rules name, or omitted on hold, or else by probability. */
  readonly categoryOfStage?: (stage: Stage) => OpenCategory;
}

/**
 * A deal as a forecast sees it. Won is `closed` and lost is `omitted` whatever anybody said before. Refuses with
 * `forecast/unknown-stage` for an open deal whose stage its pipeline does not have (any more): guessing its chances
 * would hide it.
 */
export function forecastDealOf(deal: Deal, pipeline: Pipeline, judgement: Judgement = {}): Result<ForecastDeal> {
  const amount = deal.status === 'won' ? (deal.actualValue ?? deal.amount) : deal.amount;
  const closeDay = deal.status === 'open' ? deal.expectedCloseDay : (deal.actualCloseDay ?? deal.expectedCloseDay);
  const seen = {
    id: deal.id,
    ...(deal.ownerId && { ownerId: deal.ownerId }),
    pipelineId: deal.pipelineId,
    status: deal.status,
    ...(amount && { amount }),
    ...(closeDay && { closeDay }),
  };
  if (deal.status === 'won') {
    const houseValue = frozenValueOf(deal);
    return ok({ ...seen, ...(houseValue && { houseValue }), probability: 100, category: 'closed' });
  }
  if (deal.status === 'lost') return ok({ ...seen, probability: 0, category: 'omitted' });
  const stage = pipeline.id === deal.pipelineId ? pipeline.stages.find(({ id }) => id === deal.stageId) : undefined;
  if (!stage)
    return refuse({
      code: 'forecast/unknown-stage',
      message: `"${deal.name}" is in a stage that its pipeline does not have. Move it to another one.`,
      path: 'stageId',
      params: { deal: deal.id, stage: deal.stageId },
      fix: { kind: 'fields', fields: ['stageId'] },
    });
  const probability = judgement.probability ?? stage.probability;
  const category =
    judgement.category ??
    manualCategoryOf(deal, pipeline) ??
    judgement.categoryOfStage?.(stage) ??
    categoryOfStage(stage) ??
    (stage.type === 'hold' ? 'omitted' : categoryOfProbability(probability));
  return ok({ ...seen, probability, category });
}

/** What was frozen when a deal was won, as long as it is an amount: a row may have come from anywhere. */
function frozenValueOf(deal: DetailedDeal): Money | undefined {
  const amount: Partial<Money> | undefined = deal.houseValue?.amount;
  return Number.isSafeInteger(amount?.minor) && isCurrencyCode(String(amount?.currency))
    ? (amount as Money)
    : undefined;
}

/** The category that a stage's rules name, if they do. */
function categoryOfStage(stage: Stage): OpenCategory | undefined {
  const named = (stage as { readonly rules?: { readonly category?: unknown } }).rules?.category;
  return isOpenCategory(named) ? named : undefined;
}
