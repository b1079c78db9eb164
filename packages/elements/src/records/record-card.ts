import type { Store } from '@kith/store';
import type { ScoringPlan } from '@kith/store/scoring';
import type { OpenSegments } from '@kith/store/segments';
import type { KithElement } from '../base/element.js';
import type { Sight } from './sight.js';

/** A record's card as its panels see it. */
export interface RecordCard extends KithElement {
  readonly store?: Store | undefined;
  /** What whoever looks may see. */
  readonly sight: Sight;
  /** Whether it shows the dozen lines of a sidebar. */
  readonly isCompact: boolean;
  /** By what records of its kind are scored. */
  readonly scoring: readonly ScoringPlan[];
  /** What rules and groups of rules are called, by their ids. */
  readonly scoringNames: Readonly<Record<string, string>>;
  /** The segments they may be in. */
  readonly segments: OpenSegments | undefined;
}
