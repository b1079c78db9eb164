import type { Contact, Result } from '@kith/core';
import type { activities, Command } from '@kith/store';
import type { CommandNotes } from '../base/command-event.js';
import type { KithElement } from '../base/element.js';
import type { Later } from '../base/later.js';
import type { References } from '../lists/references.js';
import type { OtherEntries } from './other-entries.js';
import type { TimelineRows } from './timeline-rows.js';
import type { TimelineTools } from './timeline-tools.js';
import type { TimelineView } from './timeline-view.js';

/** The timeline as its parts see it: those that are fetched when they are needed. */
export interface TimelineHost extends KithElement {
  readonly view: TimelineView;
  readonly readOnly: boolean;
  readonly rows: TimelineRows;
  readonly others: OtherEntries;
  readonly tools: Later<TimelineTools>;
  /** Names of people. */
  readonly references: References;
  /** What it is about. */
  readonly subject: activities.Subject | undefined;
  /** The contact it is about, once it was read. */
  readonly about: Contact | undefined;
  /** The deal it is about. */
  readonly deal?: string | undefined;
  /** Shows other entries. */
  arrange(view: TimelineView): void;
  announce(text: string): void;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
