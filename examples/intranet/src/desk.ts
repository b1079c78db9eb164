import type { Collection } from '@kith/store';
import { forecastCollections } from '@kith/store/forecast';
import { collection as goals } from '@kith/store/goals';
import { leadCollections } from '@kith/store/leads';
import { collection as listViews } from '@kith/store/list-views';
import { pricingCollections } from '@kith/store/pricing';
import { scoringCollections } from '@kith/store/scoring';
import { segmentCollections } from '@kith/store/segments';

/** What this intranet keeps besides people, companies, deals and what was done with them. */
export const DESK: readonly Collection[] = [
  ...leadCollections,
  ...pricingCollections,
  ...scoringCollections,
  ...segmentCollections,
  ...forecastCollections,
  goals,
  listViews,
];
