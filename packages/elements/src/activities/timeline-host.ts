import type { Activity, Result } from '@kith/core';
import type { activities, Command, Store } from '@kith/store';
import type { LitElement } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { Locale } from '../base/locale.js';
import type { References } from '../lists/references.js';
import type { ActivityEntry } from './entry.js';
import type { TimelineView } from './timeline-view.js';

/** The timeline as its parts see it: those that are fetched when they are needed. */
export interface TimelineHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly view: TimelineView;
  /** What it is about. */
  readonly subject: activities.Subject | undefined;
  /** Names of people. */
  readonly references: References;
  /** An activity that was read, by its id. */
  entryOf(id: string): ActivityEntry | undefined;
  /** Shows other entries. */
  arrange(view: TimelineView): void;
  /** Takes the focus to the entry after one, for when that goes away. */
  leave(id: string): () => void;
  complete(activity: Activity): Promise<void>;
  announce(text: string): void;
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>>;
}
