import type { Result } from '@kith/core';
import type { Command, Store } from '@kith/store';
import type { CommandNotes } from '../base/command-event.js';
import type { KithElement } from '../base/element.js';
import type { Sight } from '../records/sight.js';

/** The panel as the sections of a deal see it. */
export interface DealHost extends KithElement {
  readonly store?: Store | undefined;
  /** What whoever looks may see. */
  readonly sight: Sight;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
