import type { Deal } from '../deals/schema.js';
import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import { statusIn } from '../kernel/stage-status.js';
import type { Pipeline } from '../pipelines/schema.js';
import { FORECAST_CATEGORIES, type OpenCategory } from './categories.js';

/** The category a person chose for an open deal. It stands in the deal's row, beside the deal's own fields. */
export interface ManualCategory {
  readonly category: OpenCategory;
  readonly at: Instant;
  readonly by?: Id<'user'>;
  /** Why. */
  readonly note?: string;
}

/** A deal in whose row a category may stand. */
export type CategorizedDeal = Deal & { readonly forecastCategory?: ManualCategory };

/** Whether a value is a category that an open deal can be put into. */
export const isOpenCategory = (value: unknown): value is OpenCategory =>
  value !== 'closed' && FORECAST_CATEGORIES.some((category) => category === value);

/**
 * The category that a person chose for a deal, as far as it still holds: whatever stage it has moved to since, until it
 * was won or lost. A deal that is opened again after that has none.
 */
export function manualCategoryOf(deal: Deal, pipeline: Pick<Pipeline, 'stages'>): OpenCategory | undefined {
  const chosen = (deal as CategorizedDeal).forecastCategory;
  if (deal.status !== 'open' || !isOpenCategory(chosen?.category)) return undefined;
  const wasClosed = deal.stageHistory.some(
    ({ stageId, enteredAt }) =>
      enteredAt >= chosen.at && pipeline.stages.some((stage) => stage.id === stageId && statusIn(stage) !== 'open'),
  );
  return wasClosed ? undefined : chosen.category;
}
