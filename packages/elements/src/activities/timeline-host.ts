import type { Activity, Contact, Filter, Result } from '@kith/core';
import type { activities, Command } from '@kith/store';
import type { TemplateResult } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { KithElement } from '../base/element.js';
import type { Later } from '../base/later.js';
import type { References } from '../lists/references.js';
import type { ActivityEntry } from './entry.js';
import type { Matches, OtherEntries } from './other-entries.js';
import type { TimelineRows } from './timeline-rows.js';
import type { TimelineView } from './timeline-view.js';

/** What narrows a timeline down, and what is said above it. */
export interface Tools {
  /** Whether an entry is one of those the filters leave; the same function as long as it answers the same. */
  readonly matches: Matches;
  /** What the filters ask of activities, whose moment stands in a field of this name. */
  where(moment: 'at' | 'completedAt'): Filter | undefined;
  /** Opens the menu of what can be filtered by. */
  open(anchor: HTMLElement): void;
  bar(): unknown;
  nothingMatches(): TemplateResult;
  overlays(): unknown;
}

/** What entries need of those around them when something is done with one. */
export interface EntryDeeds {
  /** An activity that was read. */
  entryOf(id: string): ActivityEntry | undefined;
  /** Takes the focus to the entry after one that goes away, once it has gone. */
  leave(id: string): () => void;
  /** Marks one as done; answers whether it is. */
  complete(activity: Activity): Promise<boolean>;
}

/** The timeline as its parts see it: those that are fetched when they are needed. */
export interface TimelineHost extends KithElement {
  readonly view: TimelineView;
  readonly readOnly: boolean;
  readonly rows: TimelineRows;
  readonly others: OtherEntries;
  readonly tools: Later<Tools>;
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
