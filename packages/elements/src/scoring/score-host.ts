import type { Result } from '@kith/core';
import type { Command, Store } from '@kith/store';
import type { ScoringPlan } from '@kith/store/scoring';
import type { LitElement } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { Locale } from '../base/locale.js';

/** The explanation of a score as its parts see it, which are fetched when it is there. */
export interface ScoreHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly plan: ScoringPlan | undefined;
  /** What rules, groups and values are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  readonly isCompact: boolean;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
